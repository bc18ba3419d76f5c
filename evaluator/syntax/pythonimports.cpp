// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pythonimports.h"

#include <algorithm>
#include <span>

namespace Decayscope {

namespace {

/// A dotted name without what may stand between its parts: spaces, line ends, comments. Empty where the parser took a
/// word of the language for a name to repair a broken statement.
std::string dottedName(const SyntaxNode &node)
{
    std::string name;
    for (const auto &part : node.namedChildren()) {
        if (part.text() == "from" || part.text() == "import")
            return {};
        if (part.text().empty() || part.text().contains('\0'))
            continue;
        name += (name.empty() ? "" : ".") + std::string(part.text());
    }
    return name;
}

std::string moduleName(const SyntaxNode &node)
{
    if (!node.is("relative_import"))
        return dottedName(node);
    std::string name;
    for (const auto &part : node.namedChildren()) {
        if (part.is("import_prefix"))
            name.append(static_cast<std::size_t>(std::ranges::count(part.text(), '.')), '.');
        else
            name += dottedName(part);
    }
    return name;
}

ImportedName importedName(const SyntaxNode &node)
{
    if (node.is("wildcard_import"))
        return {.name = "*", .alias = "*"};
    if (!node.is("aliased_import")) {
        auto name = dottedName(node);
        return {.name = name, .alias = name};
    }
    return {.name = dottedName(node.child("name")), .alias = std::string(node.child("alias").text())};
}

ImportFact namesFrom(std::string module, std::span<const SyntaxNode> names, int line)
{
    ImportFact fact{.form = ImportForm::Names, .module = std::move(module), .names = {}, .line = line};
    for (const auto &node : names) {
        auto name = importedName(node);
        if (!name.name.empty())
            fact.names.push_back(std::move(name));
    }
    return fact;
}

std::vector<ImportFact> wholeModules(const SyntaxNode &statement)
{
    std::vector<ImportFact> facts;
    for (const auto &node : statement.namedChildren()) {
        auto name = importedName(node);
        ImportFact fact{
            .form = ImportForm::Module, .module = std::move(name.name), .names = {}, .line = statement.line()};
        if (node.is("aliased_import"))
            fact.names.push_back({.name = "*", .alias = std::move(name.alias)});
        if (!fact.module.empty())
            facts.push_back(std::move(fact));
    }
    return facts;
}

/// `.x` of the package `a.b` is `a.b.x`; every further dot goes one package up.
std::string absoluteName(std::string_view relative, std::string_view package)
{
    const auto dots = std::min(relative.find_first_not_of('.'), relative.size());
    for (auto up = dots; up > 1; --up)
        package = package.substr(0, std::min(package.rfind('.'), package.size()));
    return std::string(package) + '.' + std::string(relative.substr(dots));
}

const SourceValue *argumentOf(const SourceValue &call, std::size_t index, std::string_view keyword)
{
    return index < call.items.size() ? &call.items.at(index) : call.entry(keyword);
}

bool isText(const SourceValue *value)
{
    return value != nullptr && value->kind == SourceValueKind::Text;
}

/// The names that `__import__("a", fromlist=["b"])` asks for.
std::vector<ImportedName> namesOfList(const SourceValue *list)
{
    std::vector<ImportedName> names;
    if (list == nullptr)
        return names;
    for (const auto &item : list->items) {
        if (isText(&item))
            names.push_back({.name = item.text, .alias = item.text});
    }
    return names;
}

} // namespace

std::vector<ImportFact> pythonImports(const SyntaxNode &statement)
{
    if (statement.is("import_statement"))
        return wholeModules(statement);
    const auto children = statement.namedChildren();
    if (statement.is("future_import_statement"))
        return {namesFrom("__future__", children, statement.line())};
    if (children.empty())
        return {};
    auto module = moduleName(children.front());
    if (module.empty())
        return {};
    return {namesFrom(std::move(module), std::span(children).subspan(1), statement.line())};
}

ImportFact pythonDynamicImport(const CallFact &call)
{
    ImportFact fact{.form = ImportForm::Dynamic, .module = {}, .names = {}, .line = call.line};
    const auto name = std::string_view(call.call.text).substr(call.call.text.rfind('.') + 1);
    const auto isBuiltIn = name == "__import__";
    const auto *module = argumentOf(call.call, 0, "name");
    if ((!isBuiltIn && name != "import_module") || !isText(module))
        return fact;
    fact.module = module->text;
    const auto *package = isBuiltIn ? nullptr : argumentOf(call.call, 1, "package");
    if (fact.module.starts_with('.') && isText(package))
        fact.module = absoluteName(fact.module, package->text);
    if (isBuiltIn)
        fact.names = namesOfList(argumentOf(call.call, 3, "fromlist"));
    if (!call.result.empty())
        fact.names.push_back({.name = "*", .alias = call.result});
    return fact;
}

} // namespace Decayscope
