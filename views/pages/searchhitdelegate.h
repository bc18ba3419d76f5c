// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/searchhit.h>

#include <QStyledItemDelegate>

#include <functional>

namespace Decayscope {

/// Paints a hit in two lines: where it is, and its snippet with what was found in bold.
class SearchHitDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setRunTitles(std::function<QString(RunId)> title) { m_title = std::move(title); }

    /// "GPT-5 — flask … — turn 19".
    [[nodiscard]] QString placeOf(const SearchHit &hit) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    std::function<QString(RunId)> m_title;
};

} // namespace Decayscope
