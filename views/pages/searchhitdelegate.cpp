// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searchhitdelegate.h"

#include <items/searchhitmodel.h>
#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace Decayscope {

namespace {

/// A snippet in one line: its line breaks and tabs become spaces, so that the marks keep their places.
QString inOneLine(QString text)
{
    for (auto &character : text) {
        if (character.isSpace() || character.category() == QChar::Other_Control)
            character = u' ';
    }
    return text;
}

QList<QTextLayout::FormatRange> boldRanges(const SearchHit &hit, const QColor &ground)
{
    QList<QTextLayout::FormatRange> ranges;
    for (const auto &[start, length] : hit.marks) {
        QTextCharFormat format;
        format.setFontWeight(QFont::Bold);
        format.setBackground(ground);
        ranges.append({start, length, format});
    }
    return ranges;
}

void drawSnippet(QPainter &painter, const SearchHit &hit, const QStyleOptionViewItem &option, const QRect &rect)
{
    QTextLayout layout(inOneLine(hit.snippet), option.font);
    QTextOption wrap;
    wrap.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(wrap);
    layout.setFormats(boldRanges(hit, chosenFill(option.palette)));
    layout.beginLayout();
    const auto line = layout.createLine();
    layout.endLayout();
    // What was found must be in view, whatever stands before it.
    qreal shift = 0;
    if (!hit.marks.empty() && line.isValid()) {
        const auto &[start, length] = hit.marks.front();
        shift = std::max(0.0, line.cursorToX(start + length) - rect.width() + Spacing::section);
    }
    painter.setClipRect(rect);
    layout.draw(&painter, QPointF(rect.left() - shift, rect.top()));
    painter.setClipping(false);
}

} // namespace

QString SearchHitDelegate::placeOf(const SearchHit &hit) const
{
    const auto run = m_title ? m_title(hit.run) : QString::number(hit.run.value);
    if (hit.part == SearchPart::Turns)
        return tr("%1 — turn %2").arg(run).arg(hit.turn + 1);
    return tr("%1 — %2, line %3").arg(run, hit.document).arg(hit.line);
}

void SearchHitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const SearchHitModel *>(index.model());
    if (!model)
        return;
    QStyleOptionViewItem ground(option);
    ground.text.clear();
    QApplication::style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &ground, painter, option.widget);
    const auto &hit = model->hit(index.row());
    const auto inner = option.rect.adjusted(Spacing::normal, Spacing::tight, -Spacing::normal, -Spacing::tight);
    const int lineHeight = option.fontMetrics.height();
    painter->setFont(option.font);
    painter->setPen(mutedText(option.palette));
    painter->drawText(QRect(inner.left(), inner.top(), inner.width(), lineHeight),
        Qt::AlignVCenter | Qt::TextSingleLine,
        option.fontMetrics.elidedText(placeOf(hit), Qt::ElideMiddle, inner.width()));
    painter->setPen(option.palette.color(QPalette::Text));
    drawSnippet(*painter, hit, option, {inner.left(), inner.top() + lineHeight, inner.width(), lineHeight});
}

QSize SearchHitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, 2 * option.fontMetrics.height() + 2 * Spacing::tight};
}

} // namespace Decayscope
