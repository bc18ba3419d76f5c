// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pythonchain.h"
#include "pythonimports.h"
#include "pythonreader.h"
#include "pythonstrings.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr std::array typeOnlyConditions{"if TYPE_CHECKING", "if typing.TYPE_CHECKING", "if False", "if 0",
    "else of not TYPE_CHECKING", "else of not typing.TYPE_CHECKING"};

bool isTypeOnly(std::string_view condition)
{
    return std::ranges::find(typeOnlyConditions, condition) != typeOnlyConditions.end();
}

bool isTargetList(const SyntaxNode &node)
{
    constexpr std::array types{"pattern_list", "tuple_pattern", "list_pattern", "tuple", "list", "expression_list"};
    return std::ranges::any_of(types, [&node](std::string_view type) { return node.is(type); });
}

/// The values of a list of targets, one each; none where they are not listed so.
std::vector<SyntaxNode> valuesFor(const SyntaxNode &targets, const SyntaxNode &value)
{
    constexpr std::array types{"expression_list", "tuple", "list"};
    const auto isList = std::ranges::any_of(types, [&value](std::string_view type) { return value.is(type); });
    auto values = isList ? value.namedChildren() : std::vector<SyntaxNode>();
    if (values.size() != targets.namedChildren().size())
        values.clear();
    return values;
}

/// `(x)` on the left of an assignment.
SyntaxNode unwrappedTarget(const SyntaxNode &target)
{
    const auto children = target.is("tuple_pattern") ? target.namedChildren() : std::vector<SyntaxNode>();
    const auto isParenthesis = children.size() == 1 && !target.text().contains(',');
    return isParenthesis ? children.front() : unwrappedPython(target);
}

} // namespace

/// A string that is a statement says nothing; all else is read.
void PythonReader::expressionStatement(const SyntaxNode &node, const Use & /*use*/)
{
    const auto children = node.namedChildren();
    if (children.size() != 1 || !isPythonString(children.front())) {
        walkChildren(node);
        return;
    }
    m_lines.removeText(children.front());
    for (const auto &part : pythonStringParts(children.front())) {
        if (!part.inserted.isNull())
            walk(part.inserted);
    }
}

void PythonReader::importStatement(const SyntaxNode &node, const Use & /*use*/)
{
    for (auto &fact : pythonImports(node)) {
        fact.isTypeOnly = m_typeOnly > 0;
        if (spend(sizeof(ImportFact) + fact.names.size() * sizeof(ImportedName) + 2 * node.text().size()))
            m_facts.imports.push_back(std::move(fact));
    }
}

void PythonReader::returnStatement(const SyntaxNode &node, const Use & /*use*/)
{
    const auto value = node.firstNamed();
    if (value.isNull())
        return;
    addAssignment("return", m_values.valueOf(value), node.line());
    walk(value);
}

void PythonReader::ifStatement(const SyntaxNode &node, const Use & /*use*/)
{
    std::size_t count = 0;
    auto condition = pythonCode(node.child("condition"));
    walk(node.child("condition"));
    underCondition(node.child("consequence"), "if " + condition);
    for (const auto &child : node.namedChildren()) {
        if (!child.is("elif_clause") && !child.is("else_clause"))
            continue;
        pushCondition("else of " + condition);
        ++count;
        if (child.is("else_clause")) {
            walk(child);
            continue;
        }
        condition = pythonCode(child.child("condition"));
        walk(child.child("condition"));
        underCondition(child.child("consequence"), "if " + condition);
    }
    popConditions(count);
}

void PythonReader::tryStatement(const SyntaxNode &node, const Use & /*use*/)
{
    for (const auto &child : node.namedChildren()) {
        if (child.is("except_clause") || child.is("except_group_clause"))
            exceptClause(child);
        else if (child.is("finally_clause"))
            walk(child);
        else
            underCondition(child, child.is("else_clause") ? "else of try" : "try");
    }
}

void PythonReader::exceptClause(const SyntaxNode &node)
{
    std::string condition = "except";
    for (const auto &child : node.namedChildren()) {
        if (child.is("block")) {
            underCondition(child, condition);
            continue;
        }
        const auto exception = child.is("as_pattern") ? child.firstNamed() : child;
        condition += (condition == "except" ? " " : ", ") + pythonCode(exception);
        walk(exception);
    }
}

