// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "twolinedelegate.h"

#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QApplication>
#include <QPainter>

namespace Decayscope {

TwoLineDelegate::TwoLineDelegate(SecondLine second, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_second(second)
{ }

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem ground(option);
    QApplication::style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &ground, painter, option.widget);
    const auto inner = option.rect.adjusted(Spacing::normal, Spacing::tight, -Spacing::tight, -Spacing::tight);
    const int line = option.fontMetrics.height();
    const auto given = index.data(Qt::FontRole);
    const auto title = given.isValid() ? given.value<QFont>().resolve(option.font) : option.font;
    const auto second = m_second == SecondLine::Code ? fixedFont(option.font, 0.88) : figuresFont(option.font, 0.92);
    const auto draw = [&](int top, const QFont &font, const QColor &ink, const QString &text, Qt::TextElideMode mode) {
        painter->setFont(font);
        painter->setPen(ink);
        painter->drawText(QRect(inner.left(), top, inner.width(), line), Qt::AlignVCenter | Qt::TextSingleLine,
            QFontMetrics(font).elidedText(text, mode, inner.width()));
    };
    painter->save();
    draw(inner.top(), title, option.palette.color(QPalette::Text), index.data(Title).toString(),
        m_second == SecondLine::Code ? Qt::ElideMiddle : Qt::ElideRight);
    draw(inner.top() + line, second, mutedText(option.palette), index.data(Second).toString(), Qt::ElideRight);
    painter->restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, rowHeight(option.fontMetrics)};
}

int TwoLineDelegate::rowHeight(const QFontMetrics &metrics)
{
    return 2 * metrics.height() + Spacing::normal;
}

} // namespace Decayscope
