// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "modulelines.h"

#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

/// Which JavaScript or TypeScript file imports which.
class TestModuleGraphNode : public QObject
{
    Q_OBJECT

private slots:
    void findsEdges_data();
    void findsEdges();
    void followsManifests_data();
    void followsManifests();
    void findsPackages_data();
    void findsPackages();
};

namespace {

const std::string user = "export class User {}\n";
const std::string common = "class User {}\nfunction get() {}\nmodule.exports = { User, get };\n";

void edgeRow(const char *name, const ProjectTexts &texts, const QStringList &edges)
{
    QTest::newRow(name) << texts << edges;
}

} // namespace

void TestModuleGraphNode::findsEdges_data()
{
    QTest::addColumn<ProjectTexts>("texts");
    QTest::addColumn<QStringList>("edges");
    edgeRow("names", {{"a.js", "import { User as U, x } from './b.js';\n"}, {"b.js", user}},
        {u"a.js:1 -> b.js [User as U, x]"_s});
    edgeRow("default and names",
        {{"a.ts", "import D, { x } from './b';\n"}, {"b.ts", "export default class D {}\nexport const x = 1;\n"}},
        {u"a.ts:1 -> b.ts [D, x]"_s});
    edgeRow("a namespace", {{"a.ts", "import * as b from './b';\nb.f();\n"}, {"b.ts", user}}, {u"a.ts:1 -> b.ts"_s});
    edgeRow("for its effects", {{"a.js", "import './b';\n"}, {"b.js", "f();\n"}}, {u"a.js:1 -> b.js"_s});
    edgeRow("types only", {{"a.ts", "import type { User } from './b';\n"}, {"b.ts", user}},
        {u"a.ts:1 -> b.ts [User] (type only)"_s});
    edgeRow("dynamic", {{"a.js", "async function f() {\n  const b = await import('./b.js');\n}\n"}, {"b.js", user}},
        {u"a.js:2 -> b.js"_s});
    edgeRow("required", {{"a.js", "const { get } = require('./b');\nconst b = require('./b');\n"}, {"b.js", common}},
        {u"a.js:1 -> b.js [get]"_s, u"a.js:2 -> b.js"_s});
    edgeRow("a member of what is required",
        {{"a.js", "const get = require('./b').get;\nrequire('./b').get();\n"}, {"b.js", common}},
        {u"a.js:1 -> b.js [get]"_s, u"a.js:2 -> b.js [get]"_s});
    edgeRow("endings",
        {{"a.ts", "import './b.js';\nimport './c';\nimport './d.mjs';\nimport './e.jsx';\n"}, {"b.ts", ""},
            {"c.tsx", ""}, {"d.mts", ""}, {"e.tsx", ""}},
        {u"a.ts:1 -> b.ts"_s, u"a.ts:2 -> c.tsx"_s, u"a.ts:3 -> d.mts"_s, u"a.ts:4 -> e.tsx"_s});
    edgeRow("a folder's index",
        {{"x/a.js", "require('../y');\nrequire('..');\nrequire('.');\n"}, {"y/index.js", "f();\n"},
            {"index.js", "f();\n"}, {"x/index.js", "f();\n"}},
        {u"x/a.js:1 -> y/index.js"_s, u"x/a.js:2 -> index.js"_s, u"x/a.js:3 -> x/index.js"_s});
    edgeRow("a folder's main",
        {{"a.js", "require('./y');\n"}, {"y/package.json", R"({"main": "lib/m.js"})"}, {"y/lib/m.js", "f();\n"}},
        {u"a.js:1 -> y/lib/m.js"_s});
    edgeRow("json, out of the project, missing",
        {{"a.js", "require('./b.json');\nrequire('../c');\nrequire('./d');\n"}}, {});
    edgeRow("passed on by name",
        {{"a.ts", "import { U } from './i';\n"}, {"i/index.ts", "export { User as U } from '../b';\n"}, {"b.ts", user}},
        {u"a.ts:1 -> b.ts [User as U] through i/index.ts"_s, u"i/index.ts:1 -> b.ts [User as U]"_s});
    edgeRow("passed on as a whole",
        {{"a.ts", "import { User } from './i';\n"}, {"i/index.ts", "export * from './c';\nexport * from '../b';\n"},
            {"i/c.ts", "export const c = 1;\n"}, {"b.ts", user}},
        {u"a.ts:1 -> b.ts [User] through i/index.ts"_s, u"i/index.ts:1 -> i/c.ts"_s, u"i/index.ts:2 -> b.ts"_s});
    edgeRow("passed on below a name",
        {{"a.ts", "import { b } from './i';\n"}, {"i/index.ts", "export * as b from '../b';\n"}, {"b.ts", user}},
        {u"a.ts:1 -> b.ts through i/index.ts"_s, u"i/index.ts:1 -> b.ts"_s});
    edgeRow("imported and exported again",
        {{"a.ts", "import { User, B } from './i';\n"},
            {"i/index.ts", "import { User } from '../b';\nimport B from '../b';\nexport { User, B };\n"},
            {"b.ts", user + "export default class B {}\n"}},
        {u"a.ts:1 -> b.ts [User, B] through i/index.ts"_s, u"i/index.ts:1 -> b.ts [User]"_s,
            u"i/index.ts:2 -> b.ts [B]"_s});
    edgeRow("an object of what was required",
        {{"a.js", "const { users } = require('./i');\nconst i = require('./i');\ni.users.get();\n"},
            {"i/index.js",
                "const users = require('../b');\nconst c = require('../c');\nmodule.exports = { users, c };\n"},
            {"b.js", common}, {"c.js", common}},
        {u"a.js:1 -> b.js through i/index.js"_s, u"a.js:2 -> b.js through i/index.js"_s, u"i/index.js:1 -> b.js"_s,
            u"i/index.js:2 -> c.js"_s});
    edgeRow("required and given as a whole",
        {{"a.js", "const { get } = require('./i');\n"}, {"i.js", "module.exports = require('./b');\n"},
            {"b.js", common}},
        {u"a.js:1 -> b.js [get] through i.js"_s, u"i.js:1 -> b.js"_s});
    edgeRow("required and spread",
        {{"a.js", "const { get, c } = require('./i');\n"},
            {"i.js", "module.exports = { ...require('./b'), c: require('./c') };\n"}, {"b.js", common},
            {"c.js", common}},
        {u"a.js:1 -> b.js [get] through i.js"_s, u"a.js:1 -> c.js through i.js"_s, u"i.js:1 -> b.js"_s,
            u"i.js:1 -> c.js"_s});
    edgeRow("two files that pass on each other",
        {{"a.ts", "import { x } from './i';\n"}, {"i.ts", "export * from './j';\n"},
            {"j.ts", "export * from './i';\n"}},
        {u"a.ts:1 -> i.ts [x]"_s, u"i.ts:1 -> j.ts"_s, u"j.ts:1 -> i.ts"_s});
    edgeRow("a module with code that passes on",
        {{"a.ts", "import { User } from './s';\n"}, {"s.ts", "export { User } from './b';\nexport function f() {}\n"},
            {"b.ts", user}},
        {u"a.ts:1 -> s.ts [User]"_s, u"s.ts:1 -> b.ts [User]"_s});
    edgeRow("all files of a folder, as Sequelize does",
        {{"models/index.js",
             "const fs = require('fs');\nconst path = require('path');\nconst db = {};\n"
             "fs.readdirSync(__dirname).filter(f => f.endsWith('.js')).forEach(file => {\n"
             "  const model = require(path.join(__dirname, file))(sequelize);\n  db[model.name] = model;\n});\n"
             "module.exports = db;\n"},
            {"models/user.js", common}, {"models/deep/x.js", common}},
        {u"models/index.js:4 -> models/user.js"_s});
    edgeRow("all files of a folder, as Fastify does",
        {{"app.js",
             "import autoload from '@fastify/autoload';\nimport { join } from 'path';\n"
             "fastify.register(autoload, { dir: join(__dirname, 'routes') });\n"},
            {"routes/user.js", user}, {"routes/deep/x.js", user}},
        {u"app.js:3 -> routes/deep/x.js"_s, u"app.js:3 -> routes/user.js"_s});
    edgeRow("comments and strings",
        {{"a.js", "// import x from './b'\nconst s = \"require('./b')\";\n"}, {"b.js", user}}, {});
}

