// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hues.h"
#include "turnlayoutitem.h"

#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextCursor>

#include <algorithm>

namespace Decayscope {

using namespace TurnMeasure;

void TurnLayout::paint(QPainter &painter, const QRectF &clip, const PaintState &state) const
{
    const QRectF all(0, 0, m_width, m_height);
    if (state.isCurrent) {
        painter.fillRect(
            all, mixed(m_look.palette.color(QPalette::Base), m_look.palette.color(QPalette::Highlight), 0.07));
        painter.fillRect(
            QRectF(0, 0, state.hasFocus ? barWidth + 1 : barWidth - 1, m_height), m_look.palette.highlight());
    }
    painter.setPen(hairline(m_look.palette));
    painter.drawLine(QPointF(0, 0), QPointF(m_width, 0));
    paintHead(painter, state);
    for (size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i].frame.intersects(clip))
            paintBlock(painter, m_items[i], clip, state, static_cast<int>(i));
    }
    if (state.isCurrent && state.hasFocus) {
        painter.setPen(m_look.palette.color(QPalette::Highlight));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(all.adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

namespace {

/// A word in a rounded outline that ends at `right`; returns where it begins.
double paintBadge(QPainter &painter, double right, const QRectF &line, const QString &text, const QColor &ink)
{
    const QFontMetricsF metrics(painter.font());
    const auto width = metrics.horizontalAdvance(text) + 2 * padding;
    const QRectF frame(right - width, line.top() + 3.5, width, line.height() - 7);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(ink);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(frame, Spacing::radius, Spacing::radius);
    painter.drawText(frame, Qt::AlignCenter, text);
    painter.restore();
    return frame.left() - Spacing::normal;
}

} // namespace

/// From the right: when and for how much, the return code, whether it repeats. Returns where they begin.
double TurnLayout::paintBadges(QPainter &painter, const QRectF &line) const
{
    double right = line.right();
    painter.setFont(m_look.small);
    painter.setPen(m_look.muted);
    if (!m_head.meta.isEmpty()) {
        const QFontMetricsF small(m_look.small);
        const auto room = std::max(0.0, line.width() - kindWidth() - Spacing::wide);
        const auto meta = small.elidedText(m_head.meta, Qt::ElideRight, room);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, meta);
        right -= small.horizontalAdvance(meta) + Spacing::normal;
    }
    if (m_head.returnCode)
        right = paintBadge(painter, right, line, QStringLiteral("exit %1").arg(*m_head.returnCode),
            *m_head.returnCode == 0 ? m_look.muted : m_look.errorLine);
    if (m_head.isInLoop)
        right = paintBadge(painter, right, line, QStringLiteral("\u21bb"), hueText(Hue::Amber, m_look.palette));
    return right;
}

/// Of the sign before the kind's word, with its gap.
double TurnLayout::signWidth() const
{
    return QFontMetricsF(m_look.strong).horizontalAdvance(u'M') + Spacing::tight;
}

/// Of sign and word, with the gap behind them.
double TurnLayout::kindWidth() const
{
    return signWidth() + QFontMetricsF(m_look.strong).horizontalAdvance(wordOf(m_head.kind)) + 10;
}

void TurnLayout::paintHead(QPainter &painter, const PaintState &state) const
{
    const QRectF line(m_look.gutter, 1, m_width - m_look.gutter - rightMargin, m_look.headHeight);
    const auto kindColor = m_look.colorOf(m_head.kind);
    painter.setFont(m_look.small);
    painter.setPen(state.isCurrent ? m_look.palette.color(QPalette::Text) : m_look.muted);
    painter.drawText(QRectF(0, line.top(), m_look.gutter - 14, line.height()), Qt::AlignRight | Qt::AlignVCenter,
        QString::number(m_head.turn + 1));
    painter.fillRect(QRectF(m_look.gutter - 9, line.top() + 4, barWidth, m_height - 8 - line.top()),
        mixed(m_look.palette.color(QPalette::Base), kindColor, 0.75));
    const auto right = paintBadges(painter, line);

    painter.setFont(m_look.strong);
    painter.setPen(kindColor);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, glyphOf(m_head.kind));
    const auto word = wordOf(m_head.kind);
    painter.drawText(line.adjusted(signWidth(), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, word);
    const auto left = line.left() + kindWidth();
    const auto room = std::max(0.0, right - left);
    painter.setFont(m_look.body);
    painter.setPen(m_look.muted);
    painter.drawText(QRectF(left, line.top(), room, line.height()), Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(m_look.body).elidedText(m_head.title, Qt::ElideRight, room));
}

namespace {

QColor inkOf(TurnBlock::Kind kind, const TurnLook &look)
{
    switch (kind) {
    case TurnBlock::Kind::Link:
        return look.link;
    case TurnBlock::Kind::Reasoning:
    case TurnBlock::Kind::Note:
        return look.muted;
    case TurnBlock::Kind::Edit:
        return look.link;
    case TurnBlock::Kind::Markdown:
    case TurnBlock::Kind::Command:
    case TurnBlock::Kind::Output:
    case TurnBlock::Kind::Error:
    case TurnBlock::Kind::Raw:
        break;
    }
    return look.palette.color(QPalette::Text);
}

void paintFrame(QPainter &painter, TurnBlock::Kind kind, const QRectF &frame, const TurnLook &look)
{
    if (kind == TurnBlock::Kind::Reasoning) {
        painter.fillRect(QRectF(frame.left(), frame.top() + 2, 2, frame.height() - 4), hairline(look.palette));
        return;
    }
    if (!isFramed(kind))
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(kind == TurnBlock::Kind::Command ? look.commandFill : look.outputFill);
    painter.drawRoundedRect(frame, Spacing::radius, Spacing::radius);
    if (kind == TurnBlock::Kind::Error) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(look.errorLine, 1.2));
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), Spacing::radius, Spacing::radius);
    }
    painter.restore();
}

