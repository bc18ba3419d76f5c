// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/queuedevaluation.h>

#include <QAbstractTableModel>

namespace Decayscope {

/// An evaluation without its exchanges: what a list says of it.
struct EvaluationRow
{
    int number = 0;
    RunKey key;
    TaskSpec task;
    QString code;
    EvaluationState state = EvaluationState::Waiting;
    QString message;
    std::optional<EvaluationStep> step; ///< The one at work; none before, between and after.
    qint64 stepMilliseconds = 0; ///< Since it began.
    qint64 milliseconds = 0;
    int passed = 0; ///< Checks of the scored suite, so far.
    int checks = 0;
    qint64 memoryBytes = 0;
    std::optional<RunId> run;

    /// Neither waiting nor at work.
    [[nodiscard]] bool hasEnded() const;

    bool operator==(const EvaluationRow &) const = default;
};

[[nodiscard]] EvaluationRow evaluationRow(const QueuedEvaluation &evaluation);

/// Evaluations in the order they were added.
class EvaluationQueueModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : int { Number, Task, Configuration, State, Step, Passed, Memory, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void put(const QueuedEvaluation &evaluation); ///< Adds it, or brings its row up to date.
    void remove(int number);
    void clear();

    [[nodiscard]] const EvaluationRow &evaluation(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowOf(int number) const; ///< -1 where there is none.

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;

    /// Raw: State and Step are integers of their enums (no step is invalid), Passed and Memory numbers.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<EvaluationRow> m_rows;
};

} // namespace Decayscope
