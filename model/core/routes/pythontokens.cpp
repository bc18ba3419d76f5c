// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scanbase.h"

#include <array>

namespace Decayscope {

namespace {

constexpr std::array<QStringView, 10> longSigns{u"...", u"->", u":=", u"==", u"!=", u"+=", u"<=", u">=", u"**", u"//"};

/// Words that begin a statement at the left margin: an opened bracket before them was never closed.
constexpr std::array<QStringView, 4> statementWords{u"def ", u"class ", u"import ", u"from "};

class PythonScanner : private ScanBase
{
public:
    explicit PythonScanner(QStringView text)
        : ScanBase(text)
    { }

    std::vector<Token> tokens()
    {
        while (!atEnd())
            step();
        endLine();
        return std::move(m_tokens);
    }

private:
    void step()
    {
        const auto c = ahead();
        if (c == u'\n')
            takeLineFeed();
        else if (c.isSpace() || c.isNull() || c == QChar::ByteOrderMark)
            moveTo(m_at + 1);
        else if (c == u'\\' && (ahead(1) == u'\n' || (ahead(1) == u'\r' && ahead(2) == u'\n')))
            moveTo(m_text.indexOf(u'\n', m_at) + 1);
        else if (c == u'#')
            skipLine();
        else if (c == u'\'' || c == u'"')
            take(TokenKind::Text, endOfText(m_at));
        else if (c.isDigit())
            take(TokenKind::Number, std::max(endOfWord(), m_at + 1));
        else if (startsWord(c))
            takeWord();
        else
            takeSign();
    }

    void takeLineFeed()
    {
        if (m_depth > 0 && beginsStatement(m_at + 1))
            m_depth = 0;
        if (m_depth == 0)
            endLine();
        moveTo(m_at + 1);
    }

    [[nodiscard]] bool beginsStatement(qsizetype at) const
    {
        const auto rest = m_text.sliced(std::min(at, m_text.size()));
        return std::ranges::any_of(statementWords, [rest](QStringView word) { return rest.startsWith(word); });
    }

    void endLine()
    {
        if (!m_tokens.empty() && m_tokens.back().kind != TokenKind::LineEnd)
            take(TokenKind::LineEnd, m_at);
    }

    /// A word of up to two letters before a quote is the prefix of a text.
    void takeWord()
    {
        const auto end = endOfWord();
        const bool isPrefix = end - m_at <= 2 && end < m_text.size() && (m_text[end] == u'\'' || m_text[end] == u'"');
        const auto isPrefixLetter = [](QChar c) { return QStringView(u"rRbBuUfF").contains(c); };
        if (isPrefix && std::ranges::all_of(m_text.sliced(m_at, end - m_at), isPrefixLetter))
            take(TokenKind::Text, endOfText(end));
        else
            take(TokenKind::Word, end);
    }

    [[nodiscard]] qsizetype endOfText(qsizetype quoteAt) const
    {
        const auto quote = m_text[quoteAt];
        const bool isTriple
            = quoteAt + 2 < m_text.size() && m_text[quoteAt + 1] == quote && m_text[quoteAt + 2] == quote;
        if (!isTriple)
            return endOfQuoted(quoteAt + 1, quote);
        for (auto end = quoteAt + 3; end + 2 < m_text.size(); ++end) {
            if (m_text[end] == u'\\')
                ++end;
            else if (m_text[end] == quote && m_text[end + 1] == quote && m_text[end + 2] == quote)
                return end + 3;
        }
        return m_text.size();
    }

    void takeSign()
    {
        const auto c = ahead();
        if (c == u'(' || c == u'[' || c == u'{')
            ++m_depth;
        else if ((c == u')' || c == u']' || c == u'}') && m_depth > 0)
            --m_depth;
        for (const auto sign : longSigns) {
            if (isNext(sign)) {
                take(TokenKind::Sign, m_at + sign.size());
                return;
            }
        }
        take(TokenKind::Sign, m_at + 1);
    }

    qsizetype m_depth = 0;
};

QChar openerOf(QChar closer)
{
    return closer == u')' ? u'(' : closer == u']' ? u'[' : u'{';
}

} // namespace

std::vector<Token> pythonTokens(QStringView text)
{
    return PythonScanner(text).tokens();
}

std::vector<qint32> bracketPartners(QStringView text, const std::vector<Token> &tokens)
{
    std::vector<qint32> partners(tokens.size(), -1);
    std::vector<qint32> open;
    std::size_t openBraces = 0;
    const auto opener = [&](qint32 index) { return text[tokens[static_cast<std::size_t>(index)].begin]; };
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto c = tokens[i].kind == TokenKind::Sign && tokens[i].length == 1 ? text[tokens[i].begin] : QChar();
        if (c == u'(' || c == u'[' || c == u'{') {
            open.push_back(static_cast<qint32>(i));
            openBraces += c == u'{' ? 1U : 0U;
        } else if (c == u')' || c == u']' || c == u'}') {
            // A brace closes whatever was left open inside it.
            while (c == u'}' && openBraces > 0 && opener(open.back()) != u'{')
                open.pop_back();
            if (open.empty() || opener(open.back()) != openerOf(c))
                continue;
            partners[i] = open.back();
            partners[static_cast<std::size_t>(open.back())] = static_cast<qint32>(i);
            openBraces -= c == u'}' ? 1U : 0U;
            open.pop_back();
        }
    }
    return partners;
}

} // namespace Decayscope
