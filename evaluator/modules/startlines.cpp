// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "startlines.h"

#include <code/shelltokens.h>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr std::size_t longestScript = 256UL * 1024;
constexpr std::size_t longestWord = 16UL * 1024;
constexpr std::size_t longestDefault = 1024;
constexpr std::size_t mostLines = 2'000;

constexpr std::array<std::string_view, 16> keywords{
    "if", "then", "else", "elif", "fi", "do", "done", "while", "until", "!", "{", "}", "time", "&", "set", "true"};

bool isNameLetter(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9')
        || letter == '_';
}

/// `${NAME:-default}` and its like as their defaults, where the variable is not set.
class DefaultsFiller
{
public:
    DefaultsFiller(std::string_view script, StartVariables &variables)
        : m_script(script)
        , m_variables(variables)
    { }

    std::string filled()
    {
        m_text.reserve(m_script.size());
        while (m_at < m_script.size())
            step();
        return std::move(m_text);
    }

private:
    void step()
    {
        if (m_script.substr(m_at).starts_with("${") && openDefault())
            return;
        const auto letter = m_script[m_at++];
        if (letter == '}' && !m_open.empty() && m_open.back() == m_depth) {
            m_open.pop_back();
            return;
        }
        m_depth += letter == '{' ? 1 : letter == '}' && m_depth > 0 ? -1 : 0;
        m_text += letter;
    }

    /// Skips `${NAME:-`; its `}` is left out when it comes.
    bool openDefault()
    {
        auto end = m_at + 2;
        while (end < m_script.size() && isNameLetter(m_script[end]))
            ++end;
        const std::string name(m_script.substr(m_at + 2, end - m_at - 2));
        const auto rest = m_script.substr(end, 2);
        const auto length = rest.starts_with(":-") || rest.starts_with(":=") ? 2
            : rest.starts_with('-') || rest.starts_with('=')                 ? 1
                                                                             : 0;
        if (name.empty() || length == 0)
            return false;
        m_at = end + static_cast<std::size_t>(length);
        if (rest.substr(0, static_cast<std::size_t>(length)).ends_with('=')) {
            const auto value = m_script.substr(m_at, longestDefault);
            m_variables.try_emplace(name, value.substr(0, value.find_first_of("}\n")));
        }
        m_open.push_back(m_depth);
        return true;
    }

    std::string_view m_script;
    StartVariables &m_variables;
    std::string m_text;
    std::size_t m_at = 0;
    int m_depth = 0; ///< Of braces that stay.
    std::vector<int> m_open; ///< At which depth defaults are open.
};

/// Collects the commands of a script from its tokens.
class StartLineReader
{
public:
    StartLineReader(StartVariables &variables, std::size_t scriptSize)
        : m_variables(variables)
        , m_left(16 * scriptSize + 4 * longestWord)
    { }

    std::vector<StartLine> read(const ShellTokens &tokens)
    {
        for (const auto &token : tokens.tokens) {
            if (token.kind == ShellToken::Kind::Operator)
                takeOperator(token.text);
            else if (token.kind == ShellToken::Kind::Redirection)
                takeRedirection(token);
            else
                takeWord(token.word);
        }
        endLine();
        return std::move(m_lines);
    }

private:
    /// A word with its variables filled in; short where variables in variables would make a script grow without end.
    [[nodiscard]] std::string valueOf(const ShellWord &word)
    {
        std::string value;
        for (const auto &piece : word.pieces) {
            if (piece.kind == ShellPiece::Kind::Variable) {
                const auto known = m_variables.find(piece.text.toStdString());
                value += known == m_variables.end() ? std::string() : known->second;
            } else if (piece.kind == ShellPiece::Kind::Unknown) {
                value += value.empty() && word.pieces.size() > 1 ? "." : "";
            } else {
                value += piece.text.toStdString();
            }
            value.resize(std::min({value.size(), longestWord, m_left}));
        }
        m_left -= value.size();
        return value;
    }

    void takeWord(const ShellWord &word)
    {
        auto value = valueOf(word);
        if (m_line.words.empty() && takeAssignment(word, value))
            return;
        const auto bare = word.bare().toStdString();
        if (m_line.words.empty() && std::ranges::contains(keywords, bare) && bare != "set" && bare != "true")
            return;
        m_line.words.push_back(std::move(value));
    }

    bool takeAssignment(const ShellWord &word, const std::string &value)
    {
        const auto equals = value.find('=');
        const auto isBareName = !word.pieces.empty() && word.pieces.front().kind == ShellPiece::Kind::Bare
            && word.pieces.front().text.contains(u'=');
        const auto name = value.substr(0, equals);
        if (equals == std::string::npos || !isBareName || name.empty() || !std::ranges::all_of(name, isNameLetter))
            return false;
        m_line.variables.insert_or_assign(name, value.substr(equals + 1));
        return true;
    }

    void takeRedirection(const ShellToken &token)
    {
        if (token.text == u"<<")
            m_line.input = token.body.toStdString();
        else if (token.text.startsWith(u'>'))
            m_line.output = valueOf(token.word);
    }

    void takeOperator(const QString &text)
    {
        if (text == u"(") {
            endLine();
            m_line.opensGroup = true;
            return;
        }
        m_line.closesGroup = text == u")";
        endLine();
    }

    void endLine()
    {
        const auto isEmpty
            = m_line.words.empty() && m_line.variables.empty() && !m_line.opensGroup && !m_line.closesGroup;
        if (m_line.words.empty() || m_line.words.front() == "export") {
            for (const auto &[name, value] : m_line.variables)
                m_variables.insert_or_assign(name, value);
        }
        takeExports();
        if (!isEmpty && m_lines.size() < mostLines)
            m_lines.push_back(std::move(m_line));
        m_line = {};
    }

    /// `export A=1 B=2` and `export A`, also `declare -x` and `readonly`.
    void takeExports()
    {
        constexpr std::array<std::string_view, 5> setters{"export", "declare", "readonly", "local", "typeset"};
        if (m_line.words.empty() || !std::ranges::contains(setters, m_line.words.front()))
            return;
        for (const auto &word : m_line.words) {
            const auto equals = word.find('=');
            const auto known = equals == std::string::npos ? m_variables.find(word) : m_variables.end();
            if (known != m_variables.end())
                m_line.variables.insert_or_assign(word, known->second);
            if (equals == std::string::npos || !std::ranges::all_of(word.substr(0, equals), isNameLetter))
                continue;
            m_variables.insert_or_assign(word.substr(0, equals), word.substr(equals + 1));
            m_line.variables.insert_or_assign(word.substr(0, equals), word.substr(equals + 1));
        }
        m_line.words.clear();
    }

    StartVariables &m_variables;
    std::vector<StartLine> m_lines;
    StartLine m_line;
    std::size_t m_left; ///< Bytes that words may still have, in all.
};

} // namespace

std::vector<StartLine> startLines(std::string_view script, StartVariables &variables)
{
    const auto filled = DefaultsFiller(script.substr(0, longestScript), variables).filled();
    const auto text = QString::fromUtf8(filled.data(), static_cast<qsizetype>(filled.size()));
    return StartLineReader(variables, filled.size()).read(shellTokens(text));
}

} // namespace Decayscope
