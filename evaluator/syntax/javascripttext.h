// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "javascripttree.h"

namespace Decayscope {

/// The text of a name, `this`, `super`, `import` or `import.meta`; empty for other nodes.
[[nodiscard]] std::string_view nameText(const JavaScriptTree &tree, int node);

/// What a part of a string or template stands for: its characters, or the one its escape sequence means.
[[nodiscard]] std::string pieceOfText(const JavaScriptTree &tree, int node);

/// Code with single blanks for its white space, at most so many bytes of it.
[[nodiscard]] std::string asOneLine(std::string_view code, std::size_t longest);

} // namespace Decayscope
