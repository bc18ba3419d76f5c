// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layerstorage.h"

#include "layersigns.h"
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

/// Methods that send what they are given to a database.
constexpr auto senders = std::to_array<std::string_view>({"execute", "executemany", "query", "fetch", "fetchrow",
    "fetchval", "fetch_one", "fetch_all", "fetchone", "fetchall", "prepare", "run", "all", "get", "one", "none", "any",
    "oneOrNone", "manyOrNone", "raw", "unsafe", "$queryRaw", "$executeRaw", "text"});

/// Methods of sessions of ORMs, and of connections.
constexpr auto sessionMethods
    = std::to_array<std::string_view>({"add", "add_all", "scalars", "scalar", "execute", "executemany", "query",
        "merge", "refresh", "delete", "fetch", "fetchrow", "fetchval", "fetchone", "fetchall", "prepare"});

constexpr auto sessionNames = std::to_array<std::string_view>({"session", "db_session", "dbsession", "async_session",
    "db", "database", "conn", "connection", "cursor", "cur", "pool", "client", "sequelize"});

/// Static methods of classes that are tables.
constexpr auto tableMethods = std::to_array<std::string_view>({"findAll", "findOne", "findByPk", "findOrCreate",
    "findAndCountAll", "bulkCreate", "create", "update", "destroy", "count", "upsert", "find", "findById", "select",
    "get_or_none", "insert", "filter_by", "aggregate", "deleteOne", "updateOne", "findOneAndUpdate"});

constexpr auto chainHeads = std::to_array<std::string_view>({"knex", "db", "trx"});
constexpr auto chainMethods
    = std::to_array<std::string_view>({".where", ".insert", ".select", ".first", ".update", ".del", ".join", ".from"});

struct StatementWords
{
    std::string_view first;
    std::string_view later; ///< Somewhere after it; empty where the first says enough.
};

constexpr std::array statementWords{StatementWords{"SELECT", "FROM"}, StatementWords{"INSERT INTO", ""},
    StatementWords{"INSERT OR", "INTO"}, StatementWords{"REPLACE INTO", ""}, StatementWords{"UPDATE", "SET"},
    StatementWords{"DELETE FROM", ""}, StatementWords{"WITH", "SELECT"}};

constexpr std::size_t longestStatementStart = 4000;

/// In capitals, white space as single spaces, from the first letter on.
std::string statementStart(std::string_view text)
{
    const auto start = text.find_first_not_of(" \t\r\n(");
    std::string words;
    for (const char c : text.substr(std::min(start, text.size()), longestStatementStart)) {
        const bool isSpace = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (!isSpace)
            words += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        else if (!words.ends_with(' '))
            words += ' ';
    }
    return words + ' ';
}

/// Tables about tables hold no data of the project.
constexpr auto catalogues = std::to_array<std::string_view>(
    {" SQLITE_MASTER", " INFORMATION_SCHEMA", " PG_", "MIGRATIONS", " SQLITE_SEQUENCE"});

/// Whether a text is SQL that reads or writes data, not tables themselves.
bool isDataText(std::string_view text)
{
    const auto words = statementStart(text);
    if (std::ranges::any_of(catalogues, [&](std::string_view name) { return words.contains(name); }))
        return false;
    return std::ranges::any_of(statementWords, [&](const StatementWords &row) {
        const bool isBegun = words.starts_with(row.first) && words[row.first.size()] == ' ';
        return isBegun && (row.later.empty() || words.find(' ' + std::string(row.later) + ' ') != std::string::npos);
    });
}

/// Functions that make tables may fill them as well.
constexpr auto setUpBeginnings = std::to_array<std::string_view>(
    {"init", "seed", "setup", "migrate", "ensure", "createtables", "createschema", "run_migrations", "runmigrations",
        "set_up", "create_tables", "create_schema", "applymigrations", "apply_migrations"});

bool isSetUp(const SourceScope &scope)
{
    auto name = lowered(scope.functionName);
    name.erase(0, std::min(name.find_first_not_of('_'), name.size()));
    return !name.starts_with("init__")
        && std::ranges::any_of(setUpBeginnings, [&](std::string_view begin) { return name.starts_with(begin); });
}

/// The text a call is given: `execute("…")`, `execute(text("…"))`; null where it is something else.
const SourceValue *givenText(const SourceValue &call)
{
    if (call.items.empty())
        return nullptr;
    const auto &first = call.items.front();
    if (first.kind == SourceValueKind::Text)
        return &first;
    const bool isWrapped = first.kind == SourceValueKind::Call && first.items.size() == 1;
    return isWrapped && first.items.front().kind == SourceValueKind::Text ? &first.items.front() : nullptr;
}

