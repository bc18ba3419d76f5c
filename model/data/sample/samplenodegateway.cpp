// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplenode.h"

#include <array>

namespace Decayscope {

namespace {

constexpr QByteArrayView memoryText = R"JS(// Rows are kept in memory.
const tables = {};

const isLike = (row, where) => Object.entries(where).every(([key, value]) => row[key] === value);

async function rows(table, where = {}) {
  return (tables[table] || []).filter((row) => isLike(row, where));
}

async function add(table, values) {
  const known = (tables[table] = tables[table] || []);
  known.push({ id: known.length + 1, ...values });
  return known[known.length - 1];
}

async function change(table, id, values) {
  const [row] = await rows(table, { id });
  return Object.assign(row, values);
}

async function remove(table, where) {
  tables[table] = (tables[table] || []).filter((row) => !isLike(row, where));
}

module.exports = { rows, add, change, remove };
)JS";

constexpr QByteArrayView columns = R"JS(const columns = {
  users: 'username email password bio image',
  follows: 'follower_id followed_id',
  articles: 'slug title description body author_id created_at updated_at',
  tags: 'article_id name',
  favorites: 'article_id user_id',
  comments: 'article_id author_id body created_at',
};
)JS";

constexpr QByteArrayView sqlText = R"JS($import$

$columns$
$run$

const tested = (keys, from = 1) => keys.map((key, i) => `${key} = ${mark(i + from)}`);

async function rows(table, where = {}) {
  const tests = tested(Object.keys(where)).join(' AND ') || '1 = 1';
  return run(`SELECT * FROM ${table} WHERE ${tests} ORDER BY id`, Object.values(where));
}

async function add(table, values) {
  const keys = Object.keys(values);
  const marks = keys.map((key, i) => mark(i + 1)).join(', ');
  const sql = `INSERT INTO ${table} (${keys.join(', ')}) VALUES (${marks}) RETURNING *`;
  return (await run(sql, Object.values(values)))[0];
}

async function change(table, id, values) {
  const news = tested(Object.keys(values), 2).join(', ');
  const sql = `UPDATE ${table} SET ${news} WHERE id = ${mark(1)} RETURNING *`;
  return (await run(sql, [id, ...Object.values(values)]))[0];
}

async function remove(table, where) {
  await run(`DELETE FROM ${table} WHERE ${tested(Object.keys(where)).join(' AND ')} RETURNING id`, Object.values(where));
}

async function createTables() {
  for (const [name, list] of Object.entries(columns)) {
    const typed = list.split(' ').map((column) => `${column} ${column.endsWith('_id') ? 'INTEGER' : 'TEXT'}`);
    await run(`CREATE TABLE IF NOT EXISTS ${name} (id $key$ PRIMARY KEY, ${typed.join(', ')})`, []);
  }
}

createTables();

module.exports = { rows, add, change, remove };
)JS";

constexpr QByteArrayView sqliteRun = R"JS(const database = new Database('conduit.db');
const mark = (number) => `?${number}`;

async function run(sql, values) {
  const statement = database.prepare(sql);
  return statement.reader ? statement.all(...values) : statement.run(...values);
})JS";

constexpr QByteArrayView postgresRun
    = R"JS(const pool = new Pool({ host: 'database', database: 'conduit', user: 'conduit', password: 'conduit' });
const mark = (number) => `$${number}`;

async function run(sql, values) {
  const result = await pool.query(sql, values);
  return result.rows;
})JS";

constexpr QByteArrayView ormText = R"JS(const { DataTypes, Sequelize } = require('sequelize');

$columns$
const sequelize = new Sequelize($address$, { logging: false });
const models = {};

for (const [name, list] of Object.entries(columns)) {
  const typed = list.split(' ').map((key) => [key, key.endsWith('_id') ? DataTypes.INTEGER : DataTypes.TEXT]);
  models[name] = sequelize.define(name, Object.fromEntries(typed), { timestamps: false });
}
const ready = sequelize.sync();

