// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "javascriptexports.h"

#include "javascriptpatterns.h"

namespace Decayscope {

namespace {

using Kind = JavaScriptKind;
using Field = JavaScriptField;

bool isNamedDeclaration(Kind kind)
{
    return kind == Kind::FunctionDeclaration || kind == Kind::FunctionExpression || kind == Kind::Class
        || kind == Kind::Interface || kind == Kind::TypeAlias || kind == Kind::Enum || kind == Kind::Namespace;
}

} // namespace

void JavaScriptExports::add(std::string name, std::string local, int node)
{
    if (!name.empty())
        m_exports.push_back({std::move(name), std::move(local), m_tree->at(node).line});
}

/// The name a value has in the file.
std::string JavaScriptExports::localOf(int value, std::string_view otherwise) const
{
    value = m_values->unwrapped(value);
    const auto kind = m_tree->kind(value);
    std::string name;
    if (kind == Kind::Identifier || kind == Kind::ShorthandProperty)
        name = m_tree->text(value);
    else if (isNamedDeclaration(kind))
        name = m_tree->text(m_tree->child(value, Field::Name));
    return name.empty() ? std::string(otherwise) : name;
}

void JavaScriptExports::addStatement(int statement)
{
    const auto isDefault = m_tree->child(statement, Kind::DefaultWord) >= 0;
    const auto isWhole = m_tree->child(statement, Kind::EqualsSign) >= 0;
    const int clause = m_tree->child(statement, Kind::ExportClause);
    const int declaration = m_tree->child(statement, Field::Declaration);
    if (isDefault || isWhole) {
        const int value = isDefault ? m_tree->child(statement, Field::Value) : m_tree->lastChild(statement);
        add("default", localOf(declaration < 0 ? value : declaration, "module.exports"), statement);
    } else if (declaration >= 0) {
        addDeclared(declaration);
    }
    for (int each = m_tree->firstChild(clause); each >= 0; each = m_tree->nextSibling(each)) {
        const int name = m_tree->child(each, Field::Name);
        const int alias = m_tree->child(each, Field::Alias);
        const auto word = m_tree->text(name);
        if (name >= 0)
            add(alias < 0 ? std::string(word) : m_values->literalText(alias).value_or(std::string(m_tree->text(alias))),
                std::string(word), each);
    }
}

void JavaScriptExports::addDeclared(int declaration)
{
    if (isNamedDeclaration(m_tree->kind(declaration))) {
        const std::string name(m_tree->text(m_tree->child(declaration, Field::Name)));
        add(name, name, declaration);
    }
    if (m_tree->kind(declaration) != Kind::Declaration)
        return;
    for (int each = m_tree->firstChild(declaration); each >= 0; each = m_tree->nextSibling(each)) {
        for (const auto &bound : boundNames(*m_tree, *m_values, m_tree->child(each, Field::Name)))
            add(bound.name, bound.name, each);
    }
}

void JavaScriptExports::addAssignment(int assignment)
{
    const auto target = m_takers->targetOfTaker(assignment);
    const int value = m_values->unwrapped(m_tree->child(assignment, Field::Right));
    if (m_values->isImport(value))
        return;
    if (target == "module.exports") {
        add("default", localOf(value, target), assignment);
        addMembers(value);
        return;
    }
    for (const std::string_view module : {"module.exports.", "exports."}) {
        if (target.starts_with(module))
            add(target.substr(module.size()), localOf(value, target), assignment);
    }
}

void JavaScriptExports::addMembers(int object)
{
    if (m_tree->kind(object) != Kind::Object)
        return;
    for (int each = m_tree->firstChild(object); each >= 0; each = m_tree->nextSibling(each)) {
        const auto kind = m_tree->kind(each);
        const int value = m_tree->child(each, Field::Value);
        if (kind == Kind::ShorthandProperty)
            add(std::string(m_tree->text(each)), std::string(m_tree->text(each)), each);
        else if (kind == Kind::Method)
            add(m_values->keyOf(each), {}, each);
        else if (kind == Kind::Pair && !m_values->isImport(value))
            add(m_values->keyOf(each), localOf(value, {}), each);
    }
}

} // namespace Decayscope
