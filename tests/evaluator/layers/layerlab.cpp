// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layerlab.h"

#include <layers/architecturejudge.h>
#include <layers/layerreading.h>

using namespace Qt::StringLiterals;

namespace Decayscope::Test {

ProjectTexts cleanPython()
{
    return {{"run.sh", "python -m app.main\n"}, {"app/__init__.py", ""},
        {"app/main.py",
            "from fastapi import FastAPI\nfrom app.routes import users\napp = FastAPI()\n"
            "app.include_router(users.router)\n"},
        {"app/routes/__init__.py", ""},
        {"app/routes/users.py",
            "from fastapi import APIRouter\nfrom app.services.users import find_user\nrouter = APIRouter()\n"
            "@router.get('/users')\ndef show():\n    return find_user(1)\n"},
        {"app/services/__init__.py", ""},
        {"app/services/users.py",
            "from app.repositories.users import load_user\n\ndef find_user(key):\n    return load_user(key)\n"},
        {"app/repositories/__init__.py", ""},
        {"app/repositories/users.py",
            "import sqlite3\nfrom app.models.user import User\n\ndef load_user(key):\n"
            "    return User(sqlite3.connect('x.db').execute('SELECT name FROM users').fetchone())\n"},
        {"app/models/__init__.py", ""},
        {"app/models/user.py", "from dataclasses import dataclass\n\n@dataclass\nclass User:\n    name: str\n"}};
}

ProjectTexts cleanJavaScript()
{
    return {{"package.json", R"({"name": "clean", "main": "src/index.js", "scripts": {"start": "node src/index.js"}})"},
        {"run.sh", "node src/index.js\n"},
        {"src/index.js",
            "const express = require('express');\nconst users = require('./routes/users');\nconst app = express();\n"
            "app.use('/users', users);\napp.listen(3000);\n"},
        {"src/routes/users.js",
            "const express = require('express');\nconst { findUser } = require('../services/users');\n"
            "const router = express.Router();\nrouter.get('/', (req, res) => res.json(findUser(1)));\n"
            "module.exports = router;\n"},
        {"src/services/users.js",
            "const { loadUser } = require('../repositories/users');\nfunction findUser(key) { return loadUser(key); }\n"
            "module.exports = { findUser };\n"},
        {"src/repositories/users.js",
            "const Database = require('better-sqlite3');\nconst { User } = require('../models/user');\n"
            "const db = new Database('x.db');\n"
            "function loadUser(key) { return new User(db.prepare('SELECT * FROM users').get(key)); }\n"
            "module.exports = { loadUser };\n"},
        {"src/models/user.js",
            "class User {\n  constructor(row) { this.name = row.name; }\n}\nmodule.exports = { User };\n"}};
}

ProjectTexts cleanTypeScript()
{
    return {{"package.json", R"({"name": "clean", "scripts": {"start": "tsx src/index.ts"}})"},
        {"tsconfig.json", R"({"compilerOptions": {"baseUrl": ".", "paths": {"@/*": ["src/*"]}}})"},
        {"run.sh", "npx tsx src/index.ts\n"},
        {"src/index.ts",
            "import Fastify from 'fastify';\nimport { users } from './routes/users';\nconst app = Fastify();\n"
            "app.register(users);\napp.listen({ port: 3000 });\n"},
        {"src/routes/users.ts",
            "import type { FastifyInstance } from 'fastify';\nimport { findUser } from '../services/users';\n"
            "export async function users(fastify: FastifyInstance) {\n"
            "  fastify.get('/users', async () => findUser(1));\n}\n"},
        {"src/services/users.ts",
            "import { loadUser } from '../repositories/users';\n"
            "export function findUser(key: number) { return loadUser(key); }\n"},
        {"src/repositories/users.ts",
            "import { Pool } from 'pg';\nimport type { User } from '../models/user';\nconst pool = new Pool();\n"
            "export async function loadUser(key: number): Promise<User> {\n"
            "  return (await pool.query('SELECT * FROM users WHERE id = $1', [key])).rows[0];\n}\n"},
        {"src/models/user.ts", "export interface User {\n  name: string;\n}\n"}};
}

ProjectTexts changed(ProjectTexts project, const ProjectTexts &files)
{
    for (const auto &[path, text] : files) {
        if (text.empty())
            project.erase(path);
        else
            project[path] = text;
    }
    return project;
}

ConstraintVerdict judged(const ProjectTexts &project)
{
    const auto sources = SourceProject::ofFiles(project);
    return judgeArchitecture(ModuleGraph(sources));
}

QStringList printedRules(const ConstraintVerdict &verdict)
{
    QStringList lines;
    for (const auto &violation : verdict.violations) {
        const auto place = violation.line > 0 ? u":"_s + QString::number(violation.line) : QString();
        lines.append(QString(violation.rule + u' ' + violation.file + place).trimmed());
    }
    if (lines.isEmpty() && verdict.compliant)
        lines.append(u"kept"_s);
    return lines;
}

QStringList printedLayers(const ProjectTexts &project, bool why)
{
    const auto sources = SourceProject::ofFiles(project);
    const auto layers = readLayers(ModuleGraph(sources));
    QStringList lines;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (sources.files[i].purpose != FilePurpose::Production)
            continue;
        auto line = QString::fromStdString(sources.files[i].path);
        line += u' ' + (layers[i].layer ? layerName(*layers[i].layer) : u"-"_s);
        if (why)
            line += u": "_s + QString::fromStdString(layers[i].why);
        lines.append(line);
    }
    return lines;
}

} // namespace Decayscope::Test