async function rows(table, where = {}) {
  await ready;
  return models[table].findAll({ where, order: ['id'], raw: true });
}

async function add(table, values) {
  await ready;
  const row = await models[table].create(values);
  return row.get({ plain: true });
}

async function change(table, id, values) {
$change$
  const [row] = await rows(table, { id });
  return row;
}

async function remove(table, where) {
  await models[table].destroy({ where });
}

module.exports = { rows, add, change, remove };
)JS";

constexpr QByteArrayView builtChange = R"JS(  await models[table].update(values, { where: { id } });)JS";

constexpr QByteArrayView writtenChange
    = R"JS(  const news = Object.keys(values).map((key) => `${key} = :${key}`).join(', ');
  await sequelize.query(`UPDATE ${table} SET ${news} WHERE id = :id`, { replacements: { ...values, id } });)JS";

const char *addressOf(Backing backing)
{
    switch (backing) {
    case Backing::Memory:
        return "process.env.DATABASE_URL";
    case Backing::Sqlite:
        return "{ dialect: 'sqlite', storage: 'conduit.db' }";
    case Backing::Postgres:
        return "'postgres://conduit:conduit@database/conduit'";
    }
    return "";
}

QByteArrayList driversOf(const SampleProject &project)
{
    const bool isOrm = project.usesOrm;
    switch (project.backing) {
    case Backing::Memory:
        return {};
    case Backing::Sqlite:
        return {isOrm ? "\"sqlite3\": \"^5.1.7\"" : "\"better-sqlite3\": \"^11.5.0\""};
    case Backing::Postgres:
        return {"\"pg\": \"^8.13.1\""};
    }
    return {};
}

struct Dependency
{
    const char *framework;
    const char *line;
};

constexpr std::array dependencies{Dependency{"express", "\"express\": \"^4.21.2\""},
    Dependency{"fastify", "\"fastify\": \"^5.2.1\""}, Dependency{"koa", "\"@koa/bodyparser\": \"^5.1.1\""},
    Dependency{"koa", "\"@koa/router\": \"^13.1.0\""}, Dependency{"koa", "\"koa\": \"^2.15.3\""},
    Dependency{"hono", "\"@hono/node-server\": \"^1.13.7\""}, Dependency{"hono", "\"hono\": \"^4.6.14\""}};

} // namespace

QByteArray nodeGateway(const SampleProject &project)
{
    if (project.usesOrm) {
        auto text = filled(ormText,
            {{"columns", columns}, {"address", addressOf(project.backing)},
                {"change", project.writesSql ? writtenChange : builtChange}});
        if (project.backing == Backing::Sqlite)
            text.replace(QByteArray(".db' }, { logging: false }"), QByteArray(".db', logging: false }"));
        return text;
    }
    if (project.backing == Backing::Memory)
        return memoryText.toByteArray();
    const bool isSqlite = project.backing == Backing::Sqlite;
    return filled(sqlText,
        {{"import", isSqlite ? "const Database = require('better-sqlite3');" : "const { Pool } = require('pg');"},
            {"columns", columns}, {"run", isSqlite ? sqliteRun : postgresRun},
            {"key", isSqlite ? "INTEGER" : "SERIAL"}});
}

QByteArray nodePackage(const SampleProject &project)
{
    QByteArrayList lines;
    for (const auto &[framework, line] : dependencies) {
        if (project.framework == framework)
            lines.append(line);
    }
    lines += driversOf(project);
    if (project.usesOrm)
        lines.append("\"sequelize\": \"^6.37.5\"");
    return "{\n  \"name\": \"conduit\",\n  \"private\": true,\n  \"main\": \"server.js\",\n  \"scripts\": {\n"
           "    \"start\": \"node server.js\"\n  },\n  \"dependencies\": {\n    "
        + lines.join(",\n    ") + "\n  }\n}\n";
}

} // namespace Decayscope
