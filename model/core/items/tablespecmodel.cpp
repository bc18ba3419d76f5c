// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tablespecmodel.h"

namespace Decayscope {

namespace {

QVariant variantOf(const Cell &cell)
{
    if (const auto *text = std::get_if<QString>(&cell))
        return *text;
    if (const auto *count = std::get_if<qint64>(&cell))
        return *count;
    if (const auto *number = std::get_if<double>(&cell))
        return *number;
    return {};
}

} // namespace

void TableSpecModel::setTable(TableSpec table)
{
    beginResetModel();
    m_table = std::move(table);
    m_shown.clear();
    for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
        if (m_table.columns[i].forPeople)
            m_shown.push_back(i);
    }
    endResetModel();
}

const TableColumn &TableSpecModel::column(int section) const
{
    return m_table.columns[m_shown[static_cast<std::size_t>(section)]];
}

RunFilter TableSpecModel::runsBehind(const QModelIndex &index) const
{
    const auto level = column(index.column()).level;
    const auto &runs = row(index).runs;
    return level ? intersected(runs, {.levels = {*level}}) : runs;
}

QString TableSpecModel::titleOf(const QModelIndex &index) const
{
    QStringList words;
    for (int section = 0; section < columnCount(); ++section) {
        if (column(section).kind == CellKind::Text && section != index.column())
            words << variantOf(row(index).cells[m_shown[static_cast<std::size_t>(section)]]).toString();
    }
    const auto &own = column(index.column());
    words << (own.kind == CellKind::Text ? data(index).toString() : own.title);
    words.removeAll(QString());
    return words.join(u" · ");
}

int TableSpecModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int TableSpecModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant TableSpecModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const auto &shown = column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        return variantOf(row(index).cells[m_shown[static_cast<std::size_t>(index.column())]]);
    case LowRole:
        return cellOf(index, shown.lowKey);
    case HighRole:
        return cellOf(index, shown.highKey);
    case MarkRole:
        return isMarked(index.column()) && !row(index).mark.isEmpty() ? QVariant(row(index).mark) : QVariant();
    default:
        return {};
    }
}

QVariant TableSpecModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    return section < columnCount() ? QVariant(column(section).title) : QVariant();
}

bool TableSpecModel::isMarked(int section) const
{
    const auto model = m_table.columnOf(u"model");
    return m_shown[static_cast<std::size_t>(section)] == model.value_or(m_shown.front());
}

const TableRow &TableSpecModel::row(const QModelIndex &index) const
{
    return m_table.rows[static_cast<std::size_t>(index.row())];
}

QVariant TableSpecModel::cellOf(const QModelIndex &index, const QString &key) const
{
    const auto found = key.isEmpty() ? std::nullopt : m_table.columnOf(key);
    return found ? variantOf(row(index).cells[*found]) : QVariant();
}

} // namespace Decayscope
