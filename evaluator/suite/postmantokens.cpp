// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postmantokens.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Decayscope {

std::unexpected<PostmanRefusal> postmanRefusal(int line, const QString &what)
{
    return std::unexpected(PostmanRefusal{what, line});
}

std::unexpected<PostmanRefusal> postmanUnknown(int line, const QString &what)
{
    constexpr qsizetype shown = 100;
    const QString cut = what.size() > shown ? QString(what.first(shown) + u'…') : what;
    return postmanRefusal(line, u"uses %1, which this program does not run"_s.arg(cut));
}

namespace {

constexpr qsizetype longestScript = 200'000;

// The longer ones first, so that the first that fits is the right one.
constexpr std::array marks{u"===", u"!==", u">>>", u"...", u"**=", u"?.", u"??", u"=>", u"==", u"!=", u">=", u"<=",
    u"&&", u"||", u"++", u"--", u"+=", u"-=", u"*=", u"/=", u"%=", u"**", u"<<", u">>", u"{", u"}", u"(", u")", u"[",
    u"]", u";", u",", u".", u":", u"?", u"=", u"<", u">", u"!", u"+", u"-", u"*", u"/", u"%", u"&", u"|", u"^", u"~"};

bool beginsName(QChar c)
{
    return c.isLetter() || c == u'_' || c == u'$';
}

bool isLineBreak(QChar c)
{
    return c == u'\n' || c == u'\r' || c == QChar(0x2028) || c == QChar(0x2029);
}

class Lexer
{
public:
    explicit Lexer(QStringView script)
        : m_script(script)
    { }

    PostmanReading<std::vector<PostmanToken>> tokens()
    {
        while (true) {
            if (auto skipped = skipBlank(); !skipped)
                return std::unexpected(skipped.error());
            if (m_at >= m_script.size())
                break;
            if (auto read = readToken(); !read)
                return std::unexpected(read.error());
        }
        add(PostmanTokenKind::End, {});
        return std::move(m_tokens);
    }

private:
    [[nodiscard]] QChar at(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_script.size() ? m_script[m_at + ahead] : QChar();
    }

    void add(PostmanTokenKind kind, const QString &text, double number = 0)
    {
        m_tokens.push_back({kind, text, number, m_line, m_broken});
        m_broken = false;
    }

    void passLineBreak()
    {
        if (at() == u'\r' && at(1) == u'\n')
            ++m_at;
        ++m_at;
        ++m_line;
        m_broken = true;
    }

    PostmanReading<> skipBlank()
    {
        while (m_at < m_script.size()) {
            if (isLineBreak(at()))
                passLineBreak();
            else if (at().isSpace() || at() == QChar(0xfeff))
                ++m_at;
            else if (at() == u'/' && at(1) == u'/')
                skipLine();
            else if (at() == u'/' && at(1) == u'*') {
                if (!skipComment())
                    return postmanRefusal(m_line, u"has a comment that does not end"_s);
            } else
                break;
        }
        return {};
    }

    void skipLine()
    {
        while (m_at < m_script.size() && !isLineBreak(at()))
            ++m_at;
    }

    bool skipComment()
    {
        m_at += 2;
        while (m_at < m_script.size() && !(at() == u'*' && at(1) == u'/')) {
            if (isLineBreak(at()))
                passLineBreak();
            else
                ++m_at;
        }
        const bool ended = m_at < m_script.size();
        m_at += 2;
        return ended;
    }

    PostmanReading<> readToken()
    {
        const QChar c = at();
        if (beginsName(c))
            return readName();
        if (c.isDigit() || (c == u'.' && at(1).isDigit()))
            return readNumber();
        if (c == u'"' || c == u'\'' || c == u'`')
            return readText(c);
        return readMark();
    }

    PostmanReading<> readName()
    {
        const qsizetype from = m_at;
        while (beginsName(at()) || at().isDigit())
            ++m_at;
        add(PostmanTokenKind::Name, m_script.sliced(from, m_at - from).toString());
        return {};
    }

