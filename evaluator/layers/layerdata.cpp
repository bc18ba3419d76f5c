// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layerdata.h"

#include "layerwords.h"

#include <modules/dottednames.h>

#include <algorithm>
#include <array>
#include <span>

namespace Decayscope {

namespace {

using Words = std::span<const std::string_view>;

bool isIn(std::string_view word, Words words)
{
    return std::ranges::find(words, word) != words.end();
}

/// Beginnings of names, in lower case without underlines in front, of functions that only show, make or check data.
constexpr auto harmlessBeginnings = std::to_array<std::string_view>({"to_", "tojson", "todict", "toobject", "topublic",
    "torow", "toresponse", "tostring", "toentity", "todto", "from_", "fromrow", "fromjson", "fromdict", "fromobject",
    "fromentity", "fromdb", "as_", "asdict", "asjson", "is_", "has_", "serialize", "validate", "check_", "equals",
    "constructor", "init__", "repr__", "str__", "eq__", "hash__", "post_init__", "lt__", "clone", "copy"});

constexpr auto columnMakers = std::to_array<std::string_view>({"Column", "mapped_column", "relationship"});

constexpr auto neutralBases = std::to_array<std::string_view>(
    {"Exception", "Error", "Protocol", "ABC", "HTTPException", "ValueError", "RuntimeError", "HttpError", "AppError"});

constexpr auto dataDecorators = std::to_array<std::string_view>({"dataclass", "define", "attrs", "s", "frozen"});

/// Bases and decorators whose last word alone says enough, because projects pass them on under names of their own.
constexpr auto tableBases = std::to_array<std::string_view>({"db.Model", "models.Model", "DeclarativeBase"});

} // namespace

DataReader::DataReader(const ModuleGraph &graph, int file)
    : m_graph(graph)
    , m_file(file)
{
    const auto &facts = graph.project().files[static_cast<std::size_t>(file)].facts;
    for (const auto &call : facts.calls) {
        if (!call.scope.className.empty() && isIn(lastMember(call.call.text), columnMakers))
            m_withColumns.insert(call.scope.className);
        m_isSequelize = m_isSequelize || lastMember(call.call.text) == "define";
    }
    for (const auto &assignment : facts.assignments) {
        if (assignment.target.starts_with("self.") || assignment.target.starts_with("this."))
            m_withFields.insert(assignment.scope.className);
    }
    for (const auto &function : facts.functions) {
        if (!isHarmless(function.name))
            m_working.insert(function.scope.className);
    }
    for (const auto &package : graph.packagesOf(file))
        m_isSequelize = m_isSequelize || package.package.starts_with("sequelize");
}

bool DataReader::isHarmless(std::string_view name)
{
    auto word = lowered(name);
    word.erase(0, std::min(word.find_first_not_of("_#"), word.size()));
    return std::ranges::any_of(harmlessBeginnings, [&](std::string_view begin) { return word.starts_with(begin); });
}

NameUse DataReader::useOfBases(const ClassFact &type) const
{
    for (const auto *names : {&type.bases, &type.decorators}) {
        for (const auto &name : *names) {
            if (isIn(name, tableBases))
                return NameUse::Table;
            const auto origin = m_graph.originOf(m_file, name);
            const auto use = origin ? nameUseOf(*origin) : NameUse::None;
            if (use == NameUse::Table || use == NameUse::Data)
                return use;
            if (isIn(lastMember(name), dataDecorators))
                return NameUse::Data;
        }
    }
    return NameUse::None;
}

DataShape DataReader::shapeOf(const ClassFact &type) const
{
    const bool hasTableName = std::ranges::find(type.fields, "__tablename__") != type.fields.end();
    const auto use = useOfBases(type);
    const bool isEmpty = type.fields.empty() && type.methods.empty() && !m_withFields.contains(type.name);
    if (hasTableName || m_withColumns.contains(type.name) || (use == NameUse::Table && !isEmpty))
        return DataShape::Table;
    if (use == NameUse::Data)
        return DataShape::Data;
    const bool isNeutral = std::ranges::any_of(type.bases, [](const std::string &base) {
        const auto last = lastMember(base);
        return isIn(last, neutralBases) || last.ends_with("Error") || last.ends_with("Exception");
    });
    if (isNeutral || isEmpty)
        return DataShape::Neutral;
    if (m_working.contains(type.name))
        return DataShape::Working;
    return std::ranges::all_of(type.methods, isHarmless) ? DataShape::Data : DataShape::Neutral;
}

bool DataReader::declaresTable(const CallFact &call) const
{
    const auto method = lastMember(call.call.text);
    const auto &items = call.call.items;
    const bool hasReceiver = method.size() < call.call.text.size();
    if (method == "define" && hasReceiver)
        return items.size() > 1 && items[0].kind == SourceValueKind::Text && items[1].kind == SourceValueKind::Map;
    if (method == "init" && hasReceiver && m_isSequelize)
        return items.size() > 1 && items[0].kind == SourceValueKind::Map;
    const auto origin = call.on.empty() ? m_graph.originOf(m_file, call.call.text) : std::nullopt;
    if (!origin || nameUseOf(*origin) != NameUse::Table)
        return false;
    return !items.empty() && items.front().kind == SourceValueKind::Text;
}

} // namespace Decayscope
