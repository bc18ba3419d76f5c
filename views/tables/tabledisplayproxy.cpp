// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tabledisplayproxy.h"

#include <figures/celltext.h>
#include <items/itemroles.h>
#include <items/tablespecmodel.h>

#include <QSortFilterProxyModel>

namespace Decayscope {

namespace {

Cell cellOf(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QString:
        return value.toString();
    case QMetaType::LongLong:
    case QMetaType::Int:
        return static_cast<qint64>(value.toLongLong());
    case QMetaType::Double:
        return value.toDouble();
    default:
        return {};
    }
}

const TableSpecModel *specModel(const QAbstractItemModel *model)
{
    while (const auto *proxy = qobject_cast<const QAbstractProxyModel *>(model))
        model = proxy->sourceModel();
    return qobject_cast<const TableSpecModel *>(model);
}

} // namespace

QVariant TableDisplayProxy::data(const QModelIndex &index, int role) const
{
    const auto *spec = specModel(sourceModel());
    if (!spec || !index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return textOf(index);
    case Qt::ToolTipRole:
        return spec->column(index.column()).isList ? index.data(SortRole) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::AlignVCenter | (spec->column(index.column()).kind == CellKind::Text ? Qt::AlignLeft : Qt::AlignRight));
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

QVariant TableDisplayProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    const auto *spec = specModel(sourceModel());
    if (spec && role == Qt::TextAlignmentRole && orientation == Qt::Horizontal && section >= 0
        && section < spec->columnCount())
        return QVariant::fromValue(
            Qt::AlignVCenter | (spec->column(section).kind == CellKind::Text ? Qt::AlignLeft : Qt::AlignRight));
    return QIdentityProxyModel::headerData(section, orientation, role);
}

QString TableDisplayProxy::textOf(const QModelIndex &index) const
{
    const auto &column = specModel(sourceModel())->column(index.column());
    const auto text = cellText(cellOf(index.data(SortRole)), column.kind);
    const auto low = index.data(LowRole);
    const auto high = index.data(HighRole);
    const auto end = [&](const QVariant &value) {
        const bool isShare = column.kind == CellKind::Percent; // Cut to what a share can be, for display only.
        return cellText(isShare ? qBound(0.0, value.toDouble(), 100.0) : value.toDouble(), column.kind);
    };
    if (low.isValid() && high.isValid())
        return QStringLiteral("%1 [%2, %3]").arg(text, end(low), end(high));
    return text + index.data(MarkRole).toString();
}

} // namespace Decayscope
