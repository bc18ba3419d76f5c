// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turnlayout.h"

#include "turnlayoutitem.h"

#include <QAbstractTextDocumentLayout>
#include <QTextCursor>

#include <algorithm>
#include <utility>

namespace Decayscope {

using namespace TurnMeasure;

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

LayoutPlace TurnLayout::placeAt(const QPointF &point) const
{
    LayoutPlace place;
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

TurnSelection TurnLayout::wordAt(const LayoutPlace &place) const
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
