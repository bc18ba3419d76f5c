// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tasksinput.h"

#include <QAbstractTableModel>

namespace Decayscope {

/// The tasks of one contract: a row a framework, a column a variant by level, and in each cell what the study has of
/// that task.
class TasksMatrixModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role : int {
        RunsRole = Qt::UserRole, ///< How many runs; 0 for none.
        ShareRole, ///< Their mean A%; invalid without runs.
        OpensLevelRole, ///< Whether the cell's column is the first of its level.
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setContract(const Contract *contract); ///< Null for none.
    void setCounts(const TaskCounts &counts);

    /// Nothing where a variant makes no task in the framework's runtime.
    [[nodiscard]] std::optional<TaskSpec> taskAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const TaskSpec &task) const; ///< Invalid where it is of another contract.
    [[nodiscard]] QStringList frameworks() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        QString framework;
        std::vector<std::optional<TaskSpec>> tasks; ///< One a column.
    };

    [[nodiscard]] const TaskCount *countOf(const TaskSpec &task) const;
    [[nodiscard]] QString sentenceOf(const TaskSpec &task) const;
    [[nodiscard]] QString variantText(int column, QStringView separator, bool isShort) const;

    std::vector<Row> m_rows;
    std::vector<QStringList> m_variants; ///< By level.
    TaskCounts m_counts;
};

} // namespace Decayscope
