// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turnlayoutitem.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr size_t mostMarks = 500;

} // namespace

void TurnLayout::Item::addMark(int position, int length, bool isCurrent)
{
    const auto end = text.document->characterCount() - 1;
    if (position >= 0 && position + length <= end && marks.size() < mostMarks)
        marks.push_back({.position = position, .length = length, .isCurrent = isCurrent});
}

int TurnLayout::Item::positionOf(const TurnHit &hit) const
{
    if (block.part != hit.part || text.isMarkdown || block.kind == TurnBlock::Kind::Link)
        return -1;
    const auto number = hit.row - block.firstRow;
    if (number < 0 || number >= text.document->blockCount())
        return -1;
    const auto line = text.document->findBlockByNumber(static_cast<int>(number));
    return hit.column + hit.length < line.length() ? line.position() + hit.column : -1;
}

void TurnLayout::Item::markWords(const QString &words)
{
    const auto all = text.document->toRawText();
    for (auto at = all.indexOf(words, 0, Qt::CaseInsensitive); at >= 0 && !words.isEmpty() && marks.size() < mostMarks;
        at = all.indexOf(words, at + words.size(), Qt::CaseInsensitive))
        addMark(static_cast<int>(at), static_cast<int>(words.size()), false);
}

void TurnLayout::Item::markRearranged(const Marks &wanted)
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

QRectF TurnLayout::Item::rectOfPosition(int position) const
{
    const auto line = text.document->findBlock(position);
    const auto *layout = line.layout();
    const auto row = layout->lineForTextPosition(position - line.position());
    const auto corner = text.document->documentLayout()->blockBoundingRect(line).topLeft() + origin;
    return row.isValid() ? row.rect().translated(corner) : QRectF(corner, QSizeF(1, 1));
}

} // namespace Decayscope
