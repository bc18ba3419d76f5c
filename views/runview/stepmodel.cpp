// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stepmodel.h"

#include "codetext.h"
#include "evaluationwords.h"

namespace Decayscope {

namespace {

constexpr qsizetype longestMessage = 1000;

} // namespace

void StepModel::setSteps(const std::vector<StepRecord> &steps, qint64 running)
{
    if (steps.size() != m_steps.size()) {
        beginResetModel();
        m_steps = steps;
        m_running = running;
        endResetModel();
        return;
    }
    m_running = running;
    for (int row = 0; row < rowCount(); ++row) {
        auto &known = m_steps[static_cast<std::size_t>(row)];
        const auto &now = steps[static_cast<std::size_t>(row)];
        if (known == now && now.outcome != StepOutcome::Running)
            continue;
        known = now;
        emit dataChanged(index(row), index(row));
    }
}

int StepModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_steps.size());
}

QVariant StepModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &record = step(index.row());
    const auto message = shownLine(record.message, longestMessage);
    switch (role) {
    case Qt::DisplayRole:
        return stepTitle(record.step);
    case OutcomeRole:
        return static_cast<int>(record.outcome);
    case TimeRole:
        return timeOf(record);
    case MessageRole:
        return message;
    case Qt::ToolTipRole:
        return message.isEmpty() ? QVariant() : QVariant(message.toHtmlEscaped());
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2. %3 %4")
            .arg(stepTitle(record.step), stepOutcomeTitle(record.outcome), timeOf(record), message)
            .trimmed();
    default:
        return {};
    }
}

QString StepModel::timeOf(const StepRecord &step) const
{
    switch (step.outcome) {
    case StepOutcome::Waiting:
    case StepOutcome::Skipped:
        return {};
    case StepOutcome::Running:
        return stepTime(m_running);
    case StepOutcome::Done:
    case StepOutcome::Failed:
        break;
    }
    return stepTime(step.milliseconds);
}

} // namespace Decayscope
