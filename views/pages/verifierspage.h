// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "verifierfigures.h"

#include <domain/runreading.h>
#include <widgets/stateoverlay.h>

#include <QWidget>

#include <memory>

class QLabel;
class QSplitter;

namespace Decayscope {

class PlainTable;
class VerifierCaseList;
class VerifierFindings;
class VerifierMatrix;

/// Where the two kinds of verifiers agree and differ, how much that matters, and the runs behind it with the findings
/// of both.
class VerifiersPage final : public QWidget
{
    Q_OBJECT

public:
    explicit VerifiersPage(QWidget *parent = nullptr);

    void setFigures(VerifierFigures figures);
    void setReading(std::shared_ptr<const RunReading> reading); ///< Of the run that was chosen; others change nothing.
    void setState(const ViewState &state);
    void setReasons(const std::vector<VerdictReason> &reasons); ///< Of all verdicts of the study.
    /// How far judging runs has come; empty while none are judged.
    void setWork(const QString &words);

    [[nodiscard]] VerifierMatrix *matrix() const { return m_matrix; }
    [[nodiscard]] PlainTable *levels() const { return m_levels; }
    [[nodiscard]] VerifierCaseList *cases() const { return m_cases; }
    [[nodiscard]] VerifierFindings *findings() const { return m_findings; }
    [[nodiscard]] QString impactText() const;
    [[nodiscard]] QString casesTitle() const;
    [[nodiscard]] QString noticeText() const; ///< Empty where every run has been judged.
    [[nodiscard]] const ViewState &state() const { return m_overlay->state(); }

    [[nodiscard]] QByteArray layoutState() const;
    void restoreLayoutState(const QByteArray &state);

signals:
    void caseChosen(Decayscope::RunId run); ///< Its findings are to be shown.
    /// A run is to be read at a place, or at the first finding of a mode on the constraint where the file is empty.
    void readRequested(Decayscope::RunId run, Decayscope::VerifierMode mode, Decayscope::Constraint constraint,
        const QString &file, int line);

private:
    void layOut();
    [[nodiscard]] QWidget *makeTop();
    void showCases();
    void showFindings();
    void showNotice();
    void requestCurrent();
    void request(VerifierMode mode, const QString &file, int line);
    [[nodiscard]] ViewState stateOfFigures() const;

    VerifierFigures m_figures;
    ReasonBook m_reasons;
    std::shared_ptr<const RunReading> m_reading;
    QString m_workWords;
    QLabel *m_impact;
    QLabel *m_notice;
    VerifierMatrix *m_matrix;
    PlainTable *m_levels;
    QLabel *m_casesTitle;
    VerifierCaseList *m_cases;
    VerifierFindings *m_findings;
    QWidget *m_body;
    QSplitter *m_parts;
    StateOverlay *m_overlay;
    StateOverlay *m_noCases;
};

} // namespace Decayscope
