// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searchhitmodel.h"

namespace Decayscope {

void SearchHitModel::clear()
{
    beginResetModel();
    m_hits.clear();
    m_total = 0;
    m_isWaiting = false;
    endResetModel();
}

void SearchHitModel::append(const SearchPage &page)
{
    m_isWaiting = false;
    m_isTotalExact = page.isTotalExact;
    const auto first = static_cast<int>(m_hits.size());
    // A page without hits is the end, whatever the total was said to be.
    m_total = page.hits.empty() ? first : page.total;
    if (page.hits.empty())
        return;
    beginInsertRows({}, first, first + static_cast<int>(page.hits.size()) - 1);
    m_hits.insert(m_hits.end(), page.hits.begin(), page.hits.end());
    endInsertRows();
}

int SearchHitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant SearchHitModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return hit(index.row()).snippet;
}

bool SearchHitModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isWaiting && rowCount() < m_total;
}

void SearchHitModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_isWaiting = true;
    emit moreRequested(rowCount());
}

} // namespace Decayscope
