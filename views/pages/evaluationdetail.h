// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/queuedevaluation.h>

#include <QWidget>

class QLabel;
class QPushButton;
class QSplitter;
class QTabWidget;

namespace Decayscope {

class ExchangePanel;
class LogTail;
class StateOverlay;
class StepList;

/// One evaluation while it goes on: its steps, the requests of its suites, what set-up and server say, what they use.
class EvaluationDetail final : public QWidget
{
    Q_OBJECT

public:
    explicit EvaluationDetail(QWidget *parent = nullptr);

    void setEvaluation(const QueuedEvaluation &evaluation);
    void setNothing(); ///< None is chosen.

    [[nodiscard]] StepList *steps() const { return m_steps; }
    [[nodiscard]] ExchangePanel *requests() const { return m_requests; }
    [[nodiscard]] ExchangePanel *beside() const { return m_beside; }
    [[nodiscard]] LogTail *log() const { return m_log; }
    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString resources() const;

    [[nodiscard]] QByteArray layoutState() const;
    void restoreLayoutState(const QByteArray &state);

signals:
    void runRequested(Decayscope::RunId run);

private:
    void layOut();
    void refreshHeadline(const QueuedEvaluation &evaluation);
    void refreshRequests(const QueuedEvaluation &evaluation);

    std::optional<RunId> m_run;
    QWidget *m_content;
    QLabel *m_headline;
    QLabel *m_message;
    QPushButton *m_open;
    QSplitter *m_splitter;
    StepList *m_steps;
    QTabWidget *m_tabs;
    ExchangePanel *m_requests;
    ExchangePanel *m_beside;
    LogTail *m_log;
    QLabel *m_resources;
    StateOverlay *m_overlay;
};

} // namespace Decayscope
