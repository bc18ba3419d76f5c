// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "token.h"

#include <algorithm>

namespace Decayscope {

/// What both tokenizers do: walk a text, count lines, collect tokens.
class ScanBase
{
protected:
    explicit ScanBase(QStringView text)
        : m_text(text)
    { }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    /// The character some places ahead; NUL beyond the end.
    [[nodiscard]] QChar ahead(qsizetype by = 0) const
    {
        return m_at + by < m_text.size() ? m_text[m_at + by] : QChar();
    }
    [[nodiscard]] bool isNext(QStringView word) const { return m_text.sliced(m_at).startsWith(word); }

    /// Moves on and counts the lines passed.
    void moveTo(qsizetype end)
    {
        end = std::min(end, m_text.size());
        for (; m_at < end; ++m_at) {
            if (m_text[m_at] != u'\n')
                continue;
            ++m_line;
            m_lineBegin = m_at + 1;
            m_isFresh = true;
        }
    }

    void skipLine()
    {
        const auto end = m_text.indexOf(u'\n', m_at);
        m_at = end < 0 ? m_text.size() : end;
    }

    /// Adds the token from the present place to `end`, and goes there.
    void take(TokenKind kind, qsizetype end)
    {
        end = std::min(end, m_text.size());
        m_tokens.push_back(
            {kind, m_isFresh, m_line, column(), static_cast<qint32>(m_at), static_cast<qint32>(end - m_at)});
        m_isFresh = false;
        moveTo(end);
    }

    [[nodiscard]] qsizetype endOfWord() const { return endOfWord(m_at); }
    [[nodiscard]] qsizetype endOfWord(qsizetype end) const
    {
        while (end < m_text.size()
            && (m_text[end].isLetterOrNumber() || m_text[end] == u'_' || m_text[end] == u'$'
                || m_text[end].isSurrogate()))
            ++end;
        return end;
    }

    /// Behind the quote that closes; before the line feed where none does.
    [[nodiscard]] qsizetype endOfQuoted(qsizetype from, QChar quote) const
    {
        auto end = from;
        while (end < m_text.size() && m_text[end] != quote && m_text[end] != u'\n')
            end += m_text[end] == u'\\' ? 2 : 1;
        return end < m_text.size() && m_text[end] == quote ? end + 1 : std::min(end, m_text.size());
    }

    [[nodiscard]] static bool startsWord(QChar c) { return c.isLetter() || c == u'_' || c == u'$' || c.isSurrogate(); }

    QStringView m_text;
    qsizetype m_at = 0;
    std::vector<Token> m_tokens;

private:
    [[nodiscard]] qint32 column() const
    {
        if (!m_isFresh)
            return 0;
        qint32 column = 0;
        for (auto i = m_lineBegin; i < m_at; ++i)
            column = m_text[i] == u'\t' ? (column / 8 + 1) * 8 : column + 1;
        return column;
    }

    qint32 m_line = 1;
    qsizetype m_lineBegin = 0;
    bool m_isFresh = true;
};

} // namespace Decayscope
