// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "javascriptimports.h"

#include "javascriptpatterns.h"

#include <algorithm>

namespace Decayscope {

namespace {

using Kind = JavaScriptKind;
using Field = JavaScriptField;

/// The name an assignment to a target exports: "" for the whole module; nothing where it is no export.
std::optional<std::string_view> exportedBy(std::string_view target)
{
    for (const std::string_view module : {"module.exports", "exports"}) {
        if (target == module)
            return std::string_view();
        if (target.starts_with(module) && target.substr(module.size()).starts_with('.'))
            return target.substr(module.size() + 1);
    }
    return std::nullopt;
}

} // namespace

void JavaScriptImports::addStatement(int import)
{
    ImportFact fact{.line = m_tree->at(import).line};
    int source = m_tree->child(import, Field::Source);
    fact.isTypeOnly = m_tree->child(import, Kind::TypeWord) >= 0;
    if (const int clause = m_tree->child(import, Kind::ImportClause); clause >= 0)
        addClause(clause, &fact);
    if (const int required = m_tree->child(import, Kind::ImportRequireClause); required >= 0) {
        fact.names.push_back({"*", std::string(m_tree->text(m_tree->child(required, Kind::Identifier)))});
        source = m_tree->child(required, Field::Source);
    }
    if (const auto module = m_values->literalText(source)) {
        fact.module = *module;
        m_imports.push_back(std::move(fact));
    }
}

void JavaScriptImports::addClause(int clause, ImportFact *import) const
{
    for (int part = m_tree->firstChild(clause); part >= 0; part = m_tree->nextSibling(part)) {
        const auto kind = m_tree->kind(part);
        if (kind == Kind::NamespaceImport) {
            import->names.push_back({"*", std::string(m_tree->text(m_tree->firstChild(part)))});
            continue;
        }
        import->form = ImportForm::Names;
        if (kind == Kind::Identifier)
            import->names.push_back({"default", std::string(m_tree->text(part))});
        for (int each = m_tree->firstChild(part); each >= 0; each = m_tree->nextSibling(each)) {
            if (m_tree->kind(each) == Kind::ImportSpecifier)
                import->names.push_back(specified(each));
        }
        import->isTypeOnly = import->isTypeOnly || (m_tree->firstChild(clause) == part && areTypes(part));
    }
}

/// `{ type A, type B }`
bool JavaScriptImports::areTypes(int list) const
{
    const auto specifiers = m_tree->children(list);
    return !specifiers.empty()
        && std::ranges::all_of(specifiers, [this](int each) { return m_tree->child(each, Kind::TypeWord) >= 0; });
}

ImportedName JavaScriptImports::specified(int specifier) const
{
    const auto word
        = [this](int node) { return m_values->literalText(node).value_or(std::string(m_tree->text(node))); };
    const int alias = m_tree->child(specifier, Field::Alias);
    auto name = word(m_tree->child(specifier, Field::Name));
    auto local = alias < 0 ? name : word(alias);
    return {std::move(name), std::move(local)};
}

void JavaScriptImports::addReExport(int statement)
{
    const auto module = m_values->literalText(m_tree->child(statement, Field::Source));
    if (!module)
        return;
    ImportFact fact{.form = ImportForm::ReExport, .module = *module, .line = m_tree->at(statement).line};
    const int clause = m_tree->child(statement, Kind::ExportClause);
    fact.isTypeOnly = m_tree->child(statement, Kind::TypeWord) >= 0 || areTypes(clause);
    for (int each = m_tree->firstChild(clause); each >= 0; each = m_tree->nextSibling(each)) {
        if (m_tree->kind(each) == Kind::ExportSpecifier)
            fact.names.push_back(specified(each));
    }
    if (const int space = m_tree->child(statement, Kind::NamespaceExport); space >= 0)
        fact.names.push_back({"*", std::string(m_tree->text(m_tree->lastChild(space)))});
    else if (clause < 0)
        fact.names.push_back({"*", "*"});
    m_imports.push_back(std::move(fact));
}

void JavaScriptImports::addRequired(int call, bool isType)
{
    ImportFact fact{.form = ImportForm::Dynamic,
        .module = m_values->requiredModule(call).value_or(std::string()),
        .isTypeOnly = isType,
        .line = m_tree->at(call).line};
    const auto isPromised = m_tree->kind(m_tree->child(call, Field::Function)) == Kind::ImportWord;
    std::string member;
    int outer = m_takers->outermost(call);
    const int holder = m_tree->parent(outer);
    const auto isOfPromise = isPromised && !isType && outer == call;
    if (m_tree->at(outer).field == Field::Object && !isOfPromise)
        member = m_values->keyOf(holder);
    if (!member.empty())
        outer = m_takers->outermost(holder);
    if (!isType)
        addTaken(outer, member, &fact);
    if (fact.names.empty() && !member.empty())
        fact.names.push_back({member, {}});
    if (!isPromised && fact.form == ImportForm::Dynamic && !member.empty())
        fact.form = ImportForm::Names;
    if (isPromised && fact.form != ImportForm::ReExport)
        fact.form = ImportForm::Dynamic;
    m_imports.push_back(std::move(fact));
}

void JavaScriptImports::addTaken(int outer, const std::string &member, ImportFact *import) const
{
    const int taker = m_tree->parent(outer);
    const auto field = m_tree->at(outer).field;
    const auto kind = m_tree->kind(taker);
    if (kind == Kind::Declarator && field == Field::Value)
        addDeclared(taker, member, import);
    else if (kind == Kind::Assignment && field == Field::Right)
        addAssigned(taker, member, import);
    else if (kind == Kind::Pair && field == Field::Value)
        addExported(m_tree->parent(taker), m_values->keyOf(taker), member, import);
    else if (kind == Kind::Spread)
        addExported(m_tree->parent(taker), "*", member, import);
    else if (kind == Kind::ExportStatement)
        *import
            = {ImportForm::ReExport, import->module, {{member.empty() ? "*" : member, "default"}}, false, import->line};
    else if (kind == Kind::ExpressionStatement && member.empty())
        import->form = ImportForm::Module;
}

void JavaScriptImports::addDeclared(int declarator, const std::string &member, ImportFact *import) const
{
    const int pattern = m_tree->child(declarator, Field::Name);
    const auto isWhole = m_tree->kind(pattern) == Kind::Identifier;
    import->line = m_tree->at(declarator).line;
    import->form = isWhole && member.empty() ? ImportForm::Module : ImportForm::Names;
    for (const auto &[name, path, value] : boundNames(*m_tree, *m_values, pattern)) {
        const auto dot = member.empty() || path.empty() ? "" : ".";
        auto imported = member;
        imported += dot;
        imported += path;
        import->names.push_back({imported.empty() ? "*" : imported, name});
    }
}

void JavaScriptImports::addAssigned(int assignment, const std::string &member, ImportFact *import) const
{
    const auto target = m_takers->targetOfTaker(assignment);
    const auto exported = exportedBy(target);
    import->line = m_tree->at(assignment).line;
    import->form = exported ? ImportForm::ReExport : member.empty() ? ImportForm::Module : ImportForm::Names;
    const auto whole = member.empty() ? std::string("*") : member;
    if (!exported)
        import->names.push_back({whole, target});
    else if (exported->empty())
        import->names.push_back({whole, member.empty() ? "*" : "default"});
    else
        import->names.push_back({whole, std::string(*exported)});
}

/// Of `module.exports = { alias: require('x'), ...require('y') }`.
void JavaScriptImports::addExported(int object, std::string alias, const std::string &member, ImportFact *import) const
{
    const int outer = m_takers->outermost(object);
    const int assignment = m_tree->parent(outer);
    if (m_tree->kind(assignment) != Kind::Assignment
        || exportedBy(m_takers->targetOfTaker(assignment)) != std::string_view())
        return;
    import->form = ImportForm::ReExport;
    import->names.push_back({member.empty() ? "*" : member, std::move(alias)});
}

} // namespace Decayscope
