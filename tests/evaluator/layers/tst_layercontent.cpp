// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layerlab.h"

#include <modules/modulegraph.h>

#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

class TestLayerContent : public QObject
{
    Q_OBJECT

private slots:
    void routes_data();
    void routes();
    void storage_data();
    void storage();
    void data_data();
    void data();
    void support_data();
    void support();
    void services();
    void helpersOfLowerLayers();
    void foldersNamedOtherwise();
    void oneLayerByContentIsKept();
};

namespace {

/// One file of a layer that only its content tells, and what is found of it: "routes: registers routes: router.get at
/// 3".
struct ContentRow
{
    const char *name;
    const char *path;
    const char *text;
    const char *expected;
};

void addRows(const std::vector<ContentRow> &rows)
{
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("expected");
    for (const auto &row : rows) {
        const auto lines = printedLayers({{row.path, row.text}}, true);
        QTest::newRow(row.name) << lines.value(0).section(u' ', 1) << QString::fromUtf8(row.expected);
    }
}

void compareRow()
{
    QFETCH(QString, found);
    QFETCH(QString, expected);
    QCOMPARE(found, expected);
}

} // namespace

void TestLayerContent::routes_data()
{
    addRows({{"FastAPI", "x/users.py",
                 "from fastapi import APIRouter\nthings = APIRouter(prefix='/users')\n@things.get('')\n"
                 "async def show():\n    return 1\n",
                 "routes: registers routes: things.get at 3"},
        {"Flask", "x/users.py",
            "from flask import Blueprint, jsonify\npages = Blueprint('u', __name__)\n@pages.route('/u')\n"
            "def show():\n    return jsonify({})\n",
            "routes: registers routes: pages.route at 3"},
        {"Flask rules", "x/users.py",
            "from flask import Blueprint\nbp = Blueprint('u', __name__)\ndef show():\n    return ''\n"
            "bp.add_url_rule('/u', view_func=show)\n",
            "routes: registers routes: bp.add_url_rule at 5"},
        {"Flask views", "x/users.py",
            "from flask.views import MethodView\nclass Users(MethodView):\n    def get(self):\n        return ''\n",
            "routes: registers routes: Users at 2"},
        {"Flask requests", "x/users.py", "from flask import request\ndef show():\n    return request.get_json()\n",
            "routes: handles requests: request.get_json at 3"},
        {"aiohttp table", "x/users.py",
            "from aiohttp import web\ntable = web.RouteTableDef()\n@table.get('/u')\nasync def show(request):\n"
            "    return web.json_response({})\n",
            "routes: registers routes: table.get at 3"},
        {"aiohttp list", "x/users.py", "from aiohttp import web\ndef setup(app):\n    app.router.add_get('/u', None)\n",
            "routes: registers routes: app.router.add_get at 3"},
        {"aiohttp plain", "x/users.py", "from aiohttp import web\nlist_of = [web.get('/u', None)]\n",
            "routes: registers routes: web.get at 2"},
        {"aiohttp handler", "x/users.py",
            "from aiohttp import web\nasync def show(request: web.Request):\n    return None\n",
            "routes: handles requests: show at 2"},
        {"Django function", "x/users.py",
            "from django.http import JsonResponse\ndef show(request):\n    return JsonResponse({})\n",
            "routes: handles requests: JsonResponse at 3"},
        {"Django class", "x/users.py",
            "from django.views import View\nclass Users(View):\n    def get(self, request):\n        return None\n",
            "routes: registers routes: Users at 2"},
        {"Django paths", "x/pages.py",
            "from django.urls import path\nfrom .show import show\nurlpatterns = [path('u', show)]\n",
            "routes: registers routes: path at 3"},
        {"REST framework", "x/users.py",
            "from rest_framework.views import APIView\nclass Users(APIView):\n    def get(self, request):\n"
            "        return None\n",
            "routes: registers routes: Users at 2"},
        {"Express", "x/users.js",
            "const { Router } = require('express');\nconst things = Router();\nthings.get('/u', (req, res) => {});\n"
            "module.exports = things;\n",
            "routes: registers routes: things.get at 3"},
        {"Express chain", "x/users.js",
            "const express = require('express');\nconst r = express.Router();\nr.route('/u').get(show).post(add);\n",
            "routes: registers routes: r.route(…).get at 3"},
        {"Express handler", "x/users.js", "exports.show = async (req, res, next) => { res.json({}); };\n",
            "routes: handles requests: show at 1"},
        {"Koa", "x/users.js",
            "const Router = require('@koa/router');\nconst r = new Router();\nr.get('/u', async (ctx) => { ctx.body = "
            "1; });\n",
            "routes: registers routes: r.get at 3"},
        {"Hono", "x/users.ts",
            "import { Hono } from 'hono';\nexport const things = new Hono();\nthings.get('/u', (c) => c.json({}));\n",
            "routes: registers routes: things.get at 3"},
        {"Hono handler", "x/users.ts",
            "import type { Context } from 'hono';\nexport function show(c: Context) { return c.json({}); }\n",
            "routes: handles requests: c.json at 2"},
        {"Fastify plugin", "x/users.js",
            "module.exports = async function (fastify) {\n  fastify.get('/u', async () => ({}));\n};\n",
            "routes: registers routes: fastify.get at 2"},
        {"Fastify route", "x/users.ts",
            "import type { FastifyInstance } from 'fastify';\nexport async function plugin(f: FastifyInstance) {\n"
            "  f.route({ method: 'GET', url: '/u', handler: show });\n}\n",
            "routes: registers routes: f.route at 3"},
        {"Koa handler", "x/users.js", "exports.show = async (ctx) => { ctx.body = {}; };\n",
            "routes: handles requests: ctx.body at 1"},
        {"an app of its own, deep down", "src/http/app.ts",
            "import { Hono } from 'hono';\nexport const app = new Hono().basePath('/api');\n"
            "app.get('/u', (c) => c.json({}));\n",
            "routes: registers routes: app.get at 3"},
        {"an app that mounts", "src/http/app.ts",
            "import { Hono } from 'hono';\nimport { users } from './u';\nexport const app = new Hono();\n"
            "app.route('/u', users);\n",
            "-: puts the parts together"},
        {"a client is none", "x/users.js",
            "const axios = require('axios');\nconst api = axios.create();\n"
            "exports.load = () => api.get('/users', {});\n",
            "-: shows no layer"},
        {"a map is none", "x/cache.js", "const m = new Map();\nexports.look = () => m.get('/users');\n",
            "-: shows no layer"}});
}

