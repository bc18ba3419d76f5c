// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "javascriptreader.h"

#include <algorithm>

namespace Decayscope {

namespace {

using Kind = JavaScriptKind;
using Field = JavaScriptField;

/// Only types stand below.
bool isOfTypes(Kind kind)
{
    return kind == Kind::TypeAnnotation || kind == Kind::TypeArguments || kind == Kind::TypeParameters
        || kind == Kind::Implements || kind == Kind::TypeAlias || kind == Kind::Interface;
}

} // namespace

FileFacts JavaScriptReader::read()
{
    for (int node = 0; node < m_tree->size() && !m_limits.isOver();)
        node = readNode(node);
    m_facts.imports = m_imports.take();
    m_facts.exports = m_exports.take();
    m_facts.codeLines = m_tree->codeLines();
    m_facts.isCut = m_limits.isShort();
    return std::move(m_facts);
}

int JavaScriptReader::readNode(int node)
{
    const auto &[kind, field, parent, past, line, start, end] = m_tree->at(node);
    m_scopes.moveTo(node);
    if (isOfTypes(kind) || (m_tree->kind(parent) == Kind::As && node != m_tree->firstChild(parent)))
        m_typesUntil = std::max(m_typesUntil, past);
    const auto isType = node < m_typesUntil;
    if (kind == Kind::Ambient)
        return past;
    if (kind == Kind::Call && m_values.requiredModule(node)) {
        m_imports.addRequired(node, isType);
        return past;
    }
    if (kind == Kind::ImportStatement || (kind == Kind::ExportStatement && m_tree->child(node, Field::Source) >= 0)) {
        readModule(node);
        return past;
    }
    if (kind == Kind::Interface || kind == Kind::TypeAlias)
        addClass(node);
    if (isType)
        return node + 1;
    enterPart(node);
    readDeclaration(node);
    readExpression(node);
    enterScope(node);
    return node + 1;
}

void JavaScriptReader::readModule(int node)
{
    if (!m_limits.take())
        return;
    if (m_tree->kind(node) == Kind::ImportStatement)
        m_imports.addStatement(node);
    else
        m_imports.addReExport(node);
}

void JavaScriptReader::readDeclaration(int node)
{
    switch (m_tree->kind(node)) {
    case Kind::ExportStatement:
        if (m_tree->kind(m_tree->parent(m_tree->parent(node))) != Kind::Namespace)
            m_exports.addStatement(node);
        addAssignments(node);
        break;
    case Kind::Class:
        for (const int child : m_tree->children(node)) {
            if (m_tree->kind(child) == Kind::Decorator)
                m_classes.noteDecorator(child);
        }
        addClass(node);
        break;
    case Kind::Declarator:
    case Kind::Field:
        addAssignments(node);
        break;
    case Kind::EnumAssignment:
        addEnumMember(node);
        break;
    case Kind::Parameter:
        addParameterField(node);
        break;
    default:
        break;
    }
}

void JavaScriptReader::readExpression(int node)
{
    switch (m_tree->kind(node)) {
    case Kind::Call:
    case Kind::New:
        addCall(node);
        break;
    case Kind::Decorator:
        addDecorator(node);
        break;
    case Kind::String:
    case Kind::Template:
        addText(node);
        break;
    case Kind::Assignment:
        m_exports.addAssignment(node);
        addAssignments(node);
        break;
    case Kind::AugmentedAssignment:
        addAssignments(node);
        break;
    case Kind::Return:
        addReturned(m_tree->firstChild(node));
        break;
    default:
        break;
    }
}

/// The parts of statements that run under a condition.
void JavaScriptReader::enterPart(int node)
{
    const auto &[kind, field, parent, past, line, start, end] = m_tree->at(node);
    const auto outer = m_tree->kind(parent);
    if (outer == Kind::If && field == Field::Consequence)
        m_scopes.enterCondition(past, "if " + m_values.codeOf(m_tree->child(parent, Field::Condition)));
    else if (outer == Kind::If && field == Field::Alternative)
        m_scopes.enterCondition(past, "else of " + m_values.codeOf(m_tree->child(parent, Field::Condition)));
    else if (outer == Kind::Try && field == Field::Body)
        m_scopes.enterCondition(past, "try");
    else if (kind == Kind::Catch)
        m_scopes.enterCondition(past, "catch " + m_values.codeOf(m_tree->child(node, Field::Parameter)));
    else if (kind == Kind::Case)
        m_scopes.enterCondition(past, "case " + m_values.codeOf(m_tree->child(node, Field::Value)));
    else if (kind == Kind::DefaultCase)
        m_scopes.enterCondition(past, "default");
}

void JavaScriptReader::enterScope(int node)
{
    const auto kind = m_tree->kind(node);
    if (kind == Kind::ClassBody)
        m_scopes.enterClass(m_tree->at(node).past, m_takers.nameOf(m_tree->parent(node)));
    else if (isJavaScriptFunction(kind))
        enterFunction(node);
}

void JavaScriptReader::enterFunction(int node)
{
    const auto past = m_tree->at(node).past;
    auto name = functionName(node);
    const auto isDefault = name.empty() && m_takers.isDefaultExport(node);
    if (!name.empty() || isDefault) {
        auto fact = m_classes.functionOf(node);
        fact.name = name;
        fact.scope = m_scopes.scope();
        constexpr auto parameterSize = 2 * sizeof(std::string) + sizeof(SourceValue);
        if (m_limits.take(sizeof(FunctionFact) + fact.parameters.size() * parameterSize))
            m_facts.functions.push_back(std::move(fact));
    }
    if (isDefault)
        m_scopes.enterExportedFunction(past);
    else
        m_scopes.enterFunction(past, name);
    const int body = m_tree->child(node, Field::Body);
    if (m_tree->kind(node) == Kind::Arrow && m_tree->kind(body) != Kind::Block)
        addReturned(body);
}

/// A function that is wrapped in a call at the top of a file goes by the name of the whole: `const f = wrap(() => …)`.
std::string JavaScriptReader::functionName(int node) const
{
    auto name = m_takers.nameOf(node);
    const int arguments = m_tree->parent(m_takers.outermost(node));
    const int call = m_tree->parent(arguments);
    const auto isWrapped = m_tree->kind(arguments) == Kind::Arguments && m_tree->kind(call) == Kind::Call;
    if (!name.empty() || !isWrapped || !m_scopes.isTop())
        return name;
    const auto callee = m_values.calleeOf(call);
    const auto target = m_takers.targetOf(call);
    if (callee.start >= 0 || callee.text.contains('.') || target == "module.exports")
        return {};
    return target.substr(target.rfind('.') + 1);
}

} // namespace Decayscope
