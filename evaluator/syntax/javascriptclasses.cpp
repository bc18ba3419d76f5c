// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "javascriptclasses.h"

#include "javascriptpatterns.h"
#include "javascripttext.h"

namespace Decayscope {

namespace {

using Kind = JavaScriptKind;
using Field = JavaScriptField;

constexpr std::size_t mostDecorators = 16;
constexpr std::size_t longestType = 160;

} // namespace

bool isJavaScriptFunction(JavaScriptKind kind)
{
    return kind == Kind::FunctionDeclaration || kind == Kind::FunctionExpression || kind == Kind::Arrow
        || kind == Kind::Method;
}

ClassFact JavaScriptClasses::classOf(int node) const
{
    ClassFact fact{.name = m_takers->nameOf(node),
        .bases = basesOf(node),
        .decorators = decoratorsOf(node),
        .line = m_tree->at(node).line};
    const int body = m_tree->child(node, m_tree->kind(node) == Kind::TypeAlias ? Field::Value : Field::Body);
    for (int member = m_tree->firstChild(body); member >= 0; member = m_tree->nextSibling(member))
        addMember(member, &fact);
    return fact;
}

void JavaScriptClasses::addMember(int member, ClassFact *fact) const
{
    const auto kind = m_tree->kind(member);
    if (kind != Kind::Method && kind != Kind::Signature && kind != Kind::Field && kind != Kind::PropertySignature)
        return;
    const auto name = m_values->keyOf(member);
    const auto isMethod = kind == Kind::Method || kind == Kind::Signature
        || isJavaScriptFunction(m_tree->kind(m_tree->child(member, Field::Value)));
    const auto isClass = m_tree->kind(m_tree->parent(member)) == Kind::ClassBody;
    if (!name.empty() && isMethod && isClass)
        fact->methods.push_back(name);
    else if (!name.empty() && !isMethod)
        fact->fields.push_back(name);
    if (kind == Kind::Method && name == "constructor")
        addParameterFields(member, fact);
}

void JavaScriptClasses::addParameterFields(int method, ClassFact *fact) const
{
    for (const int parameter : m_tree->children(m_tree->child(method, Field::Parameters))) {
        if (m_tree->child(parameter, Kind::AccessWord) >= 0)
            fact->fields.push_back(parameterName(parameter));
    }
}

std::vector<std::string> JavaScriptClasses::basesOf(int node) const
{
    std::vector<std::string> bases;
    const int heritage = m_tree->child(node, Kind::ClassHeritage);
    for (const int part : m_tree->children(heritage >= 0 ? heritage : node)) {
        const auto kind = m_tree->kind(part);
        if (kind == Kind::Extends) {
            for (const int base : m_tree->children(part)) {
                if (m_tree->at(base).field == Field::Value || m_tree->at(base).field == Field::Type)
                    bases.push_back(baseOf(base));
            }
        } else if (heritage >= 0 && kind != Kind::Implements) {
            bases.push_back(baseOf(part));
        }
    }
    std::erase(bases, std::string());
    return bases;
}

std::string JavaScriptClasses::baseOf(int expression) const
{
    if (m_tree->kind(expression) == Kind::GenericType)
        expression = m_tree->child(expression, Field::Name);
    const auto chain = m_values->chainOf(expression);
    if (chain.start < 0)
        return chain.text;
    const auto isCall = m_tree->kind(chain.start) == Kind::Call;
    return isCall ? m_values->nameOfStart(chain) + chain.text : std::string();
}

std::string JavaScriptClasses::decoratorName(int decorator) const
{
    const int expression = m_tree->firstChild(decorator);
    const auto chain
        = m_tree->kind(expression) == Kind::Call ? m_values->calleeOf(expression) : m_values->chainOf(expression);
    return chain.text;
}

std::vector<std::string> JavaScriptClasses::decoratorsOf(int node) const
{
    const auto found = m_decorated.find(node);
    return found == m_decorated.end() ? std::vector<std::string>() : found->second.decorators;
}

int JavaScriptClasses::decoratedBy(int decorator)
{
    const int holder = m_tree->parent(decorator);
    if (m_tree->kind(holder) == Kind::ExportStatement) {
        const auto [found, isNew] = m_exported.try_emplace(holder, -1);
        if (isNew)
            found->second = m_tree->child(holder, Field::Declaration);
        return found->second;
    }
    if (m_tree->kind(holder) != Kind::ClassBody)
        return holder;
    int next = m_tree->nextSibling(decorator);
    for (std::size_t step = 0; step < mostDecorators && m_tree->kind(next) == Kind::Decorator; ++step)
        next = m_tree->nextSibling(next);
    return next;
}

/// Each decorated node is named once, however many decorators it has.
void JavaScriptClasses::noteDecorator(int decorator)
{
    const int node = decoratedBy(decorator);
    if (node < 0)
        return;
    const auto [found, isNew] = m_decorated.try_emplace(node);
    if (isNew)
        found->second.name = m_tree->kind(node) == Kind::Parameter ? parameterName(node) : m_takers->nameOf(node);
    if (found->second.decorators.size() < mostDecorators)
        found->second.decorators.push_back(decoratorName(decorator));
}

std::string JavaScriptClasses::decoratedName(int decorator)
{
    const auto found = m_decorated.find(decoratedBy(decorator));
    return found == m_decorated.end() ? std::string() : found->second.name;
}

FunctionFact JavaScriptClasses::functionOf(int node) const
{
    FunctionFact fact{.decorators = decoratorsOf(node), .line = m_tree->at(node).line};
    const int only = m_tree->child(node, Field::Parameter);
    const auto parameters = only >= 0 ? std::vector{only} : m_tree->children(m_tree->child(node, Field::Parameters));
    fact.parameters.reserve(parameters.size());
    fact.parameterTypes.reserve(parameters.size());
    fact.parameterDefaults.reserve(parameters.size());
    for (const int parameter : parameters) {
        fact.parameters.push_back(parameterName(parameter));
        fact.parameterTypes.push_back(parameterType(parameter));
        fact.parameterDefaults.push_back(parameterDefault(parameter));
    }
    return fact;
}

/// Parameters that are taken apart have the names of their parts: "{a, b}".
std::string JavaScriptClasses::parameterName(int parameter) const
{
    const int pattern
        = m_tree->kind(parameter) == Kind::Parameter ? m_tree->child(parameter, Field::Pattern) : parameter;
    const auto names = boundNames(*m_tree, *m_values, pattern);
    const int inner = m_tree->kind(pattern) == Kind::DefaultPattern ? m_tree->child(pattern, Field::Left) : pattern;
    const auto isTakenApart = m_tree->kind(inner) == Kind::ObjectPattern || m_tree->kind(inner) == Kind::ArrayPattern;
    if (!isTakenApart)
        return names.empty() ? std::string() : names.front().name;
    std::string text;
    for (const auto &each : names)
        text += (text.empty() ? "" : ", ") + each.name;
    return '{' + text + '}';
}

SourceValue JavaScriptClasses::parameterDefault(int parameter) const
{
    const auto isTyped = m_tree->kind(parameter) == Kind::Parameter;
    const auto isDefault = isTyped || m_tree->kind(parameter) == Kind::DefaultPattern;
    const int value = isDefault ? m_tree->child(parameter, isTyped ? Field::Value : Field::Right) : -1;
    return value < 0 ? SourceValue() : m_values->valueOf(value);
}

std::string JavaScriptClasses::parameterType(int parameter) const
{
    const int type = m_tree->child(parameter, Kind::TypeAnnotation);
    return type < 0 ? std::string() : asOneLine(m_tree->text(m_tree->firstChild(type)), longestType);
}

} // namespace Decayscope
