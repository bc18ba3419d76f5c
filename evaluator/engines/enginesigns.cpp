// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enginesigns.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

using enum DatabaseEngine;
using enum EngineSource;

constexpr std::array signs{// Python's drivers
    EngineSign{"sqlite3", "connect", Sqlite}, EngineSign{"aiosqlite", "connect", Sqlite},
    EngineSign{"apsw", "Connection", Sqlite}, EngineSign{"pysqlite3", "connect", Sqlite},
    EngineSign{"psycopg2", "connect", Postgres}, EngineSign{"psycopg2", "SimpleConnectionPool", Postgres},
    EngineSign{"psycopg2", "ThreadedConnectionPool", Postgres}, EngineSign{"psycopg", "connect", Postgres},
    EngineSign{"psycopg3", "connect", Postgres}, EngineSign{"psycopg_pool", "ConnectionPool", Postgres},
    EngineSign{"psycopg_pool", "AsyncConnectionPool", Postgres},
    EngineSign{"psycopg_pool", "NullConnectionPool", Postgres}, EngineSign{"asyncpg", "connect", Postgres},
    EngineSign{"asyncpg", "create_pool", Postgres}, EngineSign{"aiopg", "connect", Postgres},
    EngineSign{"aiopg", "create_pool", Postgres}, EngineSign{"aiopg", "create_engine", Postgres},
    EngineSign{"pg8000", "connect", Postgres}, EngineSign{"pg8000", "Connection", Postgres},
    EngineSign{"pymysql", "connect", MySql}, EngineSign{"aiomysql", "connect", MySql},
    EngineSign{"aiomysql", "create_pool", MySql}, EngineSign{"MySQLdb", "connect", MySql},
    EngineSign{"pymongo", "MongoClient", MongoDb}, EngineSign{"pymongo", "AsyncMongoClient", MongoDb},
    EngineSign{"motor", "AsyncIOMotorClient", MongoDb}, EngineSign{"mongoengine", "connect", MongoDb},
    EngineSign{"redis", "Redis", Redis}, EngineSign{"redis", "from_url", Redis},
    EngineSign{"pyodbc", "connect", SqlServer}, EngineSign{"oracledb", "connect", Oracle},
    // Node's drivers; mysql's connect is also Python's mysql.connector
    EngineSign{"sqlite3", "Database", Sqlite}, EngineSign{"better-sqlite3", "", Sqlite},
    EngineSign{"better-sqlite3", "Database", Sqlite}, EngineSign{"sqlite", "open", Sqlite},
    EngineSign{"node:sqlite", "DatabaseSync", Sqlite}, EngineSign{"bun:sqlite", "Database", Sqlite},
    EngineSign{"sql.js", "Database", Sqlite}, EngineSign{"@libsql/client", "createClient", Sqlite},
    EngineSign{"libsql", "", Sqlite}, EngineSign{"pg", "Pool", Postgres}, EngineSign{"pg", "Client", Postgres},
    EngineSign{"pg-promise", "()", Postgres}, EngineSign{"postgres", "", Postgres},
    EngineSign{"slonik", "createPool", Postgres}, EngineSign{"mysql", "createConnection", MySql},
    EngineSign{"mysql", "createPool", MySql}, EngineSign{"mysql", "connect", MySql},
    EngineSign{"mysql2", "createConnection", MySql}, EngineSign{"mysql2", "createPool", MySql},
    EngineSign{"mariadb", "createPool", MySql}, EngineSign{"mongodb", "MongoClient", MongoDb},
    EngineSign{"mongodb", "connect", MongoDb}, EngineSign{"mongoose", "connect", MongoDb},
    EngineSign{"mongoose", "createConnection", MongoDb}, EngineSign{"redis", "createClient", Redis},
    EngineSign{"ioredis", "", Redis}, EngineSign{"mssql", "connect", SqlServer},
    // what is told its engine
    EngineSign{"sqlalchemy", "create_engine", Unknown, Arguments},
    EngineSign{"sqlalchemy", "create_async_engine", Unknown, Arguments},
    EngineSign{"sqlalchemy", "engine_from_config", Unknown, Arguments},
    EngineSign{"sqlalchemy", "async_engine_from_config", Unknown, Arguments},
    EngineSign{"sqlmodel", "create_engine", Unknown, Arguments},
    EngineSign{"databases", "Database", Unknown, Arguments}, EngineSign{"tortoise", "init", Unknown, Arguments},
    EngineSign{"tortoise", "register_tortoise", Unknown, Arguments},
    EngineSign{"tortoise", "RegisterTortoise", Unknown, Arguments}, EngineSign{"pony", "bind", Unknown, Arguments},
    EngineSign{"playhouse", "connect", Unknown, Arguments}, EngineSign{"peewee", "SqliteDatabase", Sqlite},
    EngineSign{"peewee", "PostgresqlDatabase", Postgres}, EngineSign{"peewee", "MySQLDatabase", MySql},
    EngineSign{"playhouse", "SqliteExtDatabase", Sqlite}, EngineSign{"playhouse", "PooledSqliteDatabase", Sqlite},
    EngineSign{"playhouse", "PostgresqlExtDatabase", Postgres},
    EngineSign{"playhouse", "PooledPostgresqlDatabase", Postgres},
    EngineSign{"playhouse", "PooledPostgresqlExtDatabase", Postgres},
    EngineSign{"peewee_async", "PooledPostgresqlDatabase", Postgres},
    EngineSign{"sequelize", "Sequelize", Unknown, Arguments}, EngineSign{"sequelize", "", Unknown, Arguments},
    EngineSign{"@sequelize/core", "Sequelize", Unknown, Arguments},
    EngineSign{"@sequelize/core", "", Unknown, Arguments},
    EngineSign{"sequelize-typescript", "Sequelize", Unknown, Arguments}, EngineSign{"knex", "", Unknown, Arguments},
    EngineSign{"knex", "knex", Unknown, Arguments}, EngineSign{"typeorm", "DataSource", Unknown, Arguments},
    EngineSign{"typeorm", "createConnection", Unknown, Arguments},
    EngineSign{"@mikro-orm/core", "init", Unknown, Arguments}, EngineSign{"@mikro-orm/postgresql", "init", Postgres},
    EngineSign{"@mikro-orm/sqlite", "init", Sqlite}, EngineSign{"@mikro-orm/better-sqlite", "init", Sqlite},
    EngineSign{"drizzle-orm", "node-postgres.drizzle", Postgres},
    EngineSign{"drizzle-orm", "postgres-js.drizzle", Postgres}, EngineSign{"drizzle-orm", "pglite.drizzle", Postgres},
    EngineSign{"drizzle-orm", "neon-http.drizzle", Postgres},
    EngineSign{"drizzle-orm", "neon-serverless.drizzle", Postgres},
    EngineSign{"drizzle-orm", "better-sqlite3.drizzle", Sqlite},
    EngineSign{"drizzle-orm", "bun-sqlite.drizzle", Sqlite}, EngineSign{"drizzle-orm", "libsql.drizzle", Sqlite},
    EngineSign{"drizzle-orm", "sql-js.drizzle", Sqlite}, EngineSign{"drizzle-orm", "mysql2.drizzle", MySql},
    EngineSign{"@prisma/client", "PrismaClient", Unknown, Prisma}};

} // namespace

