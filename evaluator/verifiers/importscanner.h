// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>
#include <vector>

namespace Decayscope {

/// What a piece of code imports, and where.
struct FoundImport
{
    std::string_view target; ///< As written; a part of the code that was scanned.
    std::size_t offset = 0; ///< Of the keyword, in bytes.
};

/// All imports that the study's patterns find, whatever the language of the code: Python's `from X import`, then
/// Python's `import X`, then `require('X')`, then one-line `import … from 'X'`, each kind in the order of the text.
/// Source: method.md, "Static verifiers, reference mode". Time is linear in the length of the code.
[[nodiscard]] std::vector<FoundImport> findImports(std::string_view code);

} // namespace Decayscope