void TestLayerContent::routes()
{
    compareRow();
}

void TestLayerContent::storage_data()
{
    addRows({{"sqlite3", "x/users.py",
                 "import sqlite3\ndef load(key):\n    db = sqlite3.connect('x')\n"
                 "    return db.execute('SELECT * FROM users WHERE id = ?', (key,)).fetchone()\n",
                 "repositories: sends SQL: db.execute at 4"},
        {"asyncpg", "x/users.py",
            "import asyncpg\nasync def load(pool, key):\n    async with pool.acquire() as c:\n"
            "        return await c.fetchrow('SELECT * FROM users WHERE id = $1', key)\n",
            "repositories: sends SQL: c.fetchrow at 4"},
        {"a constant statement", "x/users.py",
            "import psycopg2\nLOAD = '''\n  SELECT *\n  FROM users\n'''\ndef load(cur):\n    cur.execute(LOAD)\n",
            "repositories: sends SQL: SQL at 2"},
        {"SQLAlchemy select", "x/users.py",
            "from sqlalchemy import select\ndef load(s, User):\n    return s.scalars(select(User)).all()\n",
            "repositories: uses storage: select at 3"},
        {"SQLAlchemy session", "x/users.py",
            "from sqlalchemy.orm import Session\ndef save(s: Session, user):\n    s.add(user)\n    s.commit()\n",
            "repositories: uses storage: s.add at 3"},
        {"pg", "x/users.js",
            "const { Pool } = require('pg');\nconst pool = new Pool();\n"
            "exports.load = (key) => pool.query('SELECT * FROM users WHERE id = $1', [key]);\n",
            "repositories: sends SQL: pool.query at 3"},
        {"better-sqlite3", "x/users.js",
            "const Database = require('better-sqlite3');\nconst db = new Database('x');\n"
            "exports.add = (n) => db.prepare('INSERT INTO users (name) VALUES (?)').run(n);\n",
            "repositories: sends SQL: db.prepare at 3"},
        {"Prisma", "x/users.ts",
            "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n"
            "export const load = () => prisma.user.findMany();\n",
            "repositories: uses storage: prisma.user.findMany at 3"},
        {"knex", "x/users.js",
            "const knex = require('knex')({ client: 'pg' });\nexports.load = () => knex('users').where({ id: 1 });\n",
            "repositories: uses storage: knex(…).where at 2"},
        {"Django", "x/users.py",
            "from x.kinds import User\ndef load(key):\n    return User.objects.filter(id=key).first()\n",
            "repositories: uses storage: User.objects.filter at 3"},
        {"a log text is none", "x/users.py",
            "import logging\ndef note():\n    logging.info('Select a user from the list')\n", "-: shows no layer"},
        {"tables are made", "x/start.py",
            "import sqlite3\ndef make():\n    sqlite3.connect('x').execute('CREATE TABLE users (id INTEGER)')\n",
            "-: set-up of the database: sqlite3.connect at 3"}});
}

