// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluationqueuemodel.h"

#include "itemroles.h"

#include <algorithm>

namespace Decayscope {

namespace {

/// What has passed since the last step that ended.
qint64 timeInStep(const QueuedEvaluation &evaluation)
{
    qint64 ended = 0;
    for (const auto &step : evaluation.steps) {
        if (step.outcome != StepOutcome::Running)
            ended += step.milliseconds;
    }
    return std::max<qint64>(0, evaluation.milliseconds - ended);
}

} // namespace

bool EvaluationRow::hasEnded() const
{
    return state == EvaluationState::Done || state == EvaluationState::Failed || state == EvaluationState::Cancelled;
}

EvaluationRow evaluationRow(const QueuedEvaluation &evaluation)
{
    EvaluationRow row{.number = evaluation.number,
        .key = evaluation.key,
        .task = evaluation.task,
        .code = evaluation.code,
        .state = evaluation.state,
        .message = evaluation.message,
        .step = std::nullopt,
        .milliseconds = evaluation.milliseconds,
        .memoryBytes = evaluation.resources.memoryBytes,
        .run = evaluation.run};
    const auto running = std::ranges::find(evaluation.steps, StepOutcome::Running, &StepRecord::outcome);
    if (evaluation.state == EvaluationState::Running && running != evaluation.steps.end()) {
        row.step = running->step;
        row.stepMilliseconds = timeInStep(evaluation);
    }
    for (const auto &exchange : evaluation.exchanges) {
        row.checks += static_cast<int>(exchange.checks.size());
        row.passed += static_cast<int>(std::ranges::count(exchange.checks, true, &CheckResult::passed));
    }
    return row;
}

void EvaluationQueueModel::put(const QueuedEvaluation &evaluation)
{
    const auto row = evaluationRow(evaluation);
    const auto at = rowOf(row.number);
    if (at < 0) {
        const auto last = rowCount();
        beginInsertRows({}, last, last);
        m_rows.push_back(row);
        endInsertRows();
        return;
    }
    auto &known = m_rows[static_cast<std::size_t>(at)];
    if (known == row)
        return;
    known = row;
    emit dataChanged(index(at, 0), index(at, ColumnCount - 1));
}

void EvaluationQueueModel::remove(int number)
{
    const auto at = rowOf(number);
    if (at < 0)
        return;
    beginRemoveRows({}, at, at);
    m_rows.erase(m_rows.begin() + at);
    endRemoveRows();
}

void EvaluationQueueModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

int EvaluationQueueModel::rowOf(int number) const
{
    const auto found = std::ranges::find(m_rows, number, &EvaluationRow::number);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int EvaluationQueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EvaluationQueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int{ColumnCount};
}

QVariant EvaluationQueueModel::data(const QModelIndex &index, int role) const
{
    if ((role != Qt::DisplayRole && role != SortRole) || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = evaluation(index.row());
    switch (static_cast<Column>(index.column())) {
    case Number:
        return row.number;
    case Task:
        return row.task.name;
    case Configuration:
        return QString(row.key.configuration.scaffold % u" · " % row.key.configuration.model);
    case State:
        return static_cast<int>(row.state);
    case Step:
        return row.step ? QVariant(static_cast<int>(*row.step)) : QVariant();
    case Passed:
        return row.passed;
    case Memory:
        return row.memoryBytes;
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace Decayscope
