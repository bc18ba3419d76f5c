// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textrows.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qsizetype cutSearch = 200;

/// A good place to cut a line of `longestRow`: behind something that is no letter or digit, never within a pair.
qsizetype cutOf(QStringView line)
{
    for (auto cut = longestRow; cut > longestRow - cutSearch; --cut) {
        if (!line[cut - 1].isLetterOrNumber() && !line[cut - 1].isSurrogate())
            return cut;
    }
    return line[longestRow].isLowSurrogate() ? longestRow - 1 : longestRow;
}

} // namespace

TextRow rowAt(QStringView text, qsizetype at)
{
    const auto rest = text.sliced(at);
    const auto near = rest.first(std::min(rest.size(), longestRow + 1));
    const auto feed = near.indexOf(u'\n');
    if (feed >= 0)
        return {.text = rest.first(feed), .next = at + feed + 1};
    if (rest.size() <= longestRow)
        return {.text = rest, .next = text.size()};
    const auto cut = cutOf(rest);
    return {.text = rest.first(cut), .next = at + cut};
}

qint64 rowCount(QStringView text)
{
    qint64 rows = 0;
    for (qsizetype at = 0; at < text.size(); at = rowAt(text, at).next)
        ++rows;
    return rows;
}

qsizetype rowStart(QStringView text, qint64 row)
{
    qsizetype at = 0;
    while (row-- > 0 && at < text.size())
        at = rowAt(text, at).next;
    return at;
}

RowStretch rowsFrom(QStringView text, qint64 first, qint64 rows, qsizetype characters)
{
    const auto start = rowStart(text, first);
    RowStretch stretch;
    for (auto at = start; at < text.size() && stretch.rows < rows;) {
        const auto row = rowAt(text, at);
        const auto end = at + row.text.size();
        if (stretch.rows > 0 && end - start > characters)
            break;
        stretch.text = text.sliced(start, end - start);
        ++stretch.rows;
        at = row.next;
    }
    return stretch;
}

RowStretch lastRows(QStringView text, qint64 rows, qsizetype characters)
{
    if (text.endsWith(u'\n'))
        text.chop(1);
    const auto near = text.last(std::min(text.size(), characters));
    RowStretch stretch;
    auto start = near.size();
    for (auto end = near.size(); stretch.rows < rows && end >= 0 && !near.isEmpty(); ++stretch.rows) {
        const auto feed = near.first(end).lastIndexOf(u'\n');
        start = feed + 1;
        end = feed;
    }
    if (start < near.size() && near[start].isLowSurrogate())
        ++start;
    stretch.text = near.sliced(start);
    return stretch;
}

} // namespace Decayscope
