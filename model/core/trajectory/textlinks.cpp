// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textlinks.h"

#include <algorithm>
#include <array>
#include <optional>

namespace Decayscope {

namespace {

constexpr qsizetype longestPath = 1024;
constexpr qsizetype mostDigits = 7;

constexpr std::array<QStringView, 28> codeEndings{u"js", u"mjs", u"cjs", u"jsx", u"ts", u"mts", u"cts", u"tsx", u"py",
    u"pyi", u"json", u"html", u"css", u"sql", u"yml", u"yaml", u"toml", u"sh", u"vue", u"svelte", u"ejs", u"hbs",
    u"prisma", u"cfg", u"ini", u"env", u"txt", u"md"};

bool isPathCharacter(QChar c)
{
    return c.isLetterOrNumber() || QStringView(u"_./\\@~+-%[]$").contains(c);
}

bool endsLikeCode(QStringView path)
{
    const auto dot = path.lastIndexOf(u'.');
    return dot > 0 && path[dot - 1] != u'/'
        && std::ranges::find(codeEndings, path.sliced(dot + 1)) != codeEndings.end();
}

class MentionFinder
{
public:
    explicit MentionFinder(QStringView line)
        : m_line(line)
    { }

    std::vector<CodeMention> mentions()
    {
        for (qsizetype at = 0; at < m_line.size();) {
            const auto c = m_line[at];
            if (c == u'F')
                at = takePythonFrame(at);
            else if (c == u':' || c == u'(')
                at = takeSuffix(at);
            else
                ++at;
        }
        return std::move(m_mentions);
    }

private:
    /// The number that begins at a place and where it ends.
    struct Number
    {
        int value = 0;
        qsizetype end = 0;
    };

    [[nodiscard]] std::optional<Number> numberAt(qsizetype at) const
    {
        auto end = at;
        while (end < m_line.size() && end - at <= mostDigits && m_line[end] >= u'0' && m_line[end] <= u'9')
            ++end;
        if (end == at || end - at > mostDigits)
            return std::nullopt;
        const auto value = m_line.sliced(at, end - at).toInt();
        return value > 0 ? std::optional(Number{value, end}) : std::nullopt;
    }

    /// `File "x.py", line 12`; gives where to go on.
    qsizetype takePythonFrame(qsizetype at)
    {
        constexpr QStringView opening = u"File \"";
        constexpr QStringView middle = u"\", line ";
        if (!m_line.sliced(at).startsWith(opening))
            return at + 1;
        const auto path = at + opening.size();
        const auto window = m_line.sliced(path, std::min(longestPath, m_line.size() - path));
        const auto length = window.indexOf(u'"');
        if (length <= 0 || window.front() == u'<' || !m_line.sliced(path + length).startsWith(middle))
            return path;
        const auto number = numberAt(path + length + middle.size());
        if (!number)
            return path;
        m_mentions.push_back({path, number->end - path, window.first(length).toString(), number->value});
        m_taken = number->end;
        return number->end;
    }

    /// `:12`, `:12:5` or `(3,4)` behind a path; gives where to go on.
    qsizetype takeSuffix(qsizetype at)
    {
        const auto number = numberAt(at + 1);
        if (!number)
            return at + 1;
        const auto end = m_line[at] == u':' ? endOfColumn(number->end) : endOfBrackets(number->end);
        const auto begin = end > 0 ? beginOfPath(at) : -1;
        if (begin < 0)
            return number->end;
        m_mentions.push_back({begin, end - begin, m_line.sliced(begin, at - begin).toString(), number->value});
        m_taken = end;
        return end;
    }

    [[nodiscard]] qsizetype endOfColumn(qsizetype at) const
    {
        const bool hasColumn = at < m_line.size() && m_line[at] == u':';
        const auto column = hasColumn ? numberAt(at + 1) : std::nullopt;
        return column ? column->end : at;
    }

    /// Behind the bracket that closes `(3` or `(3,4`; -1 where none does.
    [[nodiscard]] qsizetype endOfBrackets(qsizetype at) const
    {
        if (at < m_line.size() && m_line[at] == u',') {
            const auto column = numberAt(at + 1);
            if (!column)
                return -1;
            at = column->end;
        }
        return at < m_line.size() && m_line[at] == u')' ? at + 1 : -1;
    }

    /// Where the path that ends before a place begins; -1 where there is none that names code.
    [[nodiscard]] qsizetype beginOfPath(qsizetype end) const
    {
        const auto floor = std::max(m_taken, end - longestPath);
        auto begin = end;
        while (begin > floor && isPathCharacter(m_line[begin - 1]))
            --begin;
        if (!endsLikeCode(m_line.sliced(begin, end - begin)))
            return -1;
        return beginAfterScheme(beginAfterEscape(begin, end), end);
    }

    /// Paths of Windows hold backslashes; in quoted text these rather write a line feed or tab.
    [[nodiscard]] qsizetype beginAfterEscape(qsizetype begin, qsizetype end) const
    {
        if (begin > m_taken && m_line[begin - 1] == u':')
            return begin;
        const auto escape = m_line.sliced(begin, end - begin).lastIndexOf(u'\\');
        const bool isEscape = escape >= 0 && begin + escape + 2 < end
            && QStringView(u"nrt").contains(m_line[begin + escape + 1]) && m_line.sliced(begin + escape + 2, 1) == u"/";
        return isEscape ? begin + escape + 2 : begin;
    }

    /// Knows `file:///x.js`, `C:\x.js`, paths with blanks in brackets, and leaves web addresses alone.
    [[nodiscard]] qsizetype beginAfterScheme(qsizetype begin, qsizetype end) const
    {
        const auto path = m_line.sliced(begin, end - begin);
        const bool followsColon = begin > m_taken && m_line[begin - 1] == u':';
        if (followsColon && path.startsWith(u"//"))
            return m_line.first(begin).endsWith(u"file:") && path.startsWith(u"///") ? begin + 2 : -1;
        const bool hasDrive = followsColon && begin - 2 >= m_taken && m_line[begin - 2].isLetter()
            && (path.startsWith(u'\\') || path.startsWith(u'/'))
            && (begin - 3 < m_taken || !m_line[begin - 3].isLetterOrNumber());
        if (hasDrive)
            return begin - 2;
        if (path.startsWith(u"//"))
            return -1;
        // A web address with a port: "http://localhost:3000/src/a.js".
        if (followsColon && !path.isEmpty() && path.front().isDigit())
            return -1;
        return begin > m_taken && m_line[begin - 1] == u' ' ? beginInBrackets(begin) : begin;
    }

    [[nodiscard]] qsizetype beginInBrackets(qsizetype begin) const
    {
        const auto window = m_line.sliced(m_taken, begin - m_taken);
        const auto nearby = window.last(std::min(longestPath, window.size()));
        const auto bracket = nearby.lastIndexOf(u'(');
        const bool isFrame = bracket >= 0 && bracket + 1 < nearby.size() && nearby[bracket + 1] == u'/'
            && nearby.first(bracket).contains(u"at ");
        return isFrame && !nearby.sliced(bracket).contains(u')') ? begin - (nearby.size() - bracket) + 1 : begin;
    }

    QStringView m_line;
    qsizetype m_taken = 0; ///< Up to here all is part of a mention.
    std::vector<CodeMention> m_mentions;
};

} // namespace

std::vector<CodeMention> codeMentions(QStringView line)
{
    return MentionFinder(line).mentions();
}

} // namespace Decayscope
