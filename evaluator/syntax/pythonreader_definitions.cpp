// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pythonchain.h"
#include "pythonreader.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

struct Parameter
{
    std::string name;
    std::string type;
};

/// A parameter: `a`, `a: T`, `a=1`, `a: T = 1`, `*a`, `**a: T`. No name where it is only a sign.
Parameter parameterOf(const SyntaxNode &node)
{
    if (node.is("identifier"))
        return {.name = std::string(node.text()), .type = {}};
    auto name = node.child("name");
    if (name.isNull())
        name = node.firstNamed();
    if (name.is("list_splat_pattern") || name.is("dictionary_splat_pattern"))
        name = name.firstNamed();
    const auto isName = name.is("identifier");
    return {.name = isName ? std::string(name.text()) : std::string(), .type = pythonCode(node.child("type"))};
}

std::string baseOf(const SyntaxNode &node)
{
    if (node.is("keyword_argument"))
        return std::string(node.child("name").text()) + '=' + pythonCode(node.child("value"));
    return pythonCallee(node);
}

std::vector<std::string> basesOf(const SyntaxNode &superclasses)
{
    std::vector<std::string> bases;
    for (const auto &node : superclasses.namedChildren()) {
        auto base = baseOf(node);
        if (!base.empty())
            bases.push_back(std::move(base));
    }
    return bases;
}

} // namespace

void PythonReader::decorated(const SyntaxNode &node, const Use & /*use*/)
{
    const auto definition = node.child("definition");
    const std::string name(definition.child("name").text());
    std::vector<std::string> decorators;
    for (const auto &child : node.namedChildren()) {
        if (!child.is("decorator") || m_budget.isOver())
            continue;
        decorators.push_back(pythonCallee(child.firstNamed()));
        decorator(child.firstNamed(), name);
    }
    m_decorators = std::move(decorators);
    walk(definition);
    m_decorators.clear();
}

/// A decorator is a call, with parentheses and without.
void PythonReader::decorator(const SyntaxNode &node, const std::string &decorated)
{
    const Use use{.result = {}, .decorated = decorated, .isDecorator = true};
    walk(node, use);
    auto path = pythonChain(node).path;
    if (node.is("call") || path.empty() || !spend(path.size()))
        return;
    CallFact fact;
    fact.call.kind = SourceValueKind::Call;
    fact.call.text = std::move(path);
    fact.call.line = node.line();
    addCall(std::move(fact), use);
}

void PythonReader::functionDefinition(const SyntaxNode &node, const Use & /*use*/)
{
    FunctionFact fact;
    fact.name = node.child("name").text();
    fact.decorators = std::exchange(m_decorators, {});
    if (m_class != noClass && spend(sizeof(std::string) + fact.name.size()))
        m_facts.classes.at(m_class).methods.push_back(fact.name);
    const auto name = fact.name;
    addFunction(std::move(fact), node.child("parameters"), node.line());
    walk(node.child("parameters"));
    walk(node.child("return_type"));
    functionBody(node.child("body"), name);
}

void PythonReader::addFunction(FunctionFact fact, const SyntaxNode &parameters, int line)
{
    for (const auto &node : parameters.namedChildren()) {
        auto [name, type] = parameterOf(node);
        if (name.empty() || !m_budget.spend(2 * sizeof(std::string) + sizeof(SourceValue) + name.size() + type.size()))
            continue;
        fact.parameters.push_back(std::move(name));
        fact.parameterTypes.push_back(std::move(type));
        const auto value = node.child("value");
        fact.parameterDefaults.push_back(value.isNull() ? SourceValue() : m_values.valueOf(value));
    }
    if (!spend(sizeof(FunctionFact) + fact.name.size()))
        return;
    fact.scope = m_scope;
    fact.line = line;
    m_facts.functions.push_back(std::move(fact));
}

void PythonReader::functionBody(const SyntaxNode &body, const std::string &name)
{
    const auto outerClass = std::exchange(m_class, noClass);
    auto outerName = std::exchange(m_scope.functionName, name);
    walk(body);
    m_scope.functionName = std::move(outerName);
    m_class = outerClass;
}

void PythonReader::classDefinition(const SyntaxNode &node, const Use & /*use*/)
{
    const auto superclasses = node.child("superclasses");
    ClassFact fact;
    fact.name = node.child("name").text();
    fact.decorators = std::exchange(m_decorators, {});
    walk(superclasses);
    if (!spend(sizeof(ClassFact) + fact.name.size() + superclasses.text().size()))
        return;
    fact.bases = basesOf(superclasses);
    fact.scope = m_scope;
    fact.line = node.line();
    const auto name = fact.name;
    m_facts.classes.push_back(std::move(fact));
    classBody(node.child("body"), name);
}

void PythonReader::classBody(const SyntaxNode &body, const std::string &name)
{
    const auto outerClass = std::exchange(m_class, m_facts.classes.size() - 1);
    auto outerName = m_scope.className;
    m_scope.className += (outerName.empty() ? "" : ".") + name;
    walk(body);
    m_scope.className = std::move(outerName);
    m_class = outerClass;
}

} // namespace Decayscope
