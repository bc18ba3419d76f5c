// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqltext.h"

#include <algorithm>
#include <array>
#include <vector>

namespace Decayscope {

namespace {

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '{'
        || c == '}' || c == '.' || c == '$';
}

char raised(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// Words and signs of SQL, one after the other; comments are left out, quoted names and texts stand as one word ".
class SqlWords
{
public:
    explicit SqlWords(std::string_view text)
        : m_text(text)
    { }

    /// Upper case; empty at the end.
    std::string next()
    {
        skip();
        if (m_at >= m_text.size())
            return {};
        const auto c = m_text[m_at];
        if (c == '\'' || c == '"' || c == '`')
            return quoted(c);
        if (!isWordCharacter(c))
            return std::string(1, m_text[m_at++]);
        return word();
    }

private:
    void skip()
    {
        while (m_at < m_text.size()) {
            if (m_text.substr(m_at, 2) == "--")
                m_at = std::min(m_text.find('\n', m_at), m_text.size());
            else if (m_text.substr(m_at, 2) == "/*")
                m_at = after("*/", m_at + 2);
            else if (const auto c = m_text[m_at]; c == ' ' || c == '\t' || c == '\n' || c == '\r')
                ++m_at;
            else
                return;
        }
    }

    std::size_t after(std::string_view sign, std::size_t from) const
    {
        const auto found = m_text.find(sign, from);
        return found == std::string_view::npos ? m_text.size() : found + sign.size();
    }

    std::string quoted(char quote)
    {
        m_at = after(std::string_view(&quote, 1), m_at + 1);
        return "\"";
    }

    std::string word()
    {
        const auto begin = m_at;
        while (m_at < m_text.size() && isWordCharacter(m_text[m_at]))
            ++m_at;
        std::string found(m_text.substr(begin, m_at - begin));
        std::ranges::transform(found, found.begin(), raised);
        return found;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

using Words = std::vector<std::string>;

bool has(const Words &words, std::string_view word, std::size_t from = 1)
{
    return from < words.size()
        && std::find(words.begin() + static_cast<qptrdiff>(from), words.end(), word) != words.end();
}

bool isAt(const Words &words, std::size_t index, std::string_view word)
{
    return index < words.size() && words[index] == word;
}

/// Tables about the database itself: asking them is set-up.
constexpr std::array catalogs{"PG_DATABASE", "PG_CATALOG.", "PG_EXTENSION", "PG_TYPE", "PG_ROLES",
    "INFORMATION_SCHEMA.", "SQLITE_MASTER", "SQLITE_SCHEMA"};

bool isCatalog(std::string_view table)
{
    return std::ranges::any_of(catalogs, [table](std::string_view name) { return table.starts_with(name); });
}

bool asksTables(const Words &words)
{
    const auto from = std::ranges::find(words, "FROM");
    return from != words.end() && (from + 1 == words.end() || !isCatalog(*(from + 1)));
}

bool isOfTables(const Words &words)
{
    static constexpr std::array objects{"TABLE", "INDEX", "VIEW", "TRIGGER"};
    const auto end = std::min<std::size_t>(words.size(), 5);
    for (std::size_t i = 1; i < end; ++i) {
        if (std::ranges::find(objects, words[i]) != objects.end())
            return true;
    }
    return false;
}

bool hasQuery(const Words &words)
{
    static constexpr std::array verbs{"SELECT", "INSERT", "UPDATE", "DELETE"};
    return isAt(words, 1, "RECURSIVE")
        || (has(words, "AS") && std::ranges::any_of(verbs, [&words](const char *verb) { return has(words, verb); }));
}

bool isInto(const Words &words)
{
    return isAt(words, 1, "INTO") || isAt(words, 3, "INTO");
}

/// How a statement begins, and when it is one on tables; the others of these words are set-up.
struct StatementForm
{
    std::string_view verb;
    bool (*isOnTables)(const Words &words);
    bool isElseSetUp;
};

constexpr std::array forms{StatementForm{"SELECT", asksTables, true}, StatementForm{"INSERT", isInto, false},
    StatementForm{"REPLACE", isInto, false}, StatementForm{"MERGE", isInto, false},
    StatementForm{"UPDATE", [](const Words &words) { return has(words, "SET", 2); }, false},
    StatementForm{"DELETE", [](const Words &words) { return isAt(words, 1, "FROM"); }, false},
    StatementForm{"TRUNCATE", [](const Words &words) { return words.size() > 1; }, false},
    StatementForm{"CREATE", isOfTables, true}, StatementForm{"ALTER", isOfTables, true},
    StatementForm{"DROP", isOfTables, true}, StatementForm{"WITH", hasQuery, false}};

constexpr std::array setUpVerbs{"PRAGMA", "SET", "SHOW", "BEGIN", "START", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE",
    "VACUUM", "ANALYZE", "ATTACH", "DETACH", "GRANT", "REVOKE", "LISTEN", "NOTIFY", "USE", "RESET", "VALUES"};

SqlTextKind kindOf(const Words &words)
{
    if (words.empty())
        return SqlTextKind::NoStatement;
    const auto *form = std::ranges::find(forms, std::string_view(words.front()), &StatementForm::verb);
    if (form != forms.end() && form->isOnTables(words))
        return SqlTextKind::Statement;
    const auto isSetUp
        = form != forms.end() ? form->isElseSetUp : std::ranges::find(setUpVerbs, words.front()) != setUpVerbs.end();
    return isSetUp ? SqlTextKind::SetUp : SqlTextKind::NoStatement;
}

} // namespace

SqlTextKind sqlTextKind(std::string_view text)
{
    SqlWords reading(text);
    auto found = SqlTextKind::NoStatement;
    Words words;
    while (true) {
        auto word = reading.next();
        if (!word.empty() && word != ";") {
            if (!words.empty() || word != "(")
                words.push_back(std::move(word));
            continue;
        }
        found = std::max(found, kindOf(words));
        words.clear();
        if (word.empty() || found == SqlTextKind::Statement)
            return found;
    }
}

std::string sqlBeginning(std::string_view text)
{
    constexpr std::size_t longest = 48;
    std::string line;
    for (const auto c : text) {
        const auto isSpace = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (isSpace && (line.empty() || line.back() == ' '))
            continue;
        const auto isInside = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
        if (line.size() >= longest && !isInside)
            return line + "…";
        line += isSpace ? ' ' : c;
    }
    while (line.ends_with(' '))
        line.pop_back();
    return line;
}

} // namespace Decayscope
