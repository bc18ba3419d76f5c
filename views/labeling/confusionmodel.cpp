// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "confusionmodel.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int mostCategories = 200;

} // namespace

void ConfusionModel::setCounts(const QStringList &titles, std::vector<int> counts)
{
    beginResetModel();
    const auto n = static_cast<int>(titles.size());
    const bool fits = n <= mostCategories && std::ssize(counts) == std::ptrdiff_t(n) * n;
    m_titles = fits ? titles : QStringList();
    m_counts.assign(at(categories(), categories()) + 1, 0);
    m_mostAgreed = 0;
    m_mostMixed = 0;
    for (int row = 0; row < categories(); ++row) {
        for (int column = 0; column < categories(); ++column) {
            const int count = counts[static_cast<std::size_t>(row) * static_cast<std::size_t>(n)
                + static_cast<std::size_t>(column)];
            m_counts[at(row, column)] = count;
            m_counts[at(row, n)] += count;
            m_counts[at(n, column)] += count;
            m_counts[at(n, n)] += count;
            auto &most = row == column ? m_mostAgreed : m_mostMixed;
            most = std::max(most, count);
        }
    }
    endResetModel();
}

int ConfusionModel::count(int row, int column) const
{
    return m_counts[at(row, column)];
}

bool ConfusionModel::isSum(const QModelIndex &index) const
{
    return index.row() == categories() || index.column() == categories();
}

QString ConfusionModel::title(int category) const
{
    return category == categories() ? tr("Sum") : m_titles.value(category);
}

int ConfusionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_titles.isEmpty() ? 0 : categories() + 1;
}

int ConfusionModel::columnCount(const QModelIndex &parent) const
{
    return rowCount(parent);
}

QVariant ConfusionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    const int units = count(index.row(), index.column());
    switch (role) {
    case Qt::DisplayRole:
        return units;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1, then %2: %n unit(s)", nullptr, units).arg(title(index.row()), title(index.column()));
    default:
        return {};
    }
}

QVariant ConfusionModel::headerData(int section, Qt::Orientation, int role) const
{
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    return isText && section >= 0 && section <= categories() ? QVariant(title(section)) : QVariant();
}

std::size_t ConfusionModel::at(int row, int column) const
{
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(categories() + 1)
        + static_cast<std::size_t>(column);
}

} // namespace Decayscope
