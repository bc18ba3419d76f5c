// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>
#include <domain/runfilter.h>
#include <pages/scorechoice.h>

#include <QObject>
#include <QPointer>
#include <QTemporaryDir>

namespace Decayscope {

class BundleDialog;
class ProgramJob;
class ReportDialog;
class StudyController;
class WorkDialog;

/// What leaves the study as a whole: the paper bundle and the report, written by this program in a process of its own
/// while the window goes on, and bundles that are verified.
class PublishingDesk final : public QObject
{
    Q_OBJECT

public:
    PublishingDesk(StudyController &study, QWidget *window);
    ~PublishingDesk() override;

    /// What they are made of, at the time they are asked for.
    void openBundle(const RunFilter &filter, ScoreChoice score);
    void openReport(const RunFilter &filter, ScoreChoice score);
    void verifyBundle(const QString &folder); ///< Tells what came of it.

    [[nodiscard]] BundleDialog *bundleDialog() const; ///< Null while none is open.
    [[nodiscard]] ReportDialog *reportDialog() const; ///< The same.
    [[nodiscard]] ProgramJob *job() const { return m_job; }

signals:
    void told(const QString &sentence);
    void problem(const QString &sentence);

private:
    /// What is being done, and how its end is told.
    enum class Work : quint8 { Bundle, Report, Verification };

    /// What a dialog is about, whatever becomes of the window's study and filter since.
    struct Scope
    {
        QString store;
        RunFilter filter;
        ScoreChoice score = ScoreChoice::Strict;
    };

    [[nodiscard]] Scope scopeOf(const RunFilter &filter, ScoreChoice score) const;
    void prepare(WorkDialog &dialog, const Scope &scope);
    void start(Work work, const QString &path, const Result<QStringList> &arguments, WorkDialog *dialog);
    void finish(int status, const QByteArray &answer, const QStringList &sentences);
    [[nodiscard]] QString successWords(const QByteArray &answer) const;
    [[nodiscard]] Result<QStringList> withScope(const Scope &scope, const QStringList &arguments) const;

    StudyController &m_study;
    QWidget *m_window;
    ProgramJob *m_job;
    QPointer<BundleDialog> m_bundle;
    QPointer<ReportDialog> m_report;
    QPointer<WorkDialog> m_working; ///< The dialog that shows the running work; null for a verification.
    Work m_work = Work::Bundle;
    QString m_path; ///< That is written or verified.
    QTemporaryDir m_scratch; ///< Holds the filter.
};

} // namespace Decayscope
