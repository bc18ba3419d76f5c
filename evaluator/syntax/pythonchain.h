// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "syntaxtree.h"

namespace Decayscope {

/// A chain of members: `a.b["c"].d` is "a.b.c.d". Where it does not begin with a name, `path` begins with a dot and
/// `base` is what it is asked of: `f(x).g` is ".g" of the call.
struct PythonChain
{
    std::string path; ///< Empty where the expression is no chain at all.
    SyntaxNode base; ///< Null where the chain begins with a name.
};

/// Members, indices (a computed one is "*"), parentheses and `await` are followed, in time linear in the length of the
/// chain.
[[nodiscard]] PythonChain pythonChain(const SyntaxNode &expression);

/// The name of a base class, a decorator or a callee: calls and type arguments are taken off, `Base[T]` is "Base".
[[nodiscard]] std::string pythonCallee(SyntaxNode expression);

/// What parentheses and `await` stand around.
[[nodiscard]] SyntaxNode unwrappedPython(SyntaxNode expression);

/// An expression as one short line of code.
[[nodiscard]] std::string pythonCode(const SyntaxNode &expression);

} // namespace Decayscope
