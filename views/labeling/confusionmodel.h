// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace Decayscope {

/// How often one annotator said this where the other said that, with sums at the ends.
class ConfusionModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// `counts` of titles × titles in row order; rows are the reference's. Others are shown as nothing.
    void setCounts(const QStringList &titles, std::vector<int> counts);

    [[nodiscard]] int categories() const { return static_cast<int>(m_titles.size()); }
    [[nodiscard]] int count(int row, int column) const; ///< Also of the sums, at categories().
    [[nodiscard]] bool isSum(const QModelIndex &index) const;
    [[nodiscard]] int mostAgreed() const { return m_mostAgreed; } ///< Greatest count on the diagonal.
    [[nodiscard]] int mostMixed() const { return m_mostMixed; } ///< Greatest count beside it.
    [[nodiscard]] QString title(int category) const; ///< "Sum" at categories().

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] std::size_t at(int row, int column) const;

    QStringList m_titles;
    std::vector<int> m_counts; ///< With sums: (n + 1)².
    int m_mostAgreed = 0;
    int m_mostMixed = 0;
};

} // namespace Decayscope
