// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "databasesigns.h"

#include <algorithm>

namespace Decayscope {

namespace {

using namespace SignPieces;

/// Both databases in one table, so that the code is read once.
constexpr std::array table{
    SignPattern{"import:sqlite3", {exact("import"), spaces, exact("sqlite3")}, true},
    SignPattern{"import:sqlite3", {exact("from"), spaces, exact("sqlite3"), spaces, exact("import")}},
    SignPattern{"import:aiosqlite", {exact("import"), spaces, exact("aiosqlite")}, true},
    SignPattern{"import:aiosqlite", {exact("from"), spaces, exact("aiosqlite"), spaces, exact("import")}},
    SignPattern{"connstr:sqlite", {anyCase("sqlite"), maybeDriver, exact(":///")}},
    SignPattern{"django:sqlite", {anyCase("django.db.backends.sqlite3")}},
    SignPattern{"dep:sqlite3-npm", {quote, anyCase("sqlite3"), quote}},
    SignPattern{"dep:better-sqlite3", {quote, anyCase("better-sqlite3"), quote}},
    SignPattern{
        "dialect:sqlite", {anyCase("dialect"), maybeSpaces, assignment, maybeSpaces, quote, anyCase("sqlite"), quote}},
    SignPattern{"import:psycopg2", {exact("psycopg2")}},
    SignPattern{"import:asyncpg", {exact("import"), spaces, exact("asyncpg")}, true},
    SignPattern{"import:asyncpg", {exact("from"), spaces, exact("asyncpg"), spaces, exact("import")}},
    SignPattern{"connstr:postgresql", {anyCase("postgres"), maybeAnyCase("ql"), maybeDriver, exact("://")}},
    SignPattern{"dialect-import:pg", {anyCase("sqlalchemy.dialects.postgresql")}},
    SignPattern{"django:postgres", {anyCase("django.db.backends.postgresql")}},
    SignPattern{"dep:pg-npm", {quote, exact("pg"), quote}},
    SignPattern{"dep:pg-promise", {quote, anyCase("pg-promise"), quote}},
    SignPattern{"dialect:postgres",
        {anyCase("dialect"), maybeSpaces, assignment, maybeSpaces, quote, anyCase("postgres"), maybeAnyCase("ql"),
            quote}},
    SignPattern{
        "host:postgres", {anyCase("host"), maybeSpaces, assignment, maybeSpaces, quote, anyCase("postgres"), quote}},
};

constexpr auto postgresBegin = std::ranges::find(table, std::string_view("import:psycopg2"), &SignPattern::label);

bool isOfPostgres(const Sign &sign)
{
    return std::any_of(
        postgresBegin, table.end(), [&sign](const auto &row) { return sign.label == QLatin1StringView(row.label); });
}

bool isDjangosLineAlone(const std::vector<Sign> &found)
{
    return found.size() == 1 && found.front().label.startsWith(u"django:");
}

} // namespace

const std::vector<Sign> &DatabaseSigns::of(Constraint database) const
{
    return database == Constraint::Sqlite ? sqlite : postgres;
}

Constraint DatabaseSigns::otherThan(Constraint database)
{
    return database == Constraint::Sqlite ? Constraint::Postgres : Constraint::Sqlite;
}

DatabaseSigns DatabaseSigns::forgivenFor(Constraint expected) const
{
    const auto other = otherThan(expected);
    auto forgiven = *this;
    if (!of(expected).empty() && isDjangosLineAlone(of(other)))
        (other == Constraint::Sqlite ? forgiven.sqlite : forgiven.postgres).clear();
    return forgiven;
}

DatabaseSigns findDatabaseSigns(const AddedCode &code)
{
    DatabaseSigns found;
    for (auto &sign : findSigns(code, table))
        (isOfPostgres(sign) ? found.postgres : found.sqlite).push_back(std::move(sign));
    return found;
}

} // namespace Decayscope
