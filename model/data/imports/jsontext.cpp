// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsontext.h"

#include "runfiles.h"

#include <algorithm>
#include <cstring>
#include <iterator>

namespace Decayscope {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// Walks over a JSON text value by value. Every step says whether the text lasted that long.
class Cursor
{
public:
    explicit Cursor(QByteArrayView text)
        : m_text(text)
    { }

    [[nodiscard]] qsizetype position() const { return m_at; }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char current() const { return atEnd() ? '\0' : m_text[m_at]; }

    void skipSpace()
    {
        while (!atEnd() && isSpace(m_text[m_at]))
            ++m_at;
    }

    bool skip(char c)
    {
        skipSpace();
        if (current() != c || atEnd())
            return false;
        ++m_at;
        return true;
    }

    void skipBytes(qsizetype count) { m_at += count; }
    bool skipString();
    bool skipValue();

private:
    bool skipContainer();

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

/// From the opening quote to behind the closing one: a quote after an odd number of backslashes is none.
bool Cursor::skipString()
{
    const auto first = ++m_at;
    for (;;) {
        const auto left = static_cast<std::size_t>(m_text.size() - m_at);
        const auto *quote
            = left == 0 ? nullptr : static_cast<const char *>(std::memchr(m_text.data() + m_at, '"', left));
        if (!quote) {
            m_at = m_text.size();
            return false;
        }
        const auto end = quote - m_text.data();
        auto slashes = end;
        while (slashes > first && m_text[slashes - 1] == '\\')
            --slashes;
        m_at = end + 1;
        if ((end - slashes) % 2 == 0)
            return true;
    }
}

bool Cursor::skipContainer()
{
    qint64 depth = 0;
    while (!atEnd()) {
        const auto c = m_text[m_at];
        if (c == '"') {
            if (!skipString())
                return false;
            continue;
        }
        ++m_at;
        if (c == '{' || c == '[')
            ++depth;
        else if ((c == '}' || c == ']') && --depth == 0)
            return true;
    }
    return false;
}

/// A scalar at the very end of the text counts as cut: in a list or object something must follow.
bool Cursor::skipValue()
{
    const auto c = current();
    if (c == '"')
        return skipString();
    if (c == '{' || c == '[')
        return skipContainer();
    const auto start = m_at;
    while (!atEnd() && !isSpace(m_text[m_at]) && !QByteArrayView(",]}:\"").contains(m_text[m_at]))
        ++m_at;
    return m_at > start && !atEnd();
}

class Outliner
{
public:
    Outliner(QByteArrayView text, QByteArrayView listKey)
        : m_text(text)
        , m_cursor(text)
        , m_listKey(listKey)
    { }

    JsonOutline run()
    {
        const auto hasMark = m_text.startsWith(byteOrderMark);
        m_cursor.skipBytes(hasMark ? byteOrderMark.size() : 0);
        m_cursor.skipSpace();
        const auto whole = m_cursor.current() == '[' ? list() : object();
        m_cursor.skipSpace();
        m_outline.isComplete = whole && m_cursor.atEnd() && !hasMark;
        return std::move(m_outline);
    }

    /// Goes on behind a list of the outermost object.
    std::vector<JsonMember> runBehind(qsizetype listEnd)
    {
        m_cursor.skipBytes(listEnd);
        if (m_cursor.skip(']')) {
            while (m_cursor.skip(',') && member()) { }
        }
        return std::move(m_outline.members);
    }

private:
    bool object();
    bool member();
    bool list();

    QByteArrayView m_text;
    Cursor m_cursor;
    QByteArrayView m_listKey;
    JsonOutline m_outline;
};

bool Outliner::object()
{
    if (!m_cursor.skip('{'))
        return false;
    if (m_cursor.skip('}'))
        return true;
    do {
        if (!member())
            return false;
    } while (m_cursor.skip(','));
    return m_cursor.skip('}');
}

bool Outliner::member()
{
    m_cursor.skipSpace();
    const auto start = m_cursor.position();
    if (m_cursor.current() != '"' || !m_cursor.skipString())
        return false;
    const auto key = m_text.sliced(start + 1, m_cursor.position() - start - 2);
    if (!m_cursor.skip(':'))
        return false;
    m_cursor.skipSpace();
    if (key == m_listKey && m_cursor.current() == '[')
        return list();
    const auto value = m_cursor.position();
    const auto whole = m_cursor.skipValue();
    JsonMember found{.key = key.toByteArray(), .value = {value, m_cursor.position() - value}};
    if (whole)
        m_outline.members.push_back(std::move(found));
    else
        m_outline.cut = std::move(found);
    return whole;
}

bool Outliner::list()
{
    m_outline.hasList = true;
    m_outline.items.clear(); // of two members of one name the later counts, as it does for the study
    m_cursor.skip('[');
    if (m_cursor.skip(']'))
        return true;
    do {
        m_cursor.skipSpace();
        const auto start = m_cursor.position();
        if (!m_cursor.skipValue()) {
            m_outline.rest = {start, m_text.size() - start};
            return false;
        }
        m_outline.items.push_back({start, m_cursor.position() - start});
    } while (m_cursor.skip(','));
    return m_cursor.skip(']');
}

} // namespace

JsonOutline outlineOf(QByteArrayView text, QByteArrayView listKey)
{
    return Outliner(text, listKey).run();
}

std::vector<JsonMember> membersAround(QByteArrayView text, qsizetype listStart, qsizetype listEnd)
{
    if (listStart < 0 || listEnd < listStart || listEnd > text.size())
        return {};
    auto members = outlineOf(text.first(listStart), {}).members;
    auto behind = Outliner(text, {}).runBehind(listEnd);
    std::ranges::move(behind, std::back_inserter(members));
    return members;
}

QByteArray closedMessage(QByteArrayView rest)
{
    const auto slash = rest.last(std::min<qsizetype>(rest.size(), 6)).lastIndexOf('\\');
    if (slash >= 0) // an escape may have lost its end; six bytes are the longest
        rest.chop(std::min<qsizetype>(rest.size(), 6) - slash);
    auto bytes = roomFor(rest.size() + 2);
    bytes.append(rest).append("\"}");
    return bytes;
}

} // namespace Decayscope
