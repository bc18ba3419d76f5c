// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "syntaxtree.h"

namespace Decayscope {

/// Counts the lines with code on them: neither blank, nor comment, nor docstring.
class PythonLines
{
public:
    explicit PythonLines(const SyntaxNode &module);

    void addText(const SyntaxNode &string); ///< All lines of a literal are code, whatever stands on them.
    void removeText(const SyntaxNode &statement); ///< A docstring; code may stand before it on its first line.

    [[nodiscard]] int count() const;

private:
    void mark(const SyntaxNode &node, int firstLine, bool isCode);

    int m_firstLine;
    std::vector<bool> m_isCode;
    std::vector<bool> m_beginsWithText; ///< The first thing on the line opens a string.
};

} // namespace Decayscope
