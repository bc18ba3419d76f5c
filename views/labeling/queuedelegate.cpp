// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "queuedelegate.h"

#include "queuemodel.h"

#include <widgets/icons.h>
#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QApplication>
#include <QPainter>

namespace Decayscope {

namespace {

constexpr int markSize = 14;
constexpr int flagSize = 13;

void paintMark(QPainter &painter, QueueRow::State state, const QRect &place, const QPalette &palette)
{
    const auto ring = QRectF(place).adjusted(2, 2, -2, -2);
    painter.setBrush(Qt::NoBrush);
    switch (state) {
    case QueueRow::State::ToDo:
        painter.setPen(QPen(outline(palette), 1.4));
        painter.drawEllipse(ring);
        return;
    case QueueRow::State::HalfMade:
        painter.setPen(QPen(palette.color(QPalette::Highlight), 1.4));
        painter.drawEllipse(ring);
        painter.setBrush(palette.highlight());
        painter.drawPie(ring, 90 * 16, 180 * 16);
        return;
    case QueueRow::State::Done:
        themedIcon(QStringLiteral("done")).paint(&painter, place);
        return;
    case QueueRow::State::Skipped:
        themedIcon(QStringLiteral("skip")).paint(&painter, place);
        return;
    }
}

} // namespace

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *proxy = qobject_cast<const QueueProxy *>(index.model());
    if (!proxy)
        return;
    const auto &row = proxy->queueRow(index);
    const bool isSettled = row.state == QueueRow::State::Done || row.state == QueueRow::State::Skipped;
    QStyleOptionViewItem ground(option);
    QApplication::style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &ground, painter, option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    auto inner = option.rect.adjusted(Spacing::normal, 0, -Spacing::normal, 0);
    paintMark(
        *painter, row.state, {inner.left(), inner.center().y() - markSize / 2 + 1, markSize, markSize}, option.palette);
    inner.setLeft(inner.left() + markSize + Spacing::tight);
    if (row.isFlagged) {
        const QRect flag(inner.right() - flagSize + 1, inner.center().y() - flagSize / 2 + 1, flagSize, flagSize);
        themedIcon(QStringLiteral("flag")).paint(painter, flag);
        inner.setRight(flag.left() - Spacing::tight);
    }
    const auto figures = figuresFont(option.font);
    const auto most = QString::number(std::max(proxy->sourceModel()->rowCount(), 100));
    const int numberWidth = QFontMetrics(figures).horizontalAdvance(most);
    painter->setFont(figures);
    painter->setPen(mutedText(option.palette));
    painter->drawText(QRect(inner.left(), inner.top(), numberWidth, inner.height()), Qt::AlignVCenter | Qt::AlignRight,
        QString::number(proxy->mapToSource(index).row() + 1));
    inner.setLeft(inner.left() + numberWidth + Spacing::normal);
    painter->setFont(option.font);
    painter->setPen(isSettled ? mutedText(option.palette) : option.palette.color(QPalette::Text));
    painter->drawText(inner, Qt::AlignVCenter | Qt::TextSingleLine,
        option.fontMetrics.elidedText(row.title, Qt::ElideRight, inner.width()));
    painter->restore();
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, option.fontMetrics.height() + Spacing::normal};
}

} // namespace Decayscope
