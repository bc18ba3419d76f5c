// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tabledisplayproxy.h"

#include <items/itemroles.h>
#include <items/tablespecmodel.h>

#include <QFont>
#include <QSortFilterProxyModel>

#include <algorithm>

namespace Decayscope {

namespace {

const TableSpecModel *specModel(const QAbstractItemModel *model)
{
    while (const auto *proxy = qobject_cast<const QAbstractProxyModel *>(model))
        model = proxy->sourceModel();
    return qobject_cast<const TableSpecModel *>(model);
}

/// The row of the table, whatever the proxies in between made of it.
int specRow(QModelIndex index)
{
    while (const auto *proxy = qobject_cast<const QAbstractProxyModel *>(index.model()))
        index = proxy->mapToSource(index);
    return index.row();
}

QVariant alignmentOf(const TableColumn &column)
{
    return QVariant::fromValue(Qt::AlignVCenter | (column.kind == CellKind::Text ? Qt::AlignLeft : Qt::AlignRight));
}

} // namespace

void TableDisplayProxy::setShown(const TableSpec &table, ShownTable shown)
{
    m_shown = std::move(shown);
    m_columns.clear();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (!table.columns[i].forPeople)
            continue;
        const auto found = std::ranges::find(m_shown.columns, i, &ShownColumn::index);
        const auto at = static_cast<std::size_t>(found - m_shown.columns.begin());
        m_columns.push_back(found == m_shown.columns.end() ? std::nullopt : std::optional(at));
    }
    if (rowCount() > 0 && columnCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

bool TableDisplayProxy::isShown(int section) const
{
    const auto at = static_cast<std::size_t>(section);
    return at < m_columns.size() && m_columns[at];
}

QVariant TableDisplayProxy::data(const QModelIndex &index, int role) const
{
    const auto *spec = specModel(sourceModel());
    if (!spec || !index.isValid())
        return {};
    const auto *cell = cellAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return cell ? QVariant(cell->text()) : QVariant();
    case IntervalRole:
        return cell && !cell->interval.isEmpty() ? QVariant(cell->interval) : QVariant();
    case Qt::FontRole:
        if (cell && cell->isBest) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        return {};
    case Qt::ToolTipRole:
        if (cell && cell->isBest)
            return tr("The best value of its column");
        return spec->column(index.column()).isList ? index.data(SortRole) : QVariant();
    case Qt::TextAlignmentRole:
        return alignmentOf(spec->column(index.column()));
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

QVariant TableDisplayProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    const auto *spec = specModel(sourceModel());
    if (spec && role == Qt::TextAlignmentRole && orientation == Qt::Horizontal && section >= 0
        && section < spec->columnCount())
        return alignmentOf(spec->column(section));
    return QIdentityProxyModel::headerData(section, orientation, role);
}

const ShownCell *TableDisplayProxy::cellAt(const QModelIndex &index) const
{
    const auto row = static_cast<std::size_t>(specRow(index));
    if (!isShown(index.column()) || row >= m_shown.rows.size())
        return nullptr;
    return &m_shown.rows[row][*m_columns[static_cast<std::size_t>(index.column())]];
}

} // namespace Decayscope
