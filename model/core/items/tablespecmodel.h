// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "itemroles.h"

#include <figures/tablespec.h>

#include <QAbstractTableModel>

namespace Decayscope {

/// The columns of a table meant for people, as raw values: text, integers, doubles, or invalid where a value does not
/// exist.
class TableSpecModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(TableSpec table);
    [[nodiscard]] const TableSpec &table() const { return m_table; }

    /// The column shown at a section.
    [[nodiscard]] const TableColumn &column(int section) const;

    /// The runs behind a cell: those of its row, of its column's level where it has one.
    [[nodiscard]] RunFilter runsBehind(const QModelIndex &index) const;

    /// A cell in words: the texts that name its row, then the column.
    [[nodiscard]] QString titleOf(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] bool isMarked(int section) const; ///< Its text carries the row's mark: the last of its name.
    [[nodiscard]] const TableRow &row(const QModelIndex &index) const;
    [[nodiscard]] QVariant cellOf(const QModelIndex &index, const QString &key) const;

    TableSpec m_table;
    std::vector<std::size_t> m_shown; ///< Indexes into the table's columns.
};

} // namespace Decayscope