void TestModuleGraphNode::findsEdges()
{
    QFETCH(ProjectTexts, texts);
    QTEST(edgeLines(texts), "edges");
}

void TestModuleGraphNode::followsManifests_data()
{
    QTest::addColumn<ProjectTexts>("texts");
    QTest::addColumn<QStringList>("edges");
    edgeRow("paths of tsconfig, with comments",
        {{"tsconfig.json",
             "{ // c\n \"compilerOptions\": { /* b */ \"baseUrl\": \"./src\",\n \"paths\": { \"@/*\": [\"./*\",], }, "
             "}, }\n"},
            {"src/a.ts", "import { User } from '@/m/b';\n"}, {"src/m/b.ts", user}},
        {u"src/a.ts:1 -> src/m/b.ts [User]"_s});
    edgeRow("the longest and the first that is there",
        {{"tsconfig.json",
             R"({"compilerOptions": {"paths": {"@m/*": ["gen/*", "src/m/*"], "@m/x/*": ["src/x/*"], "@b": ["src/m/b.ts"]}}})"},
            {"src/a.ts", "import '@m/b';\nimport '@m/x/y';\nimport '@b';\n"}, {"src/m/b.ts", ""}, {"src/x/y.ts", ""}},
        {u"src/a.ts:1 -> src/m/b.ts"_s, u"src/a.ts:2 -> src/x/y.ts"_s, u"src/a.ts:3 -> src/m/b.ts"_s});
    edgeRow("extends",
        {{"tsconfig.json", R"({"extends": "./conf/tsconfig.base"})"},
            {"conf/tsconfig.base.json", R"({"compilerOptions": {"paths": {"~/*": ["../src/*"]}}})"},
            {"src/a.ts", "import '~/b';\n"}, {"src/b.ts", ""}},
        {u"src/a.ts:1 -> src/b.ts"_s});
    edgeRow("extends itself",
        {{"tsconfig.json", R"({"extends": "./tsconfig.json", "compilerOptions": {"baseUrl": "src"}})"},
            {"src/a.ts", "import 'b';\n"}, {"src/b.ts", ""}},
        {u"src/a.ts:1 -> src/b.ts"_s});
    edgeRow("jsconfig",
        {{"jsconfig.json", R"({"compilerOptions": {"baseUrl": "."}})"}, {"src/a.js", "import 'src/b.js';\n"},
            {"src/b.js", ""}},
        {u"src/a.js:1 -> src/b.js"_s});
    edgeRow("imports of package.json",
        {{"package.json",
             R"({"imports": {"#db": "./src/db.js", "#m/*": {"types": "./t/*.d.ts", "default": "./src/m/*.js"}}})"},
            {"src/a.js", "import '#db';\nimport '#m/b';\nimport '#none';\n"}, {"src/db.js", ""}, {"src/m/b.js", ""}},
        {u"src/a.js:1 -> src/db.js"_s, u"src/a.js:2 -> src/m/b.js"_s});
    edgeRow("its own name",
        {{"package.json", R"({"name": "api", "exports": {".": "./i.js", "./m/*": "./src/m/*.js"}})"},
            {"src/a.js", "import 'api';\nimport 'api/m/b';\n"}, {"i.js", "f();\n"}, {"src/m/b.js", ""}},
        {u"src/a.js:1 -> i.js"_s, u"src/a.js:2 -> src/m/b.js"_s});
    edgeRow("a workspace",
        {{"package.json", R"({"workspaces": ["packages/*"]})"},
            {"packages/db/package.json", R"({"name": "@me/db", "main": "dist/index.js"})"},
            {"packages/db/src/index.ts", "f();\n"}, {"packages/db/src/x.ts", ""},
            {"packages/api/a.ts", "import '@me/db';\nimport '@me/db/x';\n"}},
        {u"packages/api/a.ts:1 -> packages/db/src/index.ts"_s, u"packages/api/a.ts:2 -> packages/db/src/x.ts"_s});
    edgeRow("module-alias",
        {{"package.json", R"({"_moduleAliases": {"@": "src"}})"}, {"a.js", "require('@/b');\n"},
            {"src/b.js", "f();\n"}},
        {u"a.js:1 -> src/b.js"_s});
    edgeRow("Babel",
        {{"package.json", "{}"}, {".babelrc", R"({"plugins": [["module-resolver", {"alias": {"@m": "./src/m"}}]]})"},
            {"a.js", "import '@m/b';\n"}, {"src/m/b.js", ""}},
        {u"a.js:1 -> src/m/b.js"_s});
    edgeRow("what is compiled",
        {{"tsconfig.json", R"({"compilerOptions": {"rootDir": "code", "outDir": "out/js"}})"},
            {"a.js", "require('./out/js/b.js');\nrequire('./dist/c');\n"}, {"code/b.ts", ""}, {"src/c.ts", ""}},
        {u"a.js:1 -> code/b.ts"_s, u"a.js:2 -> src/c.ts"_s});
    edgeRow("no alias without a config", {{"src/a.ts", "import '@/b';\nimport '~/b';\n"}, {"src/b.ts", ""}}, {});
    edgeRow("broken manifests",
        {{"package.json", "{\"imports\": {\"#b\": [[[["}, {"tsconfig.json", "\"\\"}, {"a.js", "import '#b';\n"},
            {"b.js", ""}},
        {});
}

void TestModuleGraphNode::followsManifests()
{
    QFETCH(ProjectTexts, texts);
    QTEST(edgeLines(texts), "edges");
}

void TestModuleGraphNode::findsPackages_data()
{
    QTest::addColumn<ProjectTexts>("texts");
    QTest::addColumn<QStringList>("packages");
    edgeRow("packages",
        {{"a.js",
             "import pg, { Pool as P } from 'pg';\nimport * as x from '@hapi/joi/lib';\nimport { DatabaseSync } from "
             "'node:sqlite';\n"
             "const { Sequelize } = require('sequelize');\n"},
            {"b.ts", "import type { A } from 'models/user';\n"}},
        {u"a.js:1 -> pg [default as pg, Pool as P]"_s, u"a.js:2 -> @hapi/joi [* as x]"_s,
            u"a.js:3 -> node:sqlite [DatabaseSync]"_s, u"a.js:4 -> sequelize [Sequelize]"_s,
            u"b.ts:1 -> models [A] (type only)"_s});
    edgeRow("a package's folder of a layer's name",
        {{"a.js", "import models from 'some-package/models';\n"}, {"models/index.js", "f();\n"}},
        {u"a.js:1 -> some-package [default as models]"_s});
}

void TestModuleGraphNode::findsPackages()
{
    QFETCH(ProjectTexts, texts);
    QTEST(packageLines(texts), "packages");
}

QTEST_GUILESS_MAIN(TestModuleGraphNode)
#include "tst_modulegraph_node.moc"
