// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace Decayscope {

/// A line of text over one of second rank, both cut to the width there is.
class TwoLineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role : int { Title = Qt::UserRole, Second };
    enum class SecondLine : quint8 { Words, Code };

    explicit TwoLineDelegate(SecondLine second, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    [[nodiscard]] static int rowHeight(const QFontMetrics &metrics);

private:
    SecondLine m_second;
};

} // namespace Decayscope
