// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "javascriptpatterns.h"
#include "javascriptreader.h"

namespace Decayscope {

namespace {

using Kind = JavaScriptKind;
using Field = JavaScriptField;

/// What a fact takes beyond its own size, which grows with the file alone.
std::size_t weight(const SourceScope &scope)
{
    std::size_t bytes = scope.className.size() + scope.functionName.size();
    for (const auto &condition : scope.conditions)
        bytes += sizeof(std::string) + condition.size();
    return bytes;
}

/// A directive, another string that does nothing, or a name.
bool isNoText(const JavaScriptTree &tree, int node)
{
    const auto outer = tree.kind(tree.parent(node));
    return outer == Kind::ExpressionStatement || outer == Kind::ExportSpecifier;
}

} // namespace

void JavaScriptReader::addCall(int call)
{
    auto callee = m_values.calleeOf(call);
    const int outer = m_tree->parent(call);
    CallFact fact{.on = m_values.nameOfStart(callee),
        .result = m_takers.targetOf(call),
        .isNew = m_tree->kind(call) == Kind::New,
        .isDecorator = m_tree->kind(outer) == Kind::Decorator,
        .scope = m_scopes.scope(),
        .line = m_tree->at(call).line};
    fact.call = m_values.callValue(call, callee);
    if (fact.isDecorator)
        fact.decorated = m_classes.decoratedName(outer);
    if (m_limits.take(weight(fact.scope) + fact.on.size() + fact.result.size()))
        m_facts.calls.push_back(std::move(fact));
}

void JavaScriptReader::addDecorator(int decorator)
{
    const int holder = m_tree->parent(decorator);
    if (m_tree->kind(holder) != Kind::Class)
        m_classes.noteDecorator(decorator);
    const int expression = m_tree->firstChild(decorator);
    if (m_tree->kind(expression) == Kind::Call)
        return;
    const auto line = m_tree->at(decorator).line;
    const auto chain = m_values.chainOf(expression);
    CallFact fact{.call = {.kind = SourceValueKind::Call, .text = chain.text, .line = line},
        .on = m_values.nameOfStart(chain),
        .isDecorator = true,
        .decorated = m_classes.decoratedName(decorator),
        .scope = m_scopes.scope(),
        .line = line};
    if (m_limits.take(weight(fact.scope)))
        m_facts.calls.push_back(std::move(fact));
}

void JavaScriptReader::addText(int node)
{
    if (isNoText(*m_tree, node))
        return;
    TextFact fact{.text = m_values.textWithGaps(node), .scope = m_scopes.scope(), .line = m_tree->at(node).line};
    if (m_limits.take(weight(fact.scope) + fact.text.size()))
        m_facts.texts.push_back(std::move(fact));
}

void JavaScriptReader::addClass(int node)
{
    const auto isData = m_tree->kind(node) == Kind::TypeAlias;
    if (isData && m_tree->kind(m_tree->child(node, Field::Value)) != Kind::ObjectType)
        return;
    auto fact = m_classes.classOf(node);
    fact.scope = m_scopes.scope();
    if (m_limits.take(weight(fact.scope) + (fact.fields.size() + fact.methods.size()) * sizeof(std::string)))
        m_facts.classes.push_back(std::move(fact));
}

void JavaScriptReader::assign(std::string target, SourceValue value, int node)
{
    AssignmentFact fact{.target = std::move(target),
        .value = std::move(value),
        .scope = m_scopes.scope(),
        .line = m_tree->at(node).line};
    if (!fact.target.empty() && m_limits.take(weight(fact.scope) + fact.target.size()))
        m_facts.assignments.push_back(std::move(fact));
}

void JavaScriptReader::addAssignments(int taker)
{
    const auto kind = m_tree->kind(taker);
    const auto isDeclared = kind == Kind::Declarator;
    const auto isDefault = kind == Kind::ExportStatement;
    int value = m_tree->child(taker, isDeclared || isDefault || kind == Kind::Field ? Field::Value : Field::Right);
    if (isDefault && m_tree->child(taker, Kind::EqualsSign) >= 0)
        value = m_tree->lastChild(taker);
    const int left = m_tree->child(taker, isDeclared ? Field::Name : Field::Left);
    const auto isPattern = m_tree->kind(left) == Kind::ObjectPattern || m_tree->kind(left) == Kind::ArrayPattern;
    auto target = isPattern ? std::string() : m_takers.targetOfTaker(taker);
    const auto isReExport = isDefault || target.starts_with("module.exports") || target.starts_with("exports");
    if (value < 0 || ((isDeclared || isReExport) && m_values.isImport(value)))
        return;
    auto read = m_values.valueOf(value);
    if (kind == Kind::AugmentedAssignment)
        read = m_values.augmented(taker, target, std::move(read));
    if (!isPattern)
        return assign(std::move(target), std::move(read), taker);
    for (const auto &name : boundNames(*m_tree, m_values, left))
        assign(name.name, takenApart(read, name, m_values), taker);
}

void JavaScriptReader::addEnumMember(int member)
{
    const int declaration = m_tree->parent(m_tree->parent(member));
    const auto name = m_tree->text(m_tree->child(declaration, Field::Name));
    assign(std::string(name) + '.' + m_values.keyOf(member), m_values.valueOf(m_tree->child(member, Field::Value)),
        member);
}

/// `constructor(private readonly db: Pool)`
void JavaScriptReader::addParameterField(int parameter)
{
    const int name = m_tree->child(parameter, Field::Pattern);
    if (m_tree->child(parameter, Kind::AccessWord) >= 0 && m_tree->kind(name) == Kind::Identifier)
        assign("this." + std::string(m_tree->text(name)), m_values.valueOf(name), parameter);
}

void JavaScriptReader::addReturned(int value)
{
    if (value >= 0 && m_scopes.returnsForName())
        assign("return", m_values.valueOf(value), value);
}

} // namespace Decayscope
