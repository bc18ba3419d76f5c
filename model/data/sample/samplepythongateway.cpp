// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplepython.h"

namespace Decayscope {

namespace {

constexpr QByteArrayView memoryGateway = R"PY(# Rows are kept in memory.
TABLES = {}


def rows(table, **where):
    known = TABLES.get(table, [])
    return [row for row in known if all(row[key] == value for key, value in where.items())]


def add(table, **values):
    known = TABLES.setdefault(table, [])
    known.append({"id": len(known) + 1, **values})
    return known[-1]


def change(table, row_id, **values):
    row = rows(table, id=row_id)[0]
    row.update(values)
    return row


def remove(table, **where):
    gone = rows(table, **where)
    TABLES[table] = [row for row in TABLES.get(table, []) if row not in gone]
)PY";

constexpr QByteArrayView columns = R"PY(COLUMNS = {
    "users": "username email password bio image",
    "follows": "follower_id followed_id",
    "articles": "slug title description body author_id created_at updated_at",
    "tags": "article_id name",
    "favorites": "article_id user_id",
    "comments": "article_id author_id body created_at",
}
)PY";

constexpr QByteArrayView sqlGateway = R"PY($import$

$columns$

def run(sql, values=()):
    connection = $connect$
    with connection:
        cursor = connection.cursor()
        cursor.execute(sql, list(values))
        names = [column[0] for column in cursor.description or ()]
        return [dict(zip(names, row)) for row in cursor.fetchall()] if names else []


def tested(where):
    return " AND ".join(f"{key} = $mark$" for key in where) or "1 = 1"


def rows(table, **where):
    return run(f"SELECT * FROM {table} WHERE {tested(where)} ORDER BY id", where.values())


def add(table, **values):
    marks = ", ".join("$mark$" for _ in values)
    return run(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks}) RETURNING *", values.values())[0]


def change(table, row_id, **values):
    news = ", ".join(f"{key} = $mark$" for key in values)
    return run(f"UPDATE {table} SET {news} WHERE id = $mark$ RETURNING *", [*values.values(), row_id])[0]


def remove(table, **where):
    run(f"DELETE FROM {table} WHERE {tested(where)}", where.values())


for name, columns in COLUMNS.items():
    typed = ", ".join(f"{column} {'INTEGER' if column.endswith('_id') else 'TEXT'}" for column in columns.split())
    run(f"CREATE TABLE IF NOT EXISTS {name} (id $key$ PRIMARY KEY, {typed})")
)PY";

constexpr QByteArrayView ormGateway
    = R"PY($import$from sqlalchemy import Column, Integer, MetaData, Table, Text, create_engine, select$text$

$columns$
engine = create_engine($url$)
metadata = MetaData()
TABLES = {
    name: Table(name, metadata, Column("id", Integer, primary_key=True),
                *[Column(column, Integer if column.endswith("_id") else Text) for column in columns.split()])
    for name, columns in COLUMNS.items()
}
metadata.create_all(engine)


def rows(table, **where):
    with engine.begin() as connection:
        found = connection.execute(select(TABLES[table]).filter_by(**where))
        return [dict(row) for row in found.mappings()]


def add(table, **values):
    with engine.begin() as connection:
        added = connection.execute(TABLES[table].insert().values(**values))
    return rows(table, id=added.inserted_primary_key[0])[0]


def change(table, row_id, **values):
$change$
    return rows(table, id=row_id)[0]


def remove(table, **where):
    target = TABLES[table]
    tests = [target.c[key] == value for key, value in where.items()]
    with engine.begin() as connection:
        connection.execute(target.delete().where(*tests))
)PY";

constexpr QByteArrayView builtChange = R"PY(    target = TABLES[table]
    with engine.begin() as connection:
        connection.execute(target.update().where(target.c.id == row_id).values(**values)))PY";

constexpr QByteArrayView writtenChange = R"PY(    news = ", ".join(f"{key} = :{key}" for key in values)
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE {table} SET {news} WHERE id = :id"), {**values, "id": row_id}))PY";

QByteArray ormText(const SampleProject &project)
{
    const auto backing = project.backing;
    const auto url = backing == Backing::Sqlite ? R"("sqlite:///conduit.db")"
        : backing == Backing::Postgres          ? R"("postgresql+psycopg2://conduit:conduit@database/conduit")"
                                                : R"(os.environ["DATABASE_URL"])";
    const bool isForeign = backing == Backing::Memory;
    return filled(ormGateway,
        {{"import", isForeign ? "import os\n\n" : ""}, {"columns", columns}, {"url", url},
            {"text", project.writesSql ? ", text" : ""}, {"change", project.writesSql ? writtenChange : builtChange}});
}

QByteArray sqlText(bool isSqlite)
{
    return filled(sqlGateway,
        {{"import", isSqlite ? "import sqlite3" : "import psycopg2"}, {"columns", columns},
            {"connect",
                isSqlite ? R"(sqlite3.connect("conduit.db"))"
                         : R"(psycopg2.connect("host=database dbname=conduit user=conduit password=conduit"))"},
            {"mark", isSqlite ? "?" : "%s"}, {"key", isSqlite ? "INTEGER" : "SERIAL"}});
}

} // namespace

QByteArray pythonGateway(const SampleProject &project)
{
    if (project.usesOrm)
        return ormText(project);
    return project.backing == Backing::Memory ? memoryGateway.toByteArray()
                                              : sqlText(project.backing == Backing::Sqlite);
}

QByteArray pythonRequirements(const SampleProject &project)
{
    QByteArray text = project.framework + '\n';
    if (project.backing == Backing::Postgres)
        text += "psycopg2-binary\n";
    if (project.usesOrm)
        text += "SQLAlchemy\n";
    return text + (project.framework == "fastapi" ? "uvicorn\n" : "");
}

} // namespace Decayscope
