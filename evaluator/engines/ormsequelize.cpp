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

constexpr std::array packages{"sequelize", "@sequelize/core", "sequelize-typescript"};

/// Methods that only models of Sequelize have, and those that others have as well.
constexpr std::array queries{"findAll", "findOne", "findByPk", "findOrCreate", "findAndCountAll", "findCreateFind",
    "bulkCreate", "upsert", "sync", "findOrBuild", "destroy"};
constexpr std::array modelQueries{"create", "update", "count", "sum", "max", "min", "increment", "decrement", "build"};

bool isIn(const auto &table, std::string_view name)
{
    return std::ranges::find(table, name) != table.end();
}

bool isModel(const ModuleGraph::Origin &origin)
{
    return isIn(packages, origin.package) && lastMember(origin.name) == "Model";
}

bool isUpper(std::string_view name)
{
    return !name.empty() && name.front() >= 'A' && name.front() <= 'Z';
}

std::string_view receiverName(std::string_view callee)
{
    const auto dot = callee.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : lastMember(callee.substr(0, dot));
}

/// Reads one project for Sequelize.
class SequelizeReading
{
public:
    explicit SequelizeReading(ValueFollower &follower)
        : m_follower(follower)
    { }

    OrmUse read()
    {
        const auto isUsed = std::ranges::any_of(m_follower.graph().packages(), [this](const PackageImport &import) {
            return isServed(m_follower.graph(), import.from) && !import.isTypeOnly && isIn(packages, import.package);
        });
        if (!isUsed)
            return {};
        for (int file = 0; file < std::ssize(m_follower.graph().project().files); ++file) {
            if (isServed(m_follower.graph(), file) && m_follower.facts(file).language != SourceLanguage::Python)
                readFile(file);
        }
        return std::move(m_use);
    }

private:
    void readFile(int file)
    {
        const auto &facts = m_follower.facts(file);
        const auto attributed = withAttributes(facts);
        for (const auto &type : facts.classes) {
            const auto isTable = isIn(type.decorators, "Table") || attributed.contains(type.name);
            if (isTable && descends(m_follower, type, file, isModel))
                m_use.declares.push_back({type.name, file, type.line});
        }
        for (const auto &call : facts.calls)
            readCall(call, file);
    }

    /// The classes whose members are decorated as attributes.
    static std::set<std::string> withAttributes(const FileFacts &facts)
    {
        std::set<std::string> found;
        for (const auto &call : facts.calls) {
            if (call.isDecorator && lastMember(call.call.text) == "Attribute")
                found.insert(call.scope.className);
        }
        return found;
    }

    void readCall(const CallFact &call, int file)
    {
        const auto name = lastMember(call.call.text);
        if (name == "define" && isDefinition(call, file))
            m_use.declares.push_back({calleeText(call), file, call.line});
        else if (name == "init" && isInit(call, file))
            m_use.declares.push_back({calleeText(call), file, call.line});
        else if (isIn(queries, name) || (isIn(modelQueries, name) && isUpper(receiverName(call.call.text))))
            work(call, file);
    }

    void work(const CallFact &call, int file)
    {
        const auto origin = m_follower.originOfCall(call, file);
        if (!origin || isIn(packages, origin->package))
            m_use.works.push_back({calleeText(call), file, call.line});
    }

    bool isDefinition(const CallFact &call, int file)
    {
        const auto receiver = receiverName(call.call.text);
        const auto origin = m_follower.originOfCall(call, file);
        if (call.call.items.size() < 2 || receiver.empty())
            return false;
        return origin ? isIn(packages, origin->package)
                      : call.call.items.front().kind == SourceValueKind::Text || receiver == "sequelize";
    }

    /// `User.init(attributes, {sequelize})` of a class that extends Model; also inside of it, by super or this.
    bool isInit(const CallFact &call, int file)
    {
        if (call.call.items.empty())
            return false;
        const auto receiver = receiverName(call.call.text);
        const auto isOwn = receiver == "super" || receiver == "this";
        const auto name = isOwn ? call.scope.className : std::string(receiver);
        const auto *type = m_follower.names(file).classNamed(name);
        return type && (descends(m_follower, *type, file, isModel) || isIn(type->bases, "Model"));
    }

    ValueFollower &m_follower;
    OrmUse m_use;
};

} // namespace

OrmUse sequelizeUse(ValueFollower &follower)
{
    return SequelizeReading(follower).read();
}

} // namespace Decayscope
