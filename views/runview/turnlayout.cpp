// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turnlayout.h"

#include "hues.h"
#include "turndocument.h"

#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextLayout>

#include <algorithm>
#include <utility>

namespace Decayscope {

namespace {

constexpr int rightMargin = 12;
constexpr int bottomMargin = 10;
constexpr int padding = 6;
constexpr int promptWidth = 18;
constexpr int barWidth = 3;
constexpr size_t mostMarks = 500;

struct Mark
{
    int position = 0;
    int length = 0;
    bool isCurrent = false;
};

bool isFramed(TurnBlock::Kind kind)
{
    return kind == TurnBlock::Kind::Command || kind == TurnBlock::Kind::Output || kind == TurnBlock::Kind::Error
        || kind == TurnBlock::Kind::Raw;
}

} // namespace

struct TurnLayout::Item
{
    TurnBlock block;
    TurnDocument text;
    QRectF frame; ///< With padding.
    QPointF origin; ///< Of the document.
    std::vector<Mark> marks;

    void addMark(int position, int length, bool isCurrent)
    {
        const auto end = text.document->characterCount() - 1;
        if (position >= 0 && position + length <= end && marks.size() < mostMarks)
            marks.push_back({.position = position, .length = length, .isCurrent = isCurrent});
    }

    /// Where a hit's row and column are in the document; -1 where they are not.
    [[nodiscard]] int positionOf(const TurnHit &hit) const
    {
        if (block.part != hit.part || text.isMarkdown || block.kind == TurnBlock::Kind::Link)
            return -1;
        const auto number = hit.row - block.firstRow;
        if (number < 0 || number >= text.document->blockCount())
            return -1;
        const auto line = text.document->findBlockByNumber(static_cast<int>(number));
        return hit.column + hit.length < line.length() ? line.position() + hit.column : -1;
    }

    void markWords(const QString &words)
    {
        const auto all = text.document->toRawText();
        for (auto at = all.indexOf(words, 0, Qt::CaseInsensitive);
            at >= 0 && !words.isEmpty() && marks.size() < mostMarks;
            at = all.indexOf(words, at + words.size(), Qt::CaseInsensitive))
            addMark(static_cast<int>(at), static_cast<int>(words.size()), false);
    }

    /// Markdown moves text about: the hits' words are looked for one behind the other.
    void markRearranged(const Marks &wanted)
    {
        const auto all = text.document->toRawText();
        qsizetype at = 0;
        for (size_t i = 0; i < std::min(wanted.hits.size(), wanted.texts.size()); ++i) {
            const auto &words = wanted.texts[i];
            if (wanted.hits[i].part != block.part || words.isEmpty())
                continue;
            const auto found = all.indexOf(words, at);
            if (found < 0)
                continue;
            addMark(static_cast<int>(found), static_cast<int>(words.size()), wanted.current == wanted.hits[i]);
            at = found + words.size();
        }
    }

    [[nodiscard]] QRectF rectOfPosition(int position) const
    {
        const auto line = text.document->findBlock(position);
        const auto *layout = line.layout();
        const auto row = layout->lineForTextPosition(position - line.position());
        const auto corner = text.document->documentLayout()->blockBoundingRect(line).topLeft() + origin;
        return row.isValid() ? row.rect().translated(corner) : QRectF(corner, QSizeF(1, 1));
    }
};

TurnLayout::TurnLayout(TurnHead head, std::vector<TurnBlock> blocks, const TurnLook &look, int width)
    : m_head(std::move(head))
    , m_look(look)
    , m_width(width)
{
    m_items.reserve(blocks.size());
    for (auto &block : blocks)
        m_items.push_back({.block = std::move(block)});
    layOut(look, width);
}

TurnLayout::~TurnLayout() = default;
TurnLayout::TurnLayout(TurnLayout &&) noexcept = default;

void TurnLayout::layOut(const TurnLook &look, int width)
{
    double y = look.headHeight;
    m_bytes = 2000;
    for (auto &item : m_items) {
        const auto kind = item.block.kind;
        const bool framed = isFramed(kind);
        const int left = look.gutter + (framed ? padding : 0) + (kind == TurnBlock::Kind::Command ? promptWidth : 0)
            + (kind == TurnBlock::Kind::Reasoning ? padding + barWidth : 0);
        const int right = width - rightMargin - (framed ? padding : 0);
        item.text = documentOf(item.block, look, std::max(60, right - left));
        m_bytes += 3000 + 14LL * item.text.document->characterCount();
        item.block.text.clear();
        const auto height = item.text.document->size().height();
        const double pad = framed ? padding - 2 : 1;
        item.frame = QRectF(look.gutter, y, width - rightMargin - look.gutter, height + 2 * pad);
        item.origin = QPointF(left, y + pad);
        y = item.frame.bottom() + (framed ? 3 : 2);
    }
    m_height = static_cast<int>(y) + (m_items.empty() ? 2 : bottomMargin);
}

void TurnLayout::setMarks(const Marks &marks)
{
    for (auto &item : m_items) {
        item.marks.clear();
        for (const auto &hit : marks.hits)
            item.addMark(item.positionOf(hit), hit.length, marks.current == hit);
        if (item.text.isMarkdown)
            item.markRearranged(marks);
        for (const auto &words : marks.words)
            item.markWords(words);
    }
}

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