void addSelection(QAbstractTextDocumentLayout::PaintContext &context, QTextDocument &document, int from, int to,
    const QColor &back, const QColor &ink)
{
    QAbstractTextDocumentLayout::Selection selection;
    selection.cursor = QTextCursor(&document);
    selection.cursor.setPosition(from);
    selection.cursor.setPosition(to, QTextCursor::KeepAnchor);
    selection.format.setBackground(back);
    selection.format.setForeground(ink);
    context.selections.append(selection);
}

} // namespace

void TurnLayout::paintBlock(
    QPainter &painter, const Item &item, const QRectF &clip, const PaintState &state, int number) const
{
    const auto kind = item.block.kind;
    paintFrame(painter, kind, item.frame, m_look);
    if (kind == TurnBlock::Kind::Command && item.block.firstRow == 0) {
        painter.setFont(m_look.mono);
        painter.setPen(m_look.colorOf(TurnKind::Command));
        painter.drawText(QPointF(item.frame.left() + padding, item.origin.y() + QFontMetricsF(m_look.mono).ascent()),
            QStringLiteral("$"));
    }
    auto &document = *item.text.document;
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette = m_look.palette;
    context.palette.setColor(QPalette::Text, inkOf(kind, m_look));
    const auto text = m_look.palette.color(QPalette::Text);
    for (const auto &mark : item.marks)
        addSelection(context, document, mark.position, mark.position + mark.length,
            mark.isCurrent ? hueText(Hue::Amber, m_look.palette) : m_look.mark,
            mark.isCurrent ? m_look.palette.color(QPalette::Base) : text);
    const auto &selection = state.selection;
    if (!selection.isEmpty() && selection.from.block <= number && number <= selection.to.block) {
        const int from = selection.from.block == number ? selection.from.position : 0;
        const int to = selection.to.block == number ? selection.to.position : document.characterCount() - 1;
        addSelection(context, document, from, to, m_look.palette.color(QPalette::Highlight),
            m_look.palette.color(QPalette::HighlightedText));
    }
    context.clip = clip.intersected(item.frame).translated(-item.origin);
    painter.save();
    painter.translate(item.origin);
    painter.setClipRect(context.clip);
    document.documentLayout()->draw(&painter, context);
    painter.restore();
}

} // namespace Decayscope
