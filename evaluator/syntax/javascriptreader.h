// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "javascriptclasses.h"
#include "javascriptexports.h"
#include "javascriptimports.h"
#include "javascriptscopes.h"

namespace Decayscope {

/// Goes along the nodes of a file and collects its facts.
class JavaScriptReader
{
public:
    explicit JavaScriptReader(const JavaScriptTree &tree, std::size_t sourceSize)
        : m_tree(&tree)
        , m_limits(sourceSize)
    { }

    [[nodiscard]] FileFacts read();

private:
    [[nodiscard]] int readNode(int node); ///< The node to go on with.
    void readModule(int node);
    void readExpression(int node);
    void readDeclaration(int node);
    void enterScope(int node);
    void enterPart(int node);
    void enterFunction(int node);
    [[nodiscard]] std::string functionName(int node) const;

    void addCall(int call);
    void addDecorator(int decorator);
    void addText(int node);
    void addClass(int node);
    void addAssignments(int taker);
    void addEnumMember(int member);
    void addParameterField(int parameter);
    void addReturned(int value);
    void assign(std::string target, SourceValue value, int node);

    const JavaScriptTree *m_tree;
    JavaScriptLimits m_limits;
    JavaScriptValues m_values{*m_tree, m_limits};
    JavaScriptTakers m_takers{*m_tree, m_values};
    JavaScriptImports m_imports{*m_tree, m_values, m_takers};
    JavaScriptExports m_exports{*m_tree, m_values, m_takers};
    JavaScriptClasses m_classes{*m_tree, m_values, m_takers};
    JavaScriptScopes m_scopes;
    FileFacts m_facts;
    int m_typesUntil = 0; ///< Nodes before this one are types.
};

} // namespace Decayscope
