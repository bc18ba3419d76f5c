// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "javascriptvalues.h"

namespace Decayscope {

/// Says what takes the value of an expression: the variable, member or export it is assigned to.
class JavaScriptTakers
{
public:
    JavaScriptTakers(const JavaScriptTree &tree, const JavaScriptValues &values)
        : m_tree(&tree)
        , m_values(&values)
    { }

    /// Out of parentheses, await and casts, as far as people write them: the outermost node that is the same value.
    [[nodiscard]] int outermost(int node) const;

    /// The dotted target of an expression, also through `a || x` and `c ? x : b`: "db" of `const db = x`, "this.db",
    /// "module.exports" of `export default x`; empty where there is none.
    [[nodiscard]] std::string targetOf(int node) const;

    /// The dotted target of a node that assigns: a declarator, an assignment, a class field, a default export.
    [[nodiscard]] std::string targetOfTaker(int taker) const;

    /// The name a function or class goes by: its own or that of what takes it; empty for anonymous ones.
    [[nodiscard]] std::string nameOf(int node) const;

    /// Is a function or class what the module exports as its default?
    [[nodiscard]] bool isDefaultExport(int node) const;

private:
    const JavaScriptTree *m_tree;
    const JavaScriptValues *m_values;
};

} // namespace Decayscope
