// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pythonlines.h"

#include <algorithm>

namespace Decayscope {

PythonLines::PythonLines(const SyntaxNode &module)
    : m_firstLine(module.line())
{
    const auto text = module.text();
    for (std::size_t start = 0; start < text.size();) {
        const auto end = std::min(text.find('\n', start), text.size());
        const auto line = text.substr(start, end - start);
        const auto first = line.find_first_not_of(" \t\r\f\v");
        m_isCode.push_back(first != std::string_view::npos && line.at(first) != '#');
        m_beginsWithText.push_back(m_isCode.back() && std::string_view("\"'rRuUfFbB").contains(line.at(first)));
        start = end + 1;
    }
}

void PythonLines::addText(const SyntaxNode &string)
{
    if (string.lastLine() > string.line())
        mark(string, string.line(), true);
}

void PythonLines::removeText(const SyntaxNode &statement)
{
    const auto index = static_cast<std::size_t>(statement.line() - m_firstLine);
    const auto isAlone = index < m_beginsWithText.size() && m_beginsWithText.at(index);
    mark(statement, statement.line() + (isAlone ? 0 : 1), false);
}

void PythonLines::mark(const SyntaxNode &node, int firstLine, bool isCode)
{
    const auto end
        = std::min(m_isCode.size(), static_cast<std::size_t>(std::max(node.lastLine() + 1 - m_firstLine, 0)));
    for (auto i = static_cast<std::size_t>(std::max(firstLine - m_firstLine, 0)); i < end; ++i)
        m_isCode.at(i) = isCode;
}

int PythonLines::count() const
{
    return static_cast<int>(std::ranges::count(m_isCode, true));
}

} // namespace Decayscope
