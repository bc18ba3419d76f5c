// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "syntaxtree.h"

namespace Decayscope {

/// What an import statement imports, one fact a module. `import a.b` names nothing: the module is asked for by its own
/// dotted name. `import a.b as c` is the whole of it, "*", as c.
[[nodiscard]] std::vector<ImportFact> pythonImports(const SyntaxNode &statement);

/// The import that a call makes: `importlib.import_module("x")`, `__import__("x")`. Its module is empty where the call
/// is none, or where it is not known which module. A literal package of a relative one is put before it.
[[nodiscard]] ImportFact pythonDynamicImport(const CallFact &call);

} // namespace Decayscope
