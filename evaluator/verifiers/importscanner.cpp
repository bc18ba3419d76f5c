// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importscanner.h"

#include "textscan.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr auto npos = std::string_view::npos;

/// Scans as Python's `finditer` would with one pattern a kind: matches of a kind do not overlap. White space, words and
/// quoted texts begin where what precedes them ends, so no byte is looked at more than a few times.
class ImportScanner
{
public:
    explicit ImportScanner(std::string_view code)
        : m_code(code)
    { }

    std::vector<FoundImport> imports()
    {
        scanLines();
        scanRequires();
        std::vector<FoundImport> all;
        for (const auto *kind : {&m_from, &m_import, &m_require, &m_module})
            all.insert(all.end(), kind->begin(), kind->end());
        return all;
    }

private:
    void scanLines()
    {
        for (std::size_t begin = 0; begin < m_code.size();) {
            const auto word = firstWordOfLine(begin);
            if (startsWithAt(m_code, word, "from")) {
                takeFrom(word);
            } else if (startsWithAt(m_code, word, "import")) {
                takeImport(word);
                takeModule(word);
            }
            begin = std::min(m_code.find('\n', word), m_code.size() - 1) + 1;
        }
    }

    [[nodiscard]] std::size_t firstWordOfLine(std::size_t at) const
    {
        while (at < m_code.size() && m_code[at] != '\n') {
            const auto character = codePointAt(m_code, at);
            if (!isSpace(character.value))
                break;
            at += character.length;
        }
        return at;
    }

    /// `from X import`; the parts may stand on different lines.
    void takeFrom(std::size_t keyword)
    {
        const auto afterKeyword = keyword + 4;
        const auto target = skipSpaces(m_code, afterKeyword);
        const auto targetEnd = skipDottedWord(m_code, target);
        const auto import = skipSpaces(m_code, targetEnd);
        const bool isWhole = target > afterKeyword && targetEnd > target && import > targetEnd;
        if (keyword < m_fromEnd || !isWhole || !startsWithAt(m_code, import, "import"))
            return;
        m_from.push_back({m_code.substr(target, targetEnd - target), keyword});
        m_fromEnd = import + 6;
    }

    /// `import X`.
    void takeImport(std::size_t keyword)
    {
        const auto afterKeyword = keyword + 6;
        const auto target = skipSpaces(m_code, afterKeyword);
        const auto targetEnd = skipDottedWord(m_code, target);
        if (keyword < m_importEnd || target == afterKeyword || targetEnd == target)
            return;
        m_import.push_back({m_code.substr(target, targetEnd - target), keyword});
        m_importEnd = targetEnd;
    }

    /// `import … from 'X'`: the dots stand for one line at most, the white space around them may be of several.
    void takeModule(std::size_t keyword)
    {
        const auto afterKeyword = keyword + 6;
        const auto name = skipSpaces(m_code, afterKeyword);
        if (keyword < m_moduleEnd || name == afterKeyword || name == m_code.size())
            return;
        const auto lineEnd = std::min(m_code.find('\n', name), m_code.size());
        const auto line = m_code.substr(0, lineEnd);
        for (auto from = line.find("from", name + 1); from != npos; from = line.find("from", from + 1)) {
            if (isSpaceBefore(m_code, from) && takeSource(keyword, from))
                return;
        }
        if (takeSource(keyword, skipSpaces(m_code, lineEnd)))
            return;
        // Nothing between the two words but two or more spaces: the pattern's middle may be empty.
        if (name - afterKeyword > codePointAt(m_code, afterKeyword).length)
            takeSource(keyword, name);
    }

    /// `from 'X'` at a byte, of the import that begins at `keyword`.
    bool takeSource(std::size_t keyword, std::size_t from)
    {
        if (!startsWithAt(m_code, from, "from"))
            return false;
        const auto quote = skipSpaces(m_code, from + 4);
        const auto end = quote > from + 4 ? endOfQuoted(quote) : npos;
        if (end == npos)
            return false;
        m_module.push_back({m_code.substr(quote + 1, end - quote - 1), keyword});
        m_moduleEnd = end + 1;
        return true;
    }

    void scanRequires()
    {
        constexpr std::string_view word = "require(";
        for (auto at = m_code.find(word); at != npos; at = m_code.find(word, at)) {
            const auto quote = skipSpaces(m_code, at + word.size());
            const auto end = endOfQuoted(quote);
            const auto parenthesis = end == npos ? npos : skipSpaces(m_code, end + 1);
            if (end != npos && startsWithAt(m_code, parenthesis, ")")) {
                m_require.push_back({m_code.substr(quote + 1, end - quote - 1), at});
                at = parenthesis;
            }
            ++at;
        }
    }

    /// Where the text that is quoted from a byte on ends, which either quote may do; npos where nothing is quoted.
    [[nodiscard]] std::size_t endOfQuoted(std::size_t quote) const
    {
        if (quote >= m_code.size() || (m_code[quote] != '\'' && m_code[quote] != '"'))
            return npos;
        const auto end = m_code.find_first_of("'\"", quote + 1);
        return end == quote + 1 ? npos : end;
    }

    std::string_view m_code;
    std::vector<FoundImport> m_from;
    std::vector<FoundImport> m_import;
    std::vector<FoundImport> m_require;
    std::vector<FoundImport> m_module;
    std::size_t m_fromEnd = 0;
    std::size_t m_importEnd = 0;
    std::size_t m_moduleEnd = 0;
};

} // namespace

std::vector<FoundImport> findImports(std::string_view code)
{
    return ImportScanner(code).imports();
}

} // namespace Decayscope
