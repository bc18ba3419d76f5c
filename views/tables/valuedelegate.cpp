// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "valuedelegate.h"

#include "tabledisplayproxy.h"

#include <charts/chartpalette.h>
#include <items/itemroles.h>
#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QApplication>
#include <QPainter>

namespace Decayscope {

namespace {

constexpr int dotSize = 8;

} // namespace

void ValueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    const auto text = cell.text;
    cell.text.clear();
    const auto *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    auto rect = cell.rect.adjusted(Spacing::normal, 0, -Spacing::normal, 0);
    const auto ink = cell.palette.color(QPalette::Text);
    painter->save();
    painter->setFont(cell.font);
    if (const auto color = index.data(ColorRole); color.isValid()) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(chartColor(color.toInt(), isDark(cell.palette)));
        painter->drawEllipse(QRectF(rect.left(), rect.center().y() - dotSize / 2.0 + 0.5, dotSize, dotSize));
        rect.setLeft(rect.left() + dotSize + Spacing::tight + 2);
    }
    // The interval stands behind the value: "92.1 [83.0, 98.2]".
    const auto interval = index.data(IntervalRole).toString();
    if (!interval.isEmpty() && text.endsWith(interval) && cell.displayAlignment.testFlag(Qt::AlignRight)) {
        auto font = cell.font;
        font.setBold(false);
        painter->setFont(font);
        painter->setPen(mutedText(cell.palette));
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, interval);
        rect.setRight(rect.right() - QFontMetrics(font).horizontalAdvance(interval));
        painter->setFont(cell.font);
        painter->setPen(ink);
        painter->drawText(
            rect, Qt::AlignRight | Qt::AlignVCenter | Qt::TextIncludeTrailingSpaces, text.chopped(interval.size()));
    } else {
        painter->setPen(ink);
        painter->drawText(rect, static_cast<int>((cell.displayAlignment | Qt::AlignVCenter).toInt()),
            cell.fontMetrics.elidedText(text, Qt::ElideRight, rect.width()));
    }
    painter->restore();
}

QSize ValueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    if (const auto given = index.data(Qt::SizeHintRole); given.isValid())
        return given.toSize();
    const int dot = index.data(ColorRole).isValid() ? dotSize + Spacing::tight + 2 : 0;
    return {cell.fontMetrics.horizontalAdvance(cell.text) + dot + 2 * Spacing::normal + 2,
        cell.fontMetrics.height() + Spacing::normal};
}

} // namespace Decayscope
