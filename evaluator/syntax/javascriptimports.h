// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "javascripttakers.h"

namespace Decayscope {

/// Collects what a file imports.
class JavaScriptImports
{
public:
    JavaScriptImports(const JavaScriptTree &tree, const JavaScriptValues &values, const JavaScriptTakers &takers)
        : m_tree(&tree)
        , m_values(&values)
        , m_takers(&takers)
    { }

    void addStatement(int import);
    void addReExport(int statement); ///< An export statement with a module.
    void addRequired(int call, bool isType); ///< A require or import() with a literal.

    [[nodiscard]] std::vector<ImportFact> take() { return std::move(m_imports); }

private:
    void addClause(int clause, ImportFact *import) const;
    [[nodiscard]] ImportedName specified(int specifier) const;
    [[nodiscard]] bool areTypes(int list) const;
    void addTaken(int outer, const std::string &member, ImportFact *import) const;
    void addDeclared(int declarator, const std::string &member, ImportFact *import) const;
    void addAssigned(int assignment, const std::string &member, ImportFact *import) const;
    void addExported(int object, std::string alias, const std::string &member, ImportFact *import) const;

    const JavaScriptTree *m_tree;
    const JavaScriptValues *m_values;
    const JavaScriptTakers *m_takers;
    std::vector<ImportFact> m_imports;
};

} // namespace Decayscope
