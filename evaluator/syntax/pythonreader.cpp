// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pythonreader.h"

#include "pythonchain.h"
#include "pythonimports.h"
#include "pythonstrings.h"

#include <array>
#include <unordered_map>

namespace Decayscope {

namespace {

/// Where trees are deep to the left, and the field that leads there.
struct SpineLink
{
    std::string_view type;
    std::string_view field;
};

constexpr std::array spineLinks{SpineLink{"call", "function"}, SpineLink{"attribute", "object"},
    SpineLink{"subscript", "value"}, SpineLink{"binary_operator", "left"}, SpineLink{"boolean_operator", "left"}};

SyntaxNode leftOf(const SyntaxNode &node)
{
    const auto nodeType = node.type();
    for (const auto &[type, field] : spineLinks) {
        if (nodeType == type)
            return node.child(field);
    }
    return {};
}

std::size_t weightOf(const SourceScope &scope)
{
    auto weight = scope.className.size() + scope.functionName.size();
    for (const auto &condition : scope.conditions)
        weight += sizeof(std::string) + condition.size();
    return weight;
}

} // namespace

PythonReader::PythonReader(const SyntaxNode &module)
    : m_budget(module.text().size())
    , m_values(&m_budget)
    , m_lines(module)
{
    walk(module);
    m_facts.codeLines = m_lines.count();
    m_facts.isDamaged = module.hasError();
    m_facts.isCut = m_facts.isCut || m_budget.isOver();
}

FileFacts PythonReader::facts() &&
{
    return std::move(m_facts);
}

PythonReader::Visitor PythonReader::visitorFor(std::string_view type)
{
    static const std::unordered_map<std::string_view, Visitor> visitors{{"call", &PythonReader::spine},
        {"attribute", &PythonReader::spine}, {"subscript", &PythonReader::spine},
        {"binary_operator", &PythonReader::spine}, {"boolean_operator", &PythonReader::spine},
        {"parenthesized_expression", &PythonReader::wrapped}, {"await", &PythonReader::wrapped},
        {"named_expression", &PythonReader::walrus}, {"conditional_expression", &PythonReader::conditional},
        {"string", &PythonReader::text}, {"concatenated_string", &PythonReader::text},
        {"as_pattern", &PythonReader::asPattern}, {"expression_statement", &PythonReader::expressionStatement},
        {"import_statement", &PythonReader::importStatement}, {"import_from_statement", &PythonReader::importStatement},
        {"future_import_statement", &PythonReader::importStatement},
        {"return_statement", &PythonReader::returnStatement}, {"if_statement", &PythonReader::ifStatement},
        {"try_statement", &PythonReader::tryStatement}, {"case_clause", &PythonReader::caseClause},
        {"assignment", &PythonReader::assignment}, {"augmented_assignment", &PythonReader::augmented},
        {"decorated_definition", &PythonReader::decorated}, {"function_definition", &PythonReader::functionDefinition},
        {"class_definition", &PythonReader::classDefinition}};
    const auto found = visitors.find(type);
    return found == visitors.end() ? &PythonReader::children : found->second;
}

void PythonReader::walk(const SyntaxNode &node, const Use &use)
{
    if (node.isLeaf())
        return;
    if (m_depth >= deepestSyntax) {
        m_facts.isCut = true;
        return;
    }
    ++m_depth;
    (this->*visitorFor(node.type()))(node, use);
    --m_depth;
}

void PythonReader::walkChildren(const SyntaxNode &node)
{
    for (const auto &child : node.namedChildren())
        walk(child);
}

void PythonReader::children(const SyntaxNode &node, const Use & /*use*/)
{
    walkChildren(node);
}

/// Follows a chain of calls, members, sums to its left end, then comes back: what is written first is read first. The
/// use is that of the last call, or of every one of `a() or b()`.
void PythonReader::spine(const SyntaxNode &node, const Use &use)
{
    std::vector<SyntaxNode> links;
    std::size_t choices = 0;
    auto left = node;
    for (auto next = leftOf(left); !next.isNull(); next = leftOf(left)) {
        if (choices == links.size() && left.is("boolean_operator"))
            ++choices;
        links.push_back(left);
        left = next;
    }
    const Use none;
    walk(left, choices == links.size() ? use : none);
    for (auto i = links.size(); i-- > 0;)
        link(links.at(i), i <= choices ? use : none);
}

void PythonReader::link(const SyntaxNode &node, const Use &use)
{
    if (node.is("call")) {
        addCall(node, use);
        walk(node.child("arguments"));
    } else if (node.is("subscript")) {
        const auto parts = node.namedChildren();
        for (std::size_t i = 1; i < parts.size(); ++i)
            walk(parts.at(i));
    } else if (!node.is("attribute")) {
        walk(node.child("right"), node.is("boolean_operator") ? use : Use());
    }
}

void PythonReader::wrapped(const SyntaxNode &node, const Use &use)
{
    for (const auto &child : node.namedChildren())
        walk(child, use);
}

void PythonReader::walrus(const SyntaxNode &node, const Use & /*use*/)
{
    assign(node.child("name"), node.child("value"));
    readAssigned(node.child("name"), node.child("value"));
}

void PythonReader::conditional(const SyntaxNode &node, const Use &use)
{
    const auto parts = node.namedChildren();
    if (parts.size() != 3) {
        walkChildren(node);
        return;
    }
    const auto condition = pythonCode(parts.at(1));
    pushCondition("if " + condition);
    walk(parts.at(0), use);
    popConditions(1);
    walk(parts.at(1));
    pushCondition("else of " + condition);
    walk(parts.at(2), use);
    popConditions(1);
}

void PythonReader::text(const SyntaxNode &node, const Use & /*use*/)
{
    m_lines.addText(node);
    const auto parts = pythonStringParts(node);
    auto pattern = pythonStringPattern(parts);
    if (spend(sizeof(TextFact) + pattern.size()))
        m_facts.texts.push_back({.text = std::move(pattern), .scope = m_scope, .line = node.line()});
    for (const auto &part : parts) {
        if (!part.inserted.isNull())
            walk(part.inserted);
    }
}

void PythonReader::asPattern(const SyntaxNode &node, const Use & /*use*/)
{
    const auto target = node.child("alias").firstNamed();
    if (target.isNull()) {
        walkChildren(node);
        return;
    }
    assign(target, node.firstNamed());
    readAssigned(target, node.firstNamed());
}

void PythonReader::addCall(const SyntaxNode &call, const Use &use)
{
    CallFact fact;
    const auto chain = pythonChain(call.child("function"));
    if (chain.path.empty() && chain.base.isNull())
        return;
    if (chain.base.is("call"))
        fact.on = pythonChain(chain.base.child("function")).path;
    fact.call = m_values.callOf(call);
    addCall(std::move(fact), use);
}

void PythonReader::addCall(CallFact fact, const Use &use)
{
    if (!spend(sizeof(CallFact) + fact.on.size() + use.result.size() + use.decorated.size()))
        return;
    fact.line = fact.call.line;
    fact.result = use.result;
    fact.isDecorator = use.isDecorator;
    fact.decorated = use.decorated;
    fact.scope = m_scope;
    addDynamicImport(fact);
    m_facts.calls.push_back(std::move(fact));
}

void PythonReader::addDynamicImport(const CallFact &call)
{
    auto import = pythonDynamicImport(call);
    if (import.module.empty())
        return;
    import.isTypeOnly = m_typeOnly > 0;
    m_facts.imports.push_back(std::move(import));
}

bool PythonReader::spend(std::size_t bytes)
{
    return m_budget.spend(bytes + weightOf(m_scope));
}

} // namespace Decayscope
