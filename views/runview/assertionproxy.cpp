// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assertionproxy.h"

#include "assertionmodel.h"

#include <algorithm>

namespace Decayscope {

AssertionProxy::AssertionProxy(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    sort(0);
}

void AssertionProxy::setWords(const QString &words)
{
    m_words = words.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void AssertionProxy::setFailingFirst(bool isFailingFirst)
{
    m_isFailingFirst = isFailingFirst;
    invalidate();
    sort(0);
}

bool AssertionProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_words.isEmpty() || parent.isValid())
        return true;
    const auto request = sourceModel()->index(row, 0);
    auto text = request.data(AssertionModel::SearchRole).toString();
    for (int child = 0; child < sourceModel()->rowCount(request); ++child)
        text += u' ' + sourceModel()->index(child, 0, request).data(AssertionModel::SearchRole).toString();
    return std::ranges::all_of(
        m_words, [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool AssertionProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto isFailing = [](const QModelIndex &index) { return index.data(AssertionModel::FailingRole).toBool(); };
    if (m_isFailingFirst && isFailing(left) != isFailing(right))
        return isFailing(left);
    return left.row() < right.row();
}

} // namespace Decayscope