void TestLayerContent::storage()
{
    compareRow();
}

void TestLayerContent::data_data()
{
    addRows({{"dataclass", "x/user.py",
                 "from dataclasses import dataclass\n@dataclass\nclass User:\n    name: str\n"
                 "    def to_dict(self):\n        return {'name': self.name}\n",
                 "models: declares data: User at 3"},
        {"pydantic", "x/user.py", "from pydantic import BaseModel\nclass User(BaseModel):\n    name: str\n",
            "models: declares data: User at 2"},
        {"TypedDict", "x/user.py", "from typing import TypedDict\nclass User(TypedDict):\n    name: str\n",
            "models: declares data: User at 2"},
        {"SQLAlchemy", "x/user.py",
            "from sqlalchemy import Column, Integer\nfrom x.base import Base\nclass User(Base):\n"
            "    __tablename__ = 'users'\n    id = Column(Integer, primary_key=True)\n"
            "    def check(self, word):\n        return word\n",
            "models: declares data: User at 3"},
        {"Django", "x/user.py",
            "from django.db import models\nclass User(models.Model):\n    name = models.TextField()\n"
            "    def greet(self):\n        return self.name\n",
            "models: declares data: User at 2"},
        {"plain Python class", "x/user.py", "class User:\n    def __init__(self, name):\n        self.name = name\n",
            "models: declares data: User at 1"},
        {"plain JavaScript class", "x/user.js",
            "class User {\n  constructor(name) { this.name = name; }\n  toJSON() { return { name: this.name }; }\n}\n"
            "module.exports = User;\n",
            "models: declares data: User at 1"},
        {"Sequelize define", "x/user.js",
            "module.exports = (sequelize, DataTypes) => {\n"
            "  const User = sequelize.define('User', { name: DataTypes.STRING });\n  return User;\n};\n",
            "models: declares data: sequelize.define at 2"},
        {"Sequelize init", "x/user.js",
            "const { Model, DataTypes } = require('sequelize');\nconst db = require('./connect');\n"
            "class User extends Model {\n  greet() { return 1; }\n}\n"
            "User.init({ name: DataTypes.STRING }, { sequelize: db });\nmodule.exports = User;\n",
            "models: declares data: User at 3"},
        {"interface", "x/user.ts", "export interface User {\n  name: string;\n}\n", "models: declares data: User at 1"},
        {"interface of methods is none", "x/user-port.ts",
            "export interface UserPort {\n  load(key: number): Promise<string>;\n}\n", "-: shows no layer"},
        {"protocol is none", "x/ports.py",
            "from typing import Protocol\nclass Users(Protocol):\n    def load(self, key): ...\n", "-: shows no layer"},
        {"exceptions are none", "x/faults.py", "class NotFound(Exception):\n    pass\n", "-: shows no layer"}});
}

void TestLayerContent::data()
{
    compareRow();
}

