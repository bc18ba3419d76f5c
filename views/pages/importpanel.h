// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <domain/importreport.h>

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace Decayscope {

class IssueModel;

/// An import while it runs (how far, how fast, how long still) and what became of it.
class ImportPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportPanel(QWidget *parent = nullptr);

    void begin(const QStringList &paths);

    void setProgress(const ProgressUpdate &update);
    void setReport(const ImportReport &report);
    void setFailure(const QString &sentence);

    [[nodiscard]] QString headline() const;
    [[nodiscard]] bool isRunning() const;

signals:
    void cancelRequested();
    void undoRequested(qint64 importId);

private:
    [[nodiscard]] static QString importedText(const ImportReport &report);
    [[nodiscard]] static QStringList labellingTexts(const ImportReport &report);
    [[nodiscard]] QWidget *runningSide();
    [[nodiscard]] QWidget *reportSide();

    QStackedWidget *m_stack;
    QLabel *m_what;
    QLabel *m_rate;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QLabel *m_headline;
    QLabel *m_detail;
    QPushButton *m_undo;
    IssueModel *m_issues;
    QTreeView *m_table;
    QElapsedTimer m_clock;
    qint64 m_importId = 0;
};

/// "12 s", "3 min 20 s", "1 h 5 min".
[[nodiscard]] QString durationText(double seconds);

} // namespace Decayscope
