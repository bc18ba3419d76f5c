// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "databaseconnections.h"
#include "ormuse.h"

#include <modules/dottednames.h>

#include <algorithm>
#include <array>
#include <set>

namespace Decayscope {

namespace {

constexpr std::array packages{
    "sqlalchemy", "sqlmodel", "flask_sqlalchemy", "flask_sqlalchemy_lite", "advanced_alchemy"};
constexpr std::array bases{"DeclarativeBase", "DeclarativeBaseNoMeta", "MappedAsDataclass", "declarative_base()",
    "generate_base()", "automap_base()", "as_declarative()", "Model", "SQLModel", "UUIDBase", "BigIntBase"};
constexpr std::array columns{"Column", "mapped_column", "relationship", "Field", "Relationship"};
constexpr std::array tableFields{"__tablename__", "__table__"};
constexpr std::array declaring{"Table", "map_imperatively", "mapped", "mapped_as_dataclass", "mapper"};
constexpr std::array statements{
    "select", "insert", "update", "delete", "exists", "union", "union_all", "with_expression"};
constexpr std::array sessionMethods{"execute", "scalars", "scalar", "query", "add", "add_all", "merge", "get",
    "get_one", "delete", "exec", "stream", "bulk_save_objects", "bulk_insert_mappings", "refresh", "commit", "flush"};
constexpr std::array queryMethods{"filter", "filter_by", "get", "get_or_404", "all", "first", "order_by", "paginate",
    "count", "join", "first_or_404", "options", "delete", "update", "outerjoin", "select_from"};

bool isIn(const auto &table, std::string_view name)
{
    return std::ranges::find(table, name) != table.end();
}

bool isBase(const ModuleGraph::Origin &origin)
{
    return isIn(packages, origin.package) && isIn(bases, lastMember(origin.name));
}

/// Reads one project for SQLAlchemy and what is built on it.
class SqlAlchemyReading
{
public:
    explicit SqlAlchemyReading(ValueFollower &follower)
        : m_follower(follower)
    { }

    OrmUse read()
    {
        const auto &packageImports = m_follower.graph().packages();
        const auto isUsed = std::ranges::any_of(packageImports, [this](const PackageImport &import) {
            return isServed(m_follower.graph(), import.from) && isIn(packages, import.package);
        });
        if (!isUsed)
            return {};
        for (int file = 0; file < std::ssize(m_follower.graph().project().files); ++file) {
            if (isServed(m_follower.graph(), file) && m_follower.facts(file).language == SourceLanguage::Python)
                readFile(file);
        }
        return std::move(m_use);
    }

private:
    void readFile(int file)
    {
        const auto &facts = m_follower.facts(file);
        const auto columned = withColumns(facts);
        for (const auto &type : facts.classes) {
            if ((columned.contains(type.name) || isTable(type, file)) && descends(m_follower, type, file, isBase))
                m_use.declares.push_back({type.name, file, type.line});
        }
        for (const auto &call : facts.calls)
            readCall(call, file);
    }

    /// The classes that hold calls making columns.
    static std::set<std::string> withColumns(const FileFacts &facts)
    {
        std::set<std::string> found;
        for (const auto &call : facts.calls) {
            if (!call.scope.className.empty() && isIn(columns, lastMember(call.call.text)))
                found.insert(call.scope.className);
        }
        return found;
    }

    bool isTable(const ClassFact &type, int file)
    {
        const auto &names = m_follower.names(file);
        return std::ranges::any_of(
            tableFields, [&](const char *field) { return !names.fields(type.name, field).empty(); });
    }

    void readCall(const CallFact &call, int file)
    {
        const auto name = lastMember(call.call.text);
        const auto isDeclaring = isIn(declaring, name);
        if (!isDeclaring && !isIn(statements, name) && !isIn(sessionMethods, name) && !isIn(queryMethods, name))
            return;
        const auto origin = m_follower.originOfCall(call, file);
        if (origin && !isIn(packages, origin->package))
            return;
        if (isDeclaring && origin)
            m_use.declares.push_back({calleeText(call), file, call.line});
        else if (isWork(call, name, origin.has_value()))
            m_use.works.push_back({calleeText(call), file, call.line});
    }

    static bool isWork(const CallFact &call, std::string_view name, bool isOfPackage)
    {
        const std::string_view text(call.call.text);
        if (isOfPackage && (isIn(statements, name) || isIn(sessionMethods, name)))
            return true;
        if (text.find("ession") != std::string_view::npos && isIn(sessionMethods, name))
            return true;
        return text.find(".query.") != std::string_view::npos && isIn(queryMethods, name);
    }

    ValueFollower &m_follower;
    OrmUse m_use;
};

} // namespace

OrmUse sqlAlchemyUse(ValueFollower &follower)
{
    return SqlAlchemyReading(follower).read();
}

} // namespace Decayscope