void TestLayerContent::support_data()
{
    addRows({{"engine", "x/db.py",
                 "from sqlalchemy import create_engine\nfrom sqlalchemy.orm import sessionmaker\n"
                 "engine = create_engine('sqlite:///x')\nmaker = sessionmaker(engine)\n"
                 "def get_db():\n    db = maker()\n    try:\n        yield db\n    finally:\n        db.close()\n",
                 "-: set-up of the database"},
        {"database with queries", "x/db.py",
            "import sqlite3\ndef load():\n    return sqlite3.connect('x').execute('SELECT * FROM users').fetchall()\n",
            "repositories: sends SQL: sqlite3.connect(…).execute at 3"},
        {"database with seeds", "x/db.py",
            "import sqlite3\ndef connect():\n    return sqlite3.connect('x')\ndef init_db():\n"
            "    connect().execute(\"INSERT INTO tags VALUES ('a')\")\n",
            "-: set-up of the database"},
        {"database that asks for its tables", "x/db.py",
            "import sqlite3\ndef has(name):\n"
            "    return sqlite3.connect('x').execute('SELECT name FROM sqlite_master')\n",
            "-: set-up of the database"},
        {"error middleware", "x/faults.js", "module.exports = (err, req, res, next) => { res.json(err); };\n",
            "-: shows no layer"},
        {"middleware class", "x/trace.py",
            "from starlette.middleware.base import BaseHTTPMiddleware\nfrom fastapi import Request\n"
            "class Trace(BaseHTTPMiddleware):\n    async def dispatch(self, request: Request, call_next):\n"
            "        return await call_next(request)\n",
            "-: shows no layer"},
        {"middleware", "src/middleware/auth.js", "module.exports = (req, res, next) => { next(); };\n",
            "-: middleware or authentication"},
        {"auth that registers routes", "x/auth.js",
            "const router = require('express').Router();\nrouter.post('/login', (req, res) => {});\n"
            "module.exports = router;\n",
            "routes: registers routes: router.post at 2"},
        {"errors", "src/utils/errors.js", "class HttpError extends Error {}\nmodule.exports = HttpError;\n",
            "-: helper"},
        {"constants", "x/constants.py", "from enum import Enum\nclass Kind(Enum):\n    A = 1\n", "-: helper"},
        {"settings", "x/config.py",
            "from pydantic_settings import BaseSettings\nclass Settings(BaseSettings):\n    url: str = ''\n",
            "-: settings"},
        {"factory", "x/__init__.py",
            "from flask import Flask\ndef create_app():\n    app = Flask(__name__)\n    from .pages import bp\n"
            "    app.register_blueprint(bp)\n    return app\n",
            "-: puts the parts together"},
        {"index", "x/index.js", "const a = require('./a');\nconst b = require('./b');\nmodule.exports = { a, b };\n",
            "-: passes names on"},
        {"empty", "x/__init__.py", "", "-: passes names on"}});
}

void TestLayerContent::support()
{
    compareRow();
}

void TestLayerContent::services()
{
    QCOMPARE(printedLayers(
                 {{"run.sh", "python main.py\n"}, {"main.py", "import web.users\n"},
                     {"web/users.py",
                         "from flask import Blueprint\nfrom logic.users import find\nbp = Blueprint('u', '')\n"
                         "@bp.get('/u')\ndef show():\n    return find(1)\n"},
                     {"logic/users.py",
                         "from disk.users import load\nclass Missing(Exception):\n    pass\n"
                         "def find(key):\n    return load(key)\n"},
                     {"logic/articles.py",
                         "class Articles:\n    def __init__(self, article_repository):\n"
                         "        self.articles = article_repository\n"
                         "    def list(self):\n        return self.articles.list()\n"},
                     {"logic/words.py", "def plural(word):\n    return word + 's'\n"},
                     {"disk/users.py",
                         "import sqlite3\nfrom shapes.user import User\ndef load(key):\n"
                         "    return User(*sqlite3.connect('x').execute('SELECT name FROM users').fetchone())\n"},
                     {"shapes/user.py", "from dataclasses import dataclass\n@dataclass\nclass User:\n    name: str\n"}},
                 true),
        QStringList({u"disk/users.py repositories: sends SQL: sqlite3.connect(…).execute at 4"_s,
            u"logic/articles.py services: is given repositories: article_repository at 2"_s,
            u"logic/users.py services: works on repositories: disk/users.py at 1"_s,
            u"logic/words.py -: shows no layer"_s, u"main.py -: starts the server"_s,
            u"shapes/user.py models: declares data: User at 3"_s,
            u"web/users.py routes: registers routes: bp.get at 4"_s}));
}

