// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pythonlines.h"
#include "pythonvalues.h"

namespace Decayscope {

/// Walks the tree of a Python module once and writes down its facts. Chains of any length are followed in loops; what
/// is nested deeper than deepestSyntax, or beyond the budget of facts, is left out and said.
class PythonReader
{
public:
    explicit PythonReader(const SyntaxNode &module);

    [[nodiscard]] FileFacts facts() &&;

private:
    /// What the code around an expression does with its value, where it is a call.
    struct Use
    {
        std::string result; ///< The variable that takes it.
        std::string decorated; ///< What stands under the decorator.
        bool isDecorator = false;
    };
    using Visitor = void (PythonReader::*)(const SyntaxNode &, const Use &);
    [[nodiscard]] static Visitor visitorFor(std::string_view type);

    void walk(const SyntaxNode &node, const Use &use);
    void walk(const SyntaxNode &node) { walk(node, {}); }
    void walkChildren(const SyntaxNode &node);

    // Expressions
    void children(const SyntaxNode &node, const Use &use);
    void spine(const SyntaxNode &node, const Use &use);
    void link(const SyntaxNode &node, const Use &use);
    void wrapped(const SyntaxNode &node, const Use &use);
    void walrus(const SyntaxNode &node, const Use &use);
    void conditional(const SyntaxNode &node, const Use &use);
    void text(const SyntaxNode &node, const Use &use);
    void asPattern(const SyntaxNode &node, const Use &use);
    void addCall(const SyntaxNode &call, const Use &use);
    void addCall(CallFact fact, const Use &use);
    void addDynamicImport(const CallFact &call);

    // Statements
    void expressionStatement(const SyntaxNode &node, const Use &use);
    void importStatement(const SyntaxNode &node, const Use &use);
    void returnStatement(const SyntaxNode &node, const Use &use);
    void ifStatement(const SyntaxNode &node, const Use &use);
    void tryStatement(const SyntaxNode &node, const Use &use);
    void exceptClause(const SyntaxNode &node);
    void caseClause(const SyntaxNode &node, const Use &use);
    void underCondition(const SyntaxNode &node, std::string condition);
    void pushCondition(std::string condition);
    void popConditions(std::size_t count);

    // Assignments
    void assignment(const SyntaxNode &node, const Use &use);
    void augmented(const SyntaxNode &node, const Use &use);
    void assign(const SyntaxNode &target, const SyntaxNode &value);
    void readAssigned(const SyntaxNode &target, const SyntaxNode &value);
    void addAssignment(std::string target, SourceValue value, int line);

    // Definitions
    void decorated(const SyntaxNode &node, const Use &use);
    void decorator(const SyntaxNode &node, const std::string &decorated);
    void functionDefinition(const SyntaxNode &node, const Use &use);
    void classDefinition(const SyntaxNode &node, const Use &use);
    void addFunction(FunctionFact fact, const SyntaxNode &parameters, int line);
    void functionBody(const SyntaxNode &body, const std::string &name);
    void classBody(const SyntaxNode &body, const std::string &name);

    [[nodiscard]] bool spend(std::size_t bytes);

    FactBudget m_budget;
    PythonValues m_values;
    PythonLines m_lines;
    FileFacts m_facts;
    SourceScope m_scope;
    std::vector<std::string> m_decorators; ///< Of the definition that comes next.
    std::size_t m_class = noClass; ///< Whose body is read, not a method's; index into m_facts.classes.
    std::vector<bool> m_conditions; ///< All around, also beyond mostConditions: true where only types are checked.
    int m_typeOnly = 0; ///< How many of them are.
    int m_depth = 0;

    static constexpr std::size_t noClass = static_cast<std::size_t>(-1);
    static constexpr std::size_t mostConditions = 16;
};

} // namespace Decayscope