bool hasCapital(std::string_view word)
{
    return !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
}

} // namespace

StorageFiles StorageFiles::of(const ModuleGraph &graph)
{
    StorageFiles files{.importing = std::vector<bool>(graph.project().files.size()), .tables = {}};
    for (const auto &package : graph.packages()) {
        if (isStoragePackage(package.package))
            files.importing[static_cast<std::size_t>(package.from)] = true;
    }
    return files;
}

StorageReader::StorageReader(const ModuleGraph &graph, int file, const StorageFiles &files)
    : m_graph(graph)
    , m_file(file)
    , m_facts(graph.project().files[static_cast<std::size_t>(file)].facts)
    , m_isNear(files.importing[static_cast<std::size_t>(file)])
{
    for (const auto &edge : graph.edgesOf(file)) {
        const auto to = static_cast<std::size_t>(edge.to);
        m_isNear = m_isNear || files.importing[to];
        if (files.tables.empty() || !files.tables[to])
            continue;
        for (const auto &name : edge.names)
            m_tables.insert(name.alias);
    }
    for (const auto &function : m_facts.functions) {
        for (std::size_t i = 0; i < std::min(function.parameters.size(), function.parameterTypes.size()); ++i) {
            const auto &type = function.parameterTypes[i];
            const auto origin = type.empty() ? std::nullopt : graph.originOf(file, type);
            if (origin && nameUseOf(*origin) == NameUse::Session)
                m_sessions.insert(function.parameters[i]);
        }
    }
}

bool StorageReader::isTable(std::string_view receiver) const
{
    const auto first = receiver.substr(0, receiver.find('.'));
    return m_tables.contains(receiver) || (m_tables.contains(first) && hasCapital(lastMember(receiver)))
        || m_tables.contains(lastMember(receiver));
}

bool StorageReader::isSession(const CallFact &call, std::string_view receiver) const
{
    if (m_sessions.contains(std::string(receiver)))
        return true;
    auto word = lowered(lastMember(receiver));
    word.erase(0, std::min(word.find_first_not_of('_'), word.size()));
    if (!call.on.empty() || !isIn(word, sessionNames))
        return false;
    const bool isOfRequest = receiver.starts_with("request") || receiver.starts_with("req.");
    return m_isNear && !isOfRequest;
}

StorageRole StorageReader::roleOf(const CallFact &call) const
{
    const std::string_view callee = call.call.text;
    const auto method = lastMember(callee);
    const auto receiver = receiverOf(callee);
    const auto *text = givenText(call.call);
    if (text != nullptr && isIn(method, senders) && isDataText(text->text) && !isSetUp(call.scope))
        return StorageRole::Sends;
    if (isIn(callee, chainMethods) && isIn(call.on, chainHeads) && m_isNear)
        return StorageRole::Queries;
    if (const auto origin = call.on.empty() ? m_graph.originOf(m_file, callee) : std::nullopt) {
        const auto use = nameUseOf(*origin);
        if (use == NameUse::Connection)
            return StorageRole::Connects;
        if (use == NameUse::Query)
            return StorageRole::Queries;
    }
    if (receiver.empty())
        return StorageRole::None;
    const bool isObjects = receiver.ends_with(".objects") || receiver.find(".objects.") != std::string_view::npos;
    const bool isPrisma = receiver.starts_with("prisma.") || receiver.find(".prisma.") != std::string_view::npos;
    if (isObjects || isPrisma || receiver.ends_with(".query"))
        return isObjects || isPrisma || isTable(receiverOf(receiver)) ? StorageRole::Queries : StorageRole::None;
    if (isIn(method, tableMethods) && isTable(receiver))
        return StorageRole::Queries;
    return isIn(method, sessionMethods) && text == nullptr && isSession(call, receiver) ? StorageRole::Queries
                                                                                        : StorageRole::None;
}

std::optional<int> StorageReader::statement() const
{
    if (!m_isNear)
        return std::nullopt;
    const auto found = std::ranges::find_if(
        m_facts.texts, [](const TextFact &text) { return !isSetUp(text.scope) && isDataText(text.text); });
    return found == m_facts.texts.end() ? std::nullopt : std::optional(found->line);
}

} // namespace Decayscope