    PostmanReading<> readNumber()
    {
        const qsizetype from = m_at;
        while (at().isLetterOrNumber() || at() == u'.'
            || ((at() == u'+' || at() == u'-') && m_at > from && at(-1).toLower() == u'e'))
            ++m_at;
        const QStringView text = m_script.sliced(from, m_at - from);
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        if (!isNumber)
            return postmanUnknown(m_line, u"the number "_s + text);
        add(PostmanTokenKind::Number, text.toString(), number);
        return {};
    }

    PostmanReading<> readText(QChar quote)
    {
        QString text;
        ++m_at;
        while (at() != quote) {
            if (m_at >= m_script.size() || (isLineBreak(at()) && quote != u'`'))
                return postmanRefusal(m_line, u"has a text that does not end"_s);
            if (at() == u'$' && at(1) == u'{' && quote == u'`')
                return postmanUnknown(m_line, u"a template with ${…}"_s);
            if (at() == u'\\') {
                if (!readEscape(text))
                    return postmanUnknown(m_line, u"the escape \\"_s + at(1));
                continue;
            }
            m_line += isLineBreak(at()) ? 1 : 0;
            text += at();
            ++m_at;
        }
        ++m_at;
        add(PostmanTokenKind::Text, text);
        return {};
    }

    bool readEscape(QString &text)
    {
        static constexpr QStringView letters = u"nrtbfv0";
        static constexpr std::array<char16_t, 7> meanings{u'\n', u'\r', u'\t', u'\b', u'\f', u'\v', u'\0'};
        const QChar c = at(1);
        if (const qsizetype place = letters.indexOf(c); place >= 0 && m_at + 1 < m_script.size())
            text += QChar(meanings.at(size_t(place)));
        else if (c == u'u')
            return readUnicodeEscape(text);
        else if (c.isLetterOrNumber() || c.isNull())
            return false;
        else if (!isLineBreak(c))
            text += c;
        m_at += 2;
        return true;
    }

    bool readUnicodeEscape(QString &text)
    {
        constexpr qsizetype digits = 4;
        if (m_at + 2 + digits > m_script.size())
            return false;
        bool isCode = false;
        const ushort code = m_script.sliced(m_at + 2, digits).toUShort(&isCode, 16);
        if (!isCode)
            return false;
        text += QChar(code);
        m_at += 2 + digits;
        return true;
    }

    /// A slash where a value should begin opens a regular expression.
    [[nodiscard]] bool isValueExpected() const
    {
        if (m_tokens.empty())
            return true;
        const PostmanToken &last = m_tokens.back();
        return last.kind == PostmanTokenKind::Mark && last.text != u")" && last.text != u"]" && last.text != u"}";
    }

    PostmanReading<> readMark()
    {
        if (at() == u'/' && isValueExpected())
            return postmanUnknown(m_line, u"a regular expression"_s);
        const QStringView rest = m_script.sliced(m_at);
        const auto mark = std::ranges::find_if(marks, [rest](const char16_t *m) { return rest.startsWith(m); });
        if (mark == marks.end())
            return postmanUnknown(m_line, u"the character \""_s + at() + u'"');
        const QString text = QString::fromUtf16(*mark);
        m_at += text.size();
        add(PostmanTokenKind::Mark, text);
        return {};
    }

    QStringView m_script;
    qsizetype m_at = 0;
    int m_line = 1;
    bool m_broken = false;
    std::vector<PostmanToken> m_tokens;
};

} // namespace

PostmanReading<std::vector<PostmanToken>> postmanTokens(QStringView script)
{
    if (script.size() > longestScript)
        return postmanRefusal(1, u"is longer than %1 characters"_s.arg(longestScript));
    return Lexer(script).tokens();
}

} // namespace Decayscope
