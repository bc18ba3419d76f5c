// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/searchhit.h>

#include <QAbstractListModel>

namespace Decayscope {

/// The hits of a search, growing page by page as they are looked at.
class SearchHitModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void clear();
    void append(const SearchPage &page);

    [[nodiscard]] const SearchHit &hit(int row) const { return m_hits[static_cast<std::size_t>(row)]; }
    [[nodiscard]] qint64 total() const { return m_total; }
    [[nodiscard]] bool isTotalExact() const { return m_isTotalExact; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// Qt::DisplayRole is the snippet.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void moreRequested(int offset);

private:
    std::vector<SearchHit> m_hits;
    qint64 m_total = 0;
    bool m_isTotalExact = true;
    bool m_isWaiting = false; ///< For a page that was asked for.
};

} // namespace Decayscope
