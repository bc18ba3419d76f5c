// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "factlines.h"

#include <array>

namespace Decayscope {

namespace {

std::string joined(const std::vector<std::string> &items, std::string_view separator)
{
    std::string text;
    for (const auto &item : items)
        text += (text.empty() ? std::string() : std::string(separator)) + item;
    return text;
}

std::string listOf(std::string_view word, const std::vector<std::string> &items)
{
    return items.empty() ? std::string() : ' ' + std::string(word) + " [" + joined(items, ", ") + ']';
}

std::string decoratorsOf(const std::vector<std::string> &decorators)
{
    return decorators.empty() ? std::string() : " @" + joined(decorators, " @");
}

std::string optional(std::string_view word, const std::string &text)
{
    return text.empty() ? std::string() : ' ' + std::string(word) + ' ' + text;
}

std::string place(const SourceScope &scope)
{
    const auto separator = scope.className.empty() || scope.functionName.empty() ? "" : ".";
    return optional("in", scope.className + separator + scope.functionName)
        + (scope.conditions.empty() ? std::string() : " if [" + joined(scope.conditions, " | ") + ']');
}

std::string described(const ImportFact &fact)
{
    constexpr std::array forms{"import ", "from ", "dynamic ", "re-export "};
    std::vector<std::string> names;
    for (const auto &[name, alias] : fact.names)
        names.push_back(name == alias ? name : name + " as " + alias);
    return forms.at(static_cast<std::size_t>(fact.form)) + fact.module
        + (names.empty() ? "" : " {" + joined(names, ", ") + '}') + (fact.isTypeOnly ? " type-only" : "");
}

std::string described(const ExportFact &fact)
{
    return fact.name + " = " + fact.local;
}

std::string described(const AssignmentFact &fact)
{
    return fact.target + " = " + printed(fact.value) + place(fact.scope);
}

std::string described(const CallFact &fact)
{
    return printed(fact.call) + optional("on", fact.on) + (fact.isNew ? " new" : "") + optional("->", fact.result)
        + (fact.isDecorator ? " decorates " + fact.decorated : "") + place(fact.scope);
}

std::string described(const ClassFact &fact)
{
    return fact.name + '(' + joined(fact.bases, ", ") + ')' + decoratorsOf(fact.decorators)
        + listOf("methods", fact.methods) + listOf("fields", fact.fields) + place(fact.scope);
}

std::string described(const FunctionFact &fact)
{
    std::vector<std::string> parameters;
    for (std::size_t i = 0; i < fact.parameters.size(); ++i) {
        const auto type = i < fact.parameterTypes.size() ? fact.parameterTypes.at(i) : "(no type)";
        parameters.push_back(fact.parameters.at(i) + (type.empty() ? "" : ": " + type));
    }
    return fact.name + '(' + joined(parameters, ", ") + ')' + decoratorsOf(fact.decorators) + place(fact.scope);
}

std::string described(const TextFact &fact)
{
    return '"' + fact.text + '"' + place(fact.scope);
}

template <typename Fact>
void append(QStringList *lines, QLatin1StringView kind, const std::vector<Fact> &facts, QStringView kinds)
{
    if (!kinds.isEmpty() && !kinds.split(u' ').contains(kind))
        return;
    for (const auto &fact : facts)
        lines->append(kind + u' ' + QString::number(fact.line) + u": " + QString::fromStdString(described(fact)));
}

} // namespace

QStringList factLines(const FileFacts &facts, QStringView kinds)
{
    using namespace Qt::StringLiterals;
    QStringList lines;
    append(&lines, "import"_L1, facts.imports, kinds);
    append(&lines, "export"_L1, facts.exports, kinds);
    append(&lines, "assign"_L1, facts.assignments, kinds);
    append(&lines, "call"_L1, facts.calls, kinds);
    append(&lines, "class"_L1, facts.classes, kinds);
    append(&lines, "def"_L1, facts.functions, kinds);
    append(&lines, "text"_L1, facts.texts, kinds);
    if (facts.isDamaged)
        lines.append(u"damaged"_s);
    if (facts.isCut)
        lines.append(u"cut"_s);
    return lines;
}

} // namespace Decayscope
