// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "databaseengine.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace Decayscope {

namespace {

using enum DatabaseEngine;

struct EngineWord
{
    std::string_view word;
    DatabaseEngine engine;
};

constexpr std::array titles{EngineWord{"an unknown engine", Unknown}, EngineWord{"PostgreSQL", Postgres},
    EngineWord{"SQLite", Sqlite}, EngineWord{"MySQL", MySql}, EngineWord{"MongoDB", MongoDb},
    EngineWord{"SQL Server", SqlServer}, EngineWord{"Oracle", Oracle}, EngineWord{"Redis", Redis}};

constexpr std::array dialects{EngineWord{"postgres", Postgres}, EngineWord{"postgresql", Postgres},
    EngineWord{"pg", Postgres}, EngineWord{"pgnative", Postgres}, EngineWord{"pgsql", Postgres},
    EngineWord{"psql", Postgres}, EngineWord{"postgis", Postgres}, EngineWord{"asyncpg", Postgres},
    EngineWord{"psycopg", Postgres}, EngineWord{"psycopg2", Postgres},
    EngineWord{"django.db.backends.postgresql", Postgres},
    EngineWord{"django.db.backends.postgresql_psycopg2", Postgres},
    EngineWord{"django.contrib.gis.db.backends.postgis", Postgres}, EngineWord{"tortoise.backends.asyncpg", Postgres},
    EngineWord{"sqlite", Sqlite}, EngineWord{"sqlite3", Sqlite}, EngineWord{"better-sqlite3", Sqlite},
    EngineWord{"better-sqlite", Sqlite}, EngineWord{"sqljs", Sqlite}, EngineWord{"libsql", Sqlite},
    EngineWord{"turso", Sqlite}, EngineWord{"aiosqlite", Sqlite}, EngineWord{"spatialite", Sqlite},
    EngineWord{"django.db.backends.sqlite3", Sqlite}, EngineWord{"tortoise.backends.sqlite", Sqlite},
    EngineWord{"mysql", MySql}, EngineWord{"mysql2", MySql}, EngineWord{"mariadb", MySql},
    EngineWord{"django.db.backends.mysql", MySql}, EngineWord{"mongodb", MongoDb}, EngineWord{"mongo", MongoDb},
    EngineWord{"mongodb+srv", MongoDb}, EngineWord{"mssql", SqlServer}, EngineWord{"sqlserver", SqlServer},
    EngineWord{"tedious", SqlServer}, EngineWord{"oracle", Oracle}, EngineWord{"oracledb", Oracle},
    EngineWord{"django.db.backends.oracle", Oracle}, EngineWord{"redis", Redis}, EngineWord{"rediss", Redis}};

/// Beginnings of connection texts that are no URLs.
constexpr std::array beginnings{EngineWord{":memory:", Sqlite}, EngineWord{"sqlite:", Sqlite},
    EngineWord{"file:", Sqlite}, EngineWord{"host=", Postgres}, EngineWord{"dbname=", Postgres}};

constexpr std::array drivers{EngineWord{"psycopg2", Postgres}, EngineWord{"psycopg2-binary", Postgres},
    EngineWord{"psycopg", Postgres}, EngineWord{"psycopg_pool", Postgres}, EngineWord{"asyncpg", Postgres},
    EngineWord{"aiopg", Postgres}, EngineWord{"pg8000", Postgres}, EngineWord{"pg", Postgres},
    EngineWord{"pg-promise", Postgres}, EngineWord{"postgres", Postgres}, EngineWord{"slonik", Postgres},
    EngineWord{"@sequelize/postgres", Postgres}, EngineWord{"@mikro-orm/postgresql", Postgres},
    EngineWord{"sqlite3", Sqlite}, EngineWord{"aiosqlite", Sqlite}, EngineWord{"better-sqlite3", Sqlite},
    EngineWord{"node:sqlite", Sqlite}, EngineWord{"sqlite", Sqlite}, EngineWord{"sql.js", Sqlite},
    EngineWord{"@libsql/client", Sqlite}, EngineWord{"@sequelize/sqlite3", Sqlite},
    EngineWord{"@mikro-orm/sqlite", Sqlite}, EngineWord{"@mikro-orm/better-sqlite", Sqlite}, EngineWord{"mysql", MySql},
    EngineWord{"mysql2", MySql}, EngineWord{"pymysql", MySql}, EngineWord{"aiomysql", MySql},
    EngineWord{"MySQLdb", MySql}, EngineWord{"@sequelize/mysql", MySql}, EngineWord{"@mikro-orm/mysql", MySql},
    EngineWord{"@mikro-orm/mongodb", MongoDb}};

DatabaseEngine engineIn(std::span<const EngineWord> words, std::string_view word)
{
    const auto found = std::ranges::find(words, word, &EngineWord::word);
    return found == words.end() ? Unknown : found->engine;
}

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The beginning of a text, as far as it says an engine.
std::string loweredBeginning(std::string_view text)
{
    constexpr std::size_t enough = 80;
    const auto begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    std::string beginning(text.substr(begin, enough));
    std::ranges::transform(beginning, beginning.begin(), lowered);
    return beginning;
}

} // namespace

std::string_view engineTitle(DatabaseEngine engine)
{
    const auto *found = std::ranges::find(titles, engine, &EngineWord::engine);
    return found == titles.end() ? titles.front().word : found->word;
}

DatabaseEngine engineOfUrl(std::string_view url)
{
    const auto text = loweredBeginning(url);
    const auto scheme = text.find("://");
    if (scheme != std::string::npos)
        return engineOfDialect(std::string_view(text).substr(0, scheme));
    const auto *found
        = std::ranges::find_if(beginnings, [&text](const EngineWord &row) { return text.starts_with(row.word); });
    return found == beginnings.end() ? Unknown : found->engine;
}

DatabaseEngine engineOfDialect(std::string_view dialect)
{
    const auto text = loweredBeginning(dialect);
    return engineIn(dialects, std::string_view(text).substr(0, text.find('+')));
}

DatabaseEngine engineOfDriver(std::string_view package)
{
    return engineIn(drivers, package);
}

} // namespace Decayscope
