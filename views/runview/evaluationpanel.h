// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/evaluation.h>

#include <QWidget>

#include <memory>

class QPlainTextEdit;
class QStackedWidget;

namespace Decayscope {

class ExchangePanel;
class SegmentedSwitch;
class StepList;

/// What was recorded when Decayscope evaluated a run itself: the steps, how the server ended, what it could use and
/// used; and the suite that stands beside the score.
class EvaluationPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit EvaluationPanel(QWidget *parent = nullptr);

    void setRecord(std::shared_ptr<const EvaluationRecord> record); ///< Null: nothing was recorded.

    [[nodiscard]] StepList *steps() const { return m_steps; }
    [[nodiscard]] ExchangePanel *beside() const { return m_beside; }
    [[nodiscard]] QString facts() const;
    void showBeside(); ///< The other suite, where there is one.

private:
    void layOut();

    std::shared_ptr<const EvaluationRecord> m_record;
    SegmentedSwitch *m_switch;
    QStackedWidget *m_stack;
    StepList *m_steps;
    QPlainTextEdit *m_facts;
    ExchangePanel *m_beside;
};

/// The facts of a record as lines: server, sandbox, runtime, limits, resources, suites. Safe to show.
[[nodiscard]] QStringList evaluationFacts(const EvaluationRecord &record);

} // namespace Decayscope
