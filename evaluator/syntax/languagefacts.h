// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "syntaxtree.h"

namespace Decayscope {

/// The facts of a Python module.
[[nodiscard]] FileFacts pythonFacts(const SyntaxNode &root);

/// The facts of a JavaScript or TypeScript module.
[[nodiscard]] FileFacts javaScriptFacts(const SyntaxNode &root);

} // namespace Decayscope