DatabaseEngine engineOfPlugin(std::string_view package)
{
    static constexpr std::array plugins{std::pair{"@fastify/postgres", Postgres},
        std::pair{"fastify-postgres", Postgres}, std::pair{"fastify-pg", Postgres},
        std::pair{"fastify-better-sqlite3", Sqlite}, std::pair{"@punkish/fastify-better-sqlite3", Sqlite},
        std::pair{"fastify-sqlite", Sqlite}, std::pair{"@fastify/mysql", MySql}, std::pair{"@fastify/mongodb", MongoDb},
        std::pair{"@fastify/redis", Redis}};
    const auto *found = std::ranges::find_if(plugins, [package](const auto &row) { return row.first == package; });
    return found == plugins.end() ? Unknown : found->second;
}

const EngineSign *engineSign(std::string_view package, std::string_view name)
{
    if (name == "default")
        name = {};
    if (name.starts_with("default"))
        name.remove_prefix(std::string_view("default").size());
    const auto last = name.substr(name.rfind('.') == std::string_view::npos ? 0 : name.rfind('.') + 1);
    const auto *found = std::ranges::find_if(signs,
        [&](const EngineSign &sign) { return sign.package == package && (sign.name == last || sign.name == name); });
    return found == signs.end() ? nullptr : found;
}

} // namespace Decayscope
