// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "databaseconnections.h"
#include "djangodata.h"
#include "ormuse.h"
#include "testconditions.h"

#include <modules/dottednames.h>

#include <algorithm>
#include <array>
#include <set>

namespace Decayscope {

namespace {

/// ORMs, query builders and clients that hold data without SQL of the project's own.
constexpr std::array packages{"peewee", "playhouse", "tortoise", "pony", "mongoengine", "pymongo", "motor", "beanie",
    "mongoose", "mongodb", "knex", "objection", "bookshelf", "@prisma/client", "typeorm", "drizzle-orm", "kysely",
    "@mikro-orm/core", "@mikro-orm/postgresql", "@mikro-orm/sqlite", "piccolo", "ormar", "gino", "waterline"};

constexpr std::array sqlAlchemyPackages{"sqlalchemy", "sqlmodel", "flask_sqlalchemy"};
constexpr std::array sequelizePackages{"sequelize", "@sequelize/core", "sequelize-typescript"};

/// What opens, closes and prepares, and moves no data.
constexpr std::array preparing{"connect", "close", "init", "initialize", "destroy", "end", "disconnect", "$connect",
    "$disconnect", "on", "once", "bind", "generate_mapping", "connection", "is_closed", "migrate", "latest", "Schema",
    "model", "getRepository", "define", "close_connections", "generate_schemas", "runMigrations", "synchronize",
    "plugin", "startSession", "db", "collection", "index", "set", "command", "createIndex", "create_index", "pre",
    "post", "virtual", "relations", "isConnected"};

bool isIn(const auto &table, std::string_view name)
{
    return std::ranges::find(table, name) != table.end();
}

bool isOther(const ModuleGraph::Origin &origin)
{
    return isIn(packages, origin.package);
}

bool isSqlAlchemy(const ModuleGraph::Origin &origin)
{
    return isIn(sqlAlchemyPackages, origin.package);
}

bool isSequelize(const ModuleGraph::Origin &origin)
{
    return isIn(sequelizePackages, origin.package);
}

using ModelPlace = std::pair<int, std::string>;

class OtherReading
{
public:
    OtherReading(ValueFollower &follower, Constraint asked)
        : m_follower(follower)
        , m_isRival(asked == Constraint::SqlAlchemy ? isSequelize : isSqlAlchemy)
    { }

    std::vector<OrmSign> read()
    {
        for (int file = 0; file < fileCount(); ++file) {
            if (isServed(m_follower.graph(), file))
                findModels(file);
        }
        for (const auto &model : djangoModels(m_follower))
            m_models.emplace(model.file, model.name);
        for (int file = 0; file < fileCount(); ++file) {
            if (isServed(m_follower.graph(), file))
                findUse(file);
        }
        return std::move(m_found);
    }

private:
    [[nodiscard]] int fileCount() const { return static_cast<int>(m_follower.graph().project().files.size()); }

    void findModels(int file)
    {
        for (const auto &type : m_follower.facts(file).classes) {
            if (descends(m_follower, type, file, isOther))
                m_models.emplace(file, type.name);
        }
    }

    /// The first use of a file stands for all of it.
    void findUse(int file)
    {
        for (const auto &call : m_follower.facts(file).calls) {
            if (call.isDecorator || isTestOnly(call.scope.conditions) || !isUse(call, file))
                continue;
            m_found.push_back({calleeText(call), file, call.line});
            return;
        }
    }

    bool isUse(const CallFact &call, int file)
    {
        const std::string_view text(call.call.text);
        if (isIn(preparing, lastMember(text)))
            return false;
        if (!text.empty() && isOfModel(text, file))
            return true;
        const auto origin = m_follower.originOfCall(call, file);
        return origin && (isOther(*origin) || m_isRival(*origin)) && origin->name.find("()") != std::string::npos
            && (origin->name.find("().") != std::string::npos || origin->package == "knex");
    }

    bool isOfModel(std::string_view callee, int file)
    {
        const auto name = firstMember(callee);
        if (m_models.empty() || name == callee)
            return m_models.contains({file, std::string(name)});
        const auto found = m_follower.graph().definitionOf(file, name);
        return m_models.contains(found ? ModelPlace(found->file, found->name) : ModelPlace(file, name));
    }

    ValueFollower &m_follower;
    OriginTest m_isRival;
    std::set<ModelPlace> m_models;
    std::vector<OrmSign> m_found;
};

} // namespace

std::vector<OrmSign> otherOrmUse(ValueFollower &follower, Constraint asked)
{
    return OtherReading(follower, asked).read();
}

} // namespace Decayscope