void PythonReader::caseClause(const SyntaxNode &node, const Use & /*use*/)
{
    std::string condition = "case";
    for (const auto &child : node.namedChildren()) {
        if (child.is("block")) {
            underCondition(child, condition);
            continue;
        }
        condition += (condition == "case" || child.is("if_clause") ? " " : ", ") + pythonCode(child);
        if (child.is("if_clause"))
            walk(child);
    }
}

void PythonReader::underCondition(const SyntaxNode &node, std::string condition)
{
    pushCondition(std::move(condition));
    walk(node);
    popConditions(1);
}

void PythonReader::pushCondition(std::string condition)
{
    m_typeOnly += isTypeOnly(condition) ? 1 : 0;
    m_conditions.push_back(isTypeOnly(condition));
    if (m_scope.conditions.size() < mostConditions)
        m_scope.conditions.push_back(std::move(condition));
}

void PythonReader::popConditions(std::size_t count)
{
    for (; count > 0; --count) {
        m_typeOnly -= m_conditions.back() ? 1 : 0;
        m_conditions.pop_back();
        m_scope.conditions.resize(std::min(m_scope.conditions.size(), m_conditions.size()));
    }
}

/// `a = b = value`, `a: type = value`, `a: type`.
void PythonReader::assignment(const SyntaxNode &node, const Use & /*use*/)
{
    std::vector<SyntaxNode> targets;
    auto value = node;
    for (; value.is("assignment"); value = value.child("right")) {
        targets.push_back(value.child("left"));
        walk(value.child("type"));
        walk(targets.back());
    }
    for (const auto &target : targets)
        assign(target, value);
    if (!targets.empty())
        readAssigned(targets.back(), value);
}

/// `a += b` is what a and b are together; what other signs make is not known.
void PythonReader::augmented(const SyntaxNode &node, const Use & /*use*/)
{
    const auto target = node.child("left");
    auto value = m_values.valueOf(node.child("right"));
    SourceValue together{.kind = SourceValueKind::Joined, .text = {}, .items = {}, .entries = {}, .line = node.line()};
    if (node.child("operator").text() == "+=") {
        together.items.push_back(m_values.valueOf(target));
        together.items.push_back(std::move(value));
    } else {
        together.kind = SourceValueKind::Unknown;
    }
    addAssignment(pythonChain(target).path, std::move(together), target.line());
    walk(target);
    walk(node.child("right"));
}

/// Targets of a list whose values are not listed alike are not known.
void PythonReader::assign(const SyntaxNode &target, const SyntaxNode &value)
{
    const auto single = unwrappedTarget(target);
    if (!isTargetList(single)) {
        addAssignment(pythonChain(single).path, m_values.valueOf(value), single.line());
        return;
    }
    if (++m_depth < deepestSyntax && !m_budget.isOver()) {
        const auto values = valuesFor(single, value);
        for (std::size_t i = 0; const auto &part : single.namedChildren())
            assign(part, values.empty() ? SyntaxNode() : values.at(i++));
    }
    --m_depth;
}

/// Reads what is assigned; a call there gives its result to the target.
void PythonReader::readAssigned(const SyntaxNode &target, const SyntaxNode &value)
{
    const auto single = unwrappedTarget(target);
    const auto values = valuesFor(single, value);
    if (!isTargetList(single)) {
        auto name = pythonChain(single).path;
        const auto isLambda = value.is("lambda");
        if (isLambda && !name.empty())
            addFunction({.name = std::exchange(name, {})}, value.child("parameters"), value.line());
        walk(value, {.result = std::move(name)});
    } else if (values.empty()) {
        walk(value);
    } else if (++m_depth < deepestSyntax) {
        for (std::size_t i = 0; const auto &part : single.namedChildren())
            readAssigned(part, values.at(i++));
        --m_depth;
    } else {
        --m_depth;
    }
}

void PythonReader::addAssignment(std::string target, SourceValue value, int line)
{
    if (target.empty() || !spend(sizeof(AssignmentFact) + target.size()))
        return;
    if (m_class != noClass && !target.contains('.'))
        m_facts.classes.at(m_class).fields.push_back(target);
    m_facts.assignments.push_back(
        {.target = std::move(target), .value = std::move(value), .scope = m_scope, .line = line});
}

} // namespace Decayscope
