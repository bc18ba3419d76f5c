// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "syntaxtree.h"

namespace Decayscope {

/// A stretch of a string literal: text, or what an f-string puts in.
struct PythonStringPart
{
    std::string text; ///< After escapes.
    SyntaxNode inserted; ///< The expression put in; null for text.
};

/// True for a literal and for several that stand side by side.
[[nodiscard]] bool isPythonString(const SyntaxNode &node);

/// The parts of a literal, or of several side by side; texts that follow each other are one part.
[[nodiscard]] std::vector<PythonStringPart> pythonStringParts(const SyntaxNode &node);

/// The literal as one text, with {} for whatever is put in.
[[nodiscard]] std::string pythonStringPattern(const std::vector<PythonStringPart> &parts);

} // namespace Decayscope
