// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scanbase.h"

#include <array>

namespace Decayscope {

namespace {

constexpr std::array<QStringView, 14> longSigns{
    u"===", u"!==", u"...", u"=>", u"?.", u"??", u"||", u"&&", u"==", u"!=", u"+=", u"<=", u"++", u"--"};

/// Words behind which a slash begins a regular expression.
constexpr std::array<QStringView, 12> openWords{
    u"return", u"typeof", u"case", u"in", u"of", u"delete", u"void", u"throw", u"new", u"else", u"await", u"yield"};

class JavaScriptScanner : private ScanBase
{
public:
    explicit JavaScriptScanner(QStringView text)
        : ScanBase(text)
    { }

    std::vector<Token> tokens()
    {
        if (isNext(u"#!"))
            skipLine();
        while (!atEnd())
            step();
        return std::move(m_tokens);
    }

private:
    void step()
    {
        const auto c = ahead();
        if (c.isSpace() || c == QChar::ByteOrderMark || c.isNull())
            moveTo(m_at + 1);
        else if (isNext(u"//"))
            skipLine();
        else if (isNext(u"/*"))
            skipComment();
        else if (c == u'\'' || c == u'"')
            take(TokenKind::Text, endOfQuoted(m_at + 1, c));
        else if (c == u'`')
            take(TokenKind::Template, endOfTemplate(m_at + 1));
        else if (c == u'/' && m_at >= m_noRegexBefore && mayBeRegex())
            takeRegex();
        else if (c.isDigit())
            take(TokenKind::Number, std::max(endOfWord(), m_at + 1));
        else if (startsWord(c))
            take(TokenKind::Word, endOfWord());
        else if (c == u'#' && startsWord(ahead(1)))
            take(TokenKind::Word, endOfWord(m_at + 1));
        else
            takeSign();
    }

    void skipComment()
    {
        const auto end = m_text.indexOf(u"*/", m_at + 2);
        moveTo(end < 0 ? m_text.size() : end + 2);
    }

    void takeSign()
    {
        for (const auto sign : longSigns) {
            if (isNext(sign)) {
                take(TokenKind::Sign, m_at + sign.size());
                return;
            }
        }
        take(TokenKind::Sign, m_at + 1);
    }

    [[nodiscard]] bool mayBeRegex() const
    {
        if (m_tokens.empty())
            return true;
        const auto &last = m_tokens.back();
        const auto text = m_text.sliced(last.begin, last.length);
        if (last.kind == TokenKind::Word)
            return std::ranges::find(openWords, text) != openWords.end();
        return last.kind == TokenKind::Sign && text != u")" && text != u"]" && text != u"}";
    }

    /// A slash that no other on its line closes is a division.
    void takeRegex()
    {
        bool inClass = false;
        for (auto end = m_at + 1; end < m_text.size() && m_text[end] != u'\n'; ++end) {
            const auto c = m_text[end];
            if (c == u'\\')
                ++end;
            else if (c == u'[')
                inClass = true;
            else if (c == u']')
                inClass = false;
            else if (c == u'/' && !inClass) {
                take(TokenKind::Regex, end + 1);
                return;
            }
        }
        const auto lineEnd = m_text.indexOf(u'\n', m_at);
        m_noRegexBefore = lineEnd < 0 ? m_text.size() : lineEnd;
        takeSign();
    }

    /// Templates hold code that holds templates: each level on the stack is the number of braces open in its code.
    [[nodiscard]] qsizetype endOfTemplate(qsizetype at) const
    {
        std::vector<int> levels{-1}; // -1: in the text of a template
        while (at < m_text.size()) {
            const auto c = m_text[at];
            if (c == u'\\') {
                at += 2;
            } else if (levels.back() < 0) {
                if (c == u'`') {
                    levels.pop_back();
                    if (levels.empty())
                        return at + 1;
                } else if (c == u'$' && at + 1 < m_text.size() && m_text[at + 1] == u'{') {
                    levels.push_back(0);
                    ++at;
                }
                ++at;
            } else {
                at = afterCode(at, levels);
            }
        }
        return m_text.size();
    }

    [[nodiscard]] qsizetype afterCode(qsizetype at, std::vector<int> &levels) const
    {
        const auto c = m_text[at];
        if (c == u'\'' || c == u'"')
            return endOfQuoted(at + 1, c);
        if (c == u'`')
            levels.push_back(-1);
        else if (c == u'{')
            ++levels.back();
        else if (c == u'}' && --levels.back() < 0)
            levels.pop_back();
        return at + 1;
    }

    qsizetype m_noRegexBefore = 0; ///< No slash up to here closes another.
};

} // namespace

std::vector<Token> javaScriptTokens(QStringView text)
{
    return JavaScriptScanner(text).tokens();
}

} // namespace Decayscope
