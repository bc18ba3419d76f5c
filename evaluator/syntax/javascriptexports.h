// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "javascripttakers.h"

namespace Decayscope {

/// Collects what a file exports.
class JavaScriptExports
{
public:
    JavaScriptExports(const JavaScriptTree &tree, const JavaScriptValues &values, const JavaScriptTakers &takers)
        : m_tree(&tree)
        , m_values(&values)
        , m_takers(&takers)
    { }

    void addStatement(int statement); ///< An export statement without a module.
    void addAssignment(int assignment); ///< One to `module.exports` or a member of it; others are passed over.

    [[nodiscard]] std::vector<ExportFact> take() { return std::move(m_exports); }

private:
    void add(std::string name, std::string local, int node);
    void addDeclared(int declaration);
    void addMembers(int object);
    [[nodiscard]] std::string localOf(int value, std::string_view otherwise) const;

    const JavaScriptTree *m_tree;
    const JavaScriptValues *m_values;
    const JavaScriptTakers *m_takers;
    std::vector<ExportFact> m_exports;
};

} // namespace Decayscope
