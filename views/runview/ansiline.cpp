// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ansiline.h"

#include "ansistyle.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr char16_t escapeUnit = 0x1b;
constexpr qsizetype longestSequence = 256;
constexpr qsizetype longestString = 4096;
constexpr qsizetype farthestColumn = 2000;

/// Behind the terminator of an operating system command or the like; nothing follows where it has none.
qsizetype behindString(QStringView source, qsizetype at)
{
    const auto end = std::min(source.size(), at + longestString);
    for (auto i = at; i < end; ++i) {
        const auto unit = source[i].unicode();
        if (unit == 0x07 || unit == 0x9c)
            return i + 1;
        if (unit == escapeUnit)
            return i + 1 < source.size() && source[i + 1] == u'\\' ? i + 2 : i;
    }
    return end == source.size() ? end : at;
}

/// A unit that stands for itself in a line of text; pairs are kept, halves of pairs are not.
char16_t shownUnit(QStringView source, qsizetype at)
{
    const auto c = source[at];
    if (c.isHighSurrogate())
        return at + 1 < source.size() && source[at + 1].isLowSurrogate() ? c.unicode() : u'\ufffd';
    if (c.isLowSurrogate())
        return at > 0 && source[at - 1].isHighSurrogate() ? c.unicode() : u'\ufffd';
    if (c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
        return u'\u21b5';
    return c.unicode();
}

} // namespace

void AnsiLine::write(QStringView source)
{
    for (qsizetype at = 0; at < source.size();) {
        const auto unit = source[at].unicode();
        if (unit == escapeUnit)
            at = escape(source, at + 1);
        else if (unit == 0x9b)
            at = controlSequence(source, at + 1);
        else if ((unit < 0x20 && unit != u'\t') || (unit >= 0x7f && unit < 0xa0))
            at = control(source, at);
        else
            put(shownUnit(source, at++));
    }
}

void AnsiLine::moveTo(AnsiText &result)
{
    for (const auto &cell : m_cells) {
        if (cell.style != AnsiStyle()) {
            const auto offset = result.text.size();
            auto &spans = result.spans;
            if (!spans.empty() && spans.back().style == cell.style
                && spans.back().offset + spans.back().length == offset)
                ++spans.back().length;
            else
                spans.push_back({.offset = offset, .length = 1, .style = cell.style});
        }
        result.text.append(QChar(cell.unit));
    }
    m_cells.clear();
    m_column = 0;
}

qsizetype AnsiLine::control(QStringView source, qsizetype at)
{
    const auto unit = source[at].unicode();
    if (unit == u'\r')
        m_column = 0;
    else if (unit == u'\b')
        goTo(static_cast<qsizetype>(m_column) - 1);
    else if (unit == 0x7f)
        put(u'\u2421');
    else if (unit < 0x20 && unit != 0x07 && unit != 0x0e && unit != 0x0f)
        put(static_cast<char16_t>(0x2400 + unit));
    return at + 1;
}

qsizetype AnsiLine::escape(QStringView source, qsizetype at)
{
    if (at >= source.size())
        return at;
    const auto kind = source[at];
    if (kind == u'[')
        return controlSequence(source, at + 1);
    if (QStringView(u"]PX^_").contains(kind))
        return behindString(source, at + 1);
    if (QStringView(u"()*+-./#% ").contains(kind))
        return std::min(source.size(), at + 2);
    return kind.unicode() >= 0x30 && kind.unicode() < 0x7f ? at + 1 : at;
}

qsizetype AnsiLine::controlSequence(QStringView source, qsizetype at)
{
    const auto limit = std::min(source.size(), at + longestSequence);
    auto end = at;
    while (end < limit && source[end].unicode() >= 0x20 && source[end].unicode() < 0x40)
        ++end;
    if (end >= source.size())
        return end;
    const auto command = source[end].unicode();
    if (end == limit || command < 0x40 || command > 0x7e)
        return end;
    obey(command, source.sliced(at, end - at));
    return end + 1;
}

void AnsiLine::obey(char16_t command, QStringView parameters)
{
    if (command == u'm') {
        m_style = styleAfter(m_style, parameters);
        return;
    }
    bool ok = false;
    const int number = parameters.toInt(&ok);
    const auto column = static_cast<qsizetype>(m_column);
    const qsizetype steps = ok ? std::clamp(number, 1, static_cast<int>(farthestColumn)) : 1;
    if (command == u'K')
        erase(ok ? number : 0);
    else if (command == u'G' || command == u'`')
        goTo(steps - 1);
    else if (command == u'C')
        goTo(std::max(column, std::min(column + steps, farthestColumn)));
    else if (command == u'D')
        goTo(column - steps);
}

void AnsiLine::put(char16_t unit)
{
    if (m_column > m_cells.size())
        m_cells.resize(m_column);
    const Cell cell{.unit = unit, .style = m_style};
    if (m_column < m_cells.size())
        m_cells[m_column] = cell;
    else
        m_cells.push_back(cell);
    ++m_column;
}

void AnsiLine::goTo(qsizetype column)
{
    m_column = static_cast<size_t>(std::max<qsizetype>(0, column));
}

void AnsiLine::erase(int which)
{
    if (which == 0 && m_column < m_cells.size())
        m_cells.resize(m_column);
    else if (which == 1)
        std::fill_n(m_cells.begin(), std::min(m_column, m_cells.size()), Cell());
    else if (which == 2)
        m_cells.clear();
}

} // namespace Decayscope
