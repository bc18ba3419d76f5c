// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stylemodel.h"

#include <utility>

namespace Decayscope {

namespace {

bool assign(ConfigurationStyle &style, int column, const QVariant &value)
{
    const auto before = style;
    switch (column) {
    case StyleModel::Name:
        if (const auto name = value.toString().simplified(); !name.isEmpty())
            style.displayName = name;
        break;
    case StyleModel::Color:
        style.color = value.toInt();
        break;
    case StyleModel::Line:
        style.line = static_cast<LineStyle>(value.toInt());
        break;
    default:
        break;
    }
    return style != before;
}

} // namespace

void StyleModel::setStyles(const std::vector<ConfigurationStyle> &styles)
{
    if (styles == m_styles)
        return;
    beginResetModel();
    m_styles = styles;
    endResetModel();
}

bool StyleModel::moveStyle(int row, int by)
{
    const int target = row + by;
    if (row < 0 || target < 0 || row >= rowCount() || target >= rowCount() || by == 0)
        return false;
    beginMoveRows({}, row, row, {}, by > 0 ? target + 1 : target);
    std::swap(m_styles[static_cast<std::size_t>(row)], m_styles[static_cast<std::size_t>(target)]);
    for (std::size_t i = 0; i < m_styles.size(); ++i)
        m_styles[i].order = static_cast<int>(i);
    endMoveRows();
    emit edited();
    return true;
}

int StyleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_styles.size());
}

int StyleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StyleModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const auto &style = m_styles[static_cast<std::size_t>(index.row())];
    if (role == ColorRole)
        return style.color;
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (static_cast<Column>(index.column())) {
    case Who:
        return QString(style.configuration.model % u" · " % style.configuration.scaffold);
    case Name:
        return style.displayName;
    case Color:
        return style.color;
    case Line:
        return static_cast<int>(style.line);
    case ColumnCount:
        break;
    }
    return {};
}

bool StyleModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    if (role != Qt::EditRole || !assign(m_styles[static_cast<std::size_t>(index.row())], index.column(), value))
        return false;
    emit dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(ColumnCount - 1));
    emit edited();
    return true;
}

Qt::ItemFlags StyleModel::flags(const QModelIndex &index) const
{
    const auto flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() != Who ? flags | Qt::ItemIsEditable : flags;
}

} // namespace Decayscope