void TestLayerContent::helpersOfLowerLayers()
{
    const ProjectTexts project{
        {"src/shape/user.js", "class User { constructor(n) { this.n = n; } }\nmodule.exports = User;\n"},
        {"src/rows/user.js",
            "const User = require('../shape/user');\nmodule.exports.fromRowOf = () => 1;\n"
            "exports.build = (row) => new User(row.n);\n"},
        {"src/repositories/user.js", "const rows = require('../rows/user');\nexports.load = () => rows.build({});\n"}};
    QCOMPARE(printedLayers(project),
        QStringList(
            {u"src/repositories/user.js repositories"_s, u"src/rows/user.js -"_s, u"src/shape/user.js models"_s}));
    QCOMPARE(printedLayers(changed(project, {{"src/repositories/user.js", ""}})),
        QStringList({u"src/rows/user.js services"_s, u"src/shape/user.js models"_s}));
}

void TestLayerContent::foldersNamedOtherwise()
{
    QCOMPARE(
        printedLayers({{"package.json", R"({"scripts": {"start": "node src/server.js"}})"},
            {"src/server.js", "const app = require('express')();\napp.use(require('./web/users'));\n"},
            {"src/web/users.js",
                "const { Router } = require('express');\nconst { find } = require('../core/users');\n"
                "const router = Router();\nrouter.get('/u', (req, res) => res.json(find(1)));\n"
                "module.exports = router;\n"},
            {"src/core/users.js",
                "const { load } = require('../disk/users');\nfunction find(key) { return load(key); }\n"
                "module.exports = { find };\n"},
            {"src/disk/connect.js",
                "const { Sequelize } = require('sequelize');\nmodule.exports = new Sequelize('sqlite::memory:');\n"},
            {"src/disk/users.js",
                "const { User } = require('../shapes/user');\n"
                "exports.load = (key) => User.findByPk(key);\n"},
            {"src/shapes/user.js",
                "const { DataTypes } = require('sequelize');\nconst db = require('../disk/connect');\n"
                "const User = db.define('User', { name: DataTypes.STRING });\n"
                "module.exports = { User };\n"}}),
        QStringList({u"src/core/users.js services"_s, u"src/disk/connect.js -"_s, u"src/disk/users.js repositories"_s,
            u"src/server.js -"_s, u"src/shapes/user.js models"_s, u"src/web/users.js routes"_s}));
}

void TestLayerContent::oneLayerByContentIsKept()
{
    const ProjectTexts project{{"src/index.ts", "import { users } from './web/users';\nusers.fire();\n"},
        {"src/web/users.ts",
            "import { Hono } from 'hono';\nimport { find } from '../core/users';\nexport const users = new Hono();\n"
            "users.get('/u', (c) => c.json(find(1)));\n"},
        {"src/core/users.ts",
            "import { load } from '../disk/users';\nexport function find(key: number) { return load(key); }\n"},
        {"src/disk/users.ts",
            "import { Pool } from 'pg';\nconst pool = new Pool();\n"
            "export const load = (key: number) => pool.query('SELECT * FROM users WHERE id = $1', [key]);\n"}};
    QCOMPARE(printedRules(judged(project)), QStringList{u"kept"_s});
    QCOMPARE(printedRules(judged(changed(project,
                 {{"src/disk/more.ts",
                     "import { Pool } from 'pg';\nimport { find } from '../core/users';\nconst pool = new Pool();\n"
                     "export const all = () => pool.query('SELECT * FROM users');\nexport const one = find;\n"}}))),
        QStringList{u"layer-up src/disk/more.ts:2"_s});
}

QTEST_GUILESS_MAIN(TestLayerContent)
#include "tst_layercontent.moc"