    double right = line.right();
    painter.setPen(m_look.muted);
    if (!m_head.meta.isEmpty()) {
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, m_head.meta);
        right -= QFontMetricsF(m_look.small).horizontalAdvance(m_head.meta) + Spacing::normal;
    }
    if (m_head.returnCode)
        right = paintBadge(painter, right, line, QStringLiteral("exit %1").arg(*m_head.returnCode),
            *m_head.returnCode == 0 ? m_look.muted : m_look.errorLine);
    if (!m_head.loop.isEmpty())
        right = paintBadge(painter, right, line, QStringLiteral("\u21bb"), hueText(Hue::Amber, m_look.palette));

    painter.setFont(m_look.strong);
    painter.setPen(kindColor);
    const QFontMetricsF strong(m_look.strong);
    const auto sign = glyphOf(m_head.kind);
    const auto signWidth = strong.horizontalAdvance(u'M') + Spacing::tight;
    painter.drawText(QRectF(line.left(), line.top(), signWidth, line.height()), Qt::AlignLeft | Qt::AlignVCenter, sign);
    const auto word = wordOf(m_head.kind);
    painter.drawText(line.adjusted(signWidth, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, word);
    const auto titleLeft = line.left() + signWidth + strong.horizontalAdvance(word) + 10;
    painter.setFont(m_look.body);
    painter.setPen(m_look.muted);
    const auto room = std::max(0.0, right - titleLeft);
    painter.drawText(QRectF(titleLeft, line.top(), room, line.height()), Qt::AlignLeft | Qt::AlignVCenter,
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

TurnPlace TurnLayout::placeAt(const QPointF &point) const
{
    TurnPlace place;
    for (size_t i = 0; i < m_items.size(); ++i) {
        const auto &item = m_items[i];
        if (i > 0 && point.y() < item.frame.top())
            break;
        const int at = item.text.document->documentLayout()->hitTest(point - item.origin, Qt::FuzzyHit);
        place = {.block = static_cast<int>(i), .position = std::max(0, at)};
    }
    return place;
}

TurnLink TurnLayout::linkAt(const QPointF &point) const
{
    for (const auto &item : m_items) {
        if (!item.frame.contains(point))
            continue;
        const int at = item.text.document->documentLayout()->hitTest(point - item.origin, Qt::ExactHit);
        if (at < 0)
            return {};
        for (const auto &link : item.text.links) {
            if (at >= link.position && at < link.position + link.length)
                return {.kind = TurnLink::Kind::Code, .part = item.block.part, .path = link.path, .line = link.line};
        }
        return item.block.link;
    }
    return {};
}

TurnLink TurnLayout::mainLink() const
{
    TurnLink other;
    for (const auto &item : m_items) {
        if (item.block.link.kind == TurnLink::Kind::Code)
            return item.block.link;
        if (!item.text.links.empty()) {
            const auto &link = item.text.links.front();
            return {.kind = TurnLink::Kind::Code, .part = item.block.part, .path = link.path, .line = link.line};
        }
        if (other.kind == TurnLink::Kind::None)
            other = item.block.link;
    }
    return other;
}

TurnSelection TurnLayout::wordAt(const TurnPlace &place) const
{
    if (place.block < 0 || place.block >= static_cast<int>(m_items.size()))
        return {};
    QTextCursor cursor(m_items[static_cast<size_t>(place.block)].text.document.get());
    cursor.setPosition(place.position);
    cursor.select(QTextCursor::WordUnderCursor);
    return {.from = {.block = place.block, .position = cursor.selectionStart()},
        .to = {.block = place.block, .position = cursor.selectionEnd()}};
}

QString TurnLayout::text(const TurnSelection &selection) const
{
    QStringList pieces;
    for (int number = std::max(0, selection.from.block);
        number <= selection.to.block && number < static_cast<int>(m_items.size()); ++number) {
        const auto all = m_items[static_cast<size_t>(number)].text.document->toPlainText();
        const auto from = number == selection.from.block ? selection.from.position : 0;
        const auto to = number == selection.to.block ? selection.to.position : all.size();
        pieces.append(all.mid(from, to - from));
    }
    return pieces.join(u'\n');
}

std::optional<QRectF> TurnLayout::rectOf(const TurnHit &hit) const
{
    for (const auto &item : m_items) {
        const int position = item.positionOf(hit);
        if (position >= 0)
            return item.rectOfPosition(position);
        for (const auto &mark : item.marks) {
            if (mark.isCurrent && item.block.part == hit.part)
                return item.rectOfPosition(mark.position);
        }
    }
    return std::nullopt;
}

QStringList TurnLayout::visibleTexts() const
{
    const auto head = QString(QString::number(m_head.turn + 1) % u' ' % glyphOf(m_head.kind) % u' '
        % wordOf(m_head.kind) % u' ' % m_head.title);
    QStringList texts{head.trimmed()};
    if (m_head.returnCode)
        texts.last().append(u" [exit " % QString::number(*m_head.returnCode) % u']');
    if (!m_head.meta.isEmpty())
        texts.last().append(u" | " % m_head.meta);
    static constexpr std::array signs{u"T ", u"R ", u"$ ", u"> ", u"! ", u"{ ", u"E ", u"L ", u"- "};
    for (const auto &item : m_items)
        texts.append(signs.at(static_cast<size_t>(item.block.kind)) + item.text.document->toPlainText());
    return texts;
}

} // namespace Decayscope
