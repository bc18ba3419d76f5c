// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layerlab.h"

#include <layers/layerreading.h>

#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

class TestArchitectureJudge : public QObject
{
    Q_OBJECT

private slots:
    void pythonImports_data();
    void pythonImports();
    void nodeImports_data();
    void nodeImports();
    void shapes_data();
    void shapes();
    void reasons();
    void evidence();
    void drawing();
    void emptyProject();
    void oddProjects();
    void largeProject();
};

namespace {

struct ImportRow
{
    const char *name;
    ProjectTexts files;
    QStringList expected;
};

void addRows(const ProjectTexts &base, const std::vector<ImportRow> &rows)
{
    for (const auto &row : rows)
        QTest::newRow(row.name) << printedRules(judged(changed(base, row.files))) << row.expected;
}

void addColumns()
{
    QTest::addColumn<QStringList>("found");
    QTest::addColumn<QStringList>("expected");
}

void compareRow()
{
    QFETCH(QStringList, found);
    QFETCH(QStringList, expected);
    QCOMPARE(found, expected);
}

const std::string repositoryCode = "\n\ndef load_user(key):\n    return key\n";

} // namespace

void TestArchitectureJudge::pythonImports_data()
{
    addColumns();
    const auto up = [](int line) { return QStringList{u"layer-up app/repositories/users.py:%1"_s.arg(line)}; };
    const auto with = [](const std::string &import) {
        return ProjectTexts{{"app/repositories/users.py", import + repositoryCode}};
    };
    const QStringList kept{u"kept"_s};
    addRows(cleanPython(),
        {{"as it is", {}, kept}, {"absolute", with("from app.services.users import find_user"), up(1)},
            {"module", with("import app.services.users"), up(1)},
            {"module as", with("import app.services.users as s"), up(1)},
            {"submodule as a name", with("from app.services import users"), up(1)},
            {"relative", with("from ..services.users import find_user"), up(1)},
            {"relative package", with("from ..services import users"), up(1)},
            {"relative from the top", with("from .. import services\nfrom ..services import users"),
                QStringList{u"layer-up app/repositories/users.py:1"_s, u"layer-up app/repositories/users.py:2"_s}},
            {"several lines", with("import os\nfrom app.services.users import (\n    find_user,\n)"), up(2)},
            {"continued", with("from app.services.users \\\n    import find_user"), up(1)},
            {"in a function", with("def late():\n    from app.services.users import find_user\n    return find_user"),
                up(2)},
            {"in a branch", with("try:\n    from app.services.users import find_user\nexcept ImportError:\n    pass"),
                up(2)},
            {"dynamic", with("import importlib\ns = importlib.import_module('app.services.users')"), up(2)},
            {"by __import__", with("s = __import__('app.services.users')"), up(1)},
            {"type only",
                with("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from app.services.users import "
                     "find_user"),
                up(3)},
            {"two layers", with("from app.services.users import find_user\nfrom app.routes.users import router"),
                {u"layer-up app/repositories/users.py:1"_s, u"layer-up app/repositories/users.py:2"_s}},
            {"in a comment", with("# from app.services.users import find_user"), kept},
            {"in a docstring", with("\"\"\"\nfrom app.services.users import find_user\n\"\"\""), kept},
            {"in a string", with("text = 'from app.services.users import find_user'"), kept},
            {"outside package of a layer's name", with("from services import x\nfrom routes.users import y"), kept},
            {"framework modules", with("from fastapi.routing import APIRoute\nimport flask.views\nimport django.views"),
                kept},
            {"down", with("from app.models.user import User"), kept},
            {"own layer", {{"app/repositories/more.py", "from app.repositories.users import load_user\nx = 1\n"}},
                kept},
            {"models go up", {{"app/models/extra.py", "from app.repositories.users import load_user\nx = 1\n"}},
                {u"layer-up app/models/extra.py:1"_s}},
            {"services go up", {{"app/services/extra.py", "from ..routes.users import router\nx = router\n"}},
                {u"layer-up app/services/extra.py:1"_s}},
            {"through a package",
                {{"app/services/__init__.py", "from .users import find_user\n"},
                    {"app/repositories/users.py", "from app.services import find_user" + repositoryCode}},
                up(1)},
            {"through the top",
                {{"app/__init__.py", "from .services.users import find_user\n"},
                    {"app/repositories/users.py", "from app import find_user" + repositoryCode}},
                up(1)},
            {"tests import upward",
                {{"app/repositories/test_users.py", "from app.services.users import find_user\nx = 1\n"},
                    {"tests/models/test_x.py", "from app.routes.users import router\n"}},
                kept},
            {"migrations import upward",
                {{"migrations/versions/models/one.py", "from app.services.users import find_user\nx = 1\n"}}, kept},
            {"helpers pass nothing up",
                {{"app/utils/dates.py", "from app.services.users import find_user\ndef now(): return find_user(1)\n"},
                    {"app/repositories/users.py", "from app.utils.dates import now" + repositoryCode}},
                kept},
            {"handed in",
                {{"app/repositories/users.py",
                     "class UserRepository:\n    def __init__(self, notify):\n        self.notify = notify\n"},
                    {"app/services/users.py",
                        "from app.repositories.users import UserRepository\n\ndef find_user(key):\n"
                        "    return UserRepository(print)\n"}},
                kept}});
}

void TestArchitectureJudge::pythonImports()
{
    compareRow();
}

void TestArchitectureJudge::nodeImports_data()
{
    addColumns();
    const std::string code = "\nfunction loadUser(key) { return key; }\nmodule.exports = { loadUser };\n";
    const auto with
        = [&](const std::string &import) { return ProjectTexts{{"src/repositories/users.js", import + code}}; };
    const auto up = [](int line) { return QStringList{u"layer-up src/repositories/users.js:%1"_s.arg(line)}; };
    const QStringList kept{u"kept"_s};
    addRows(cleanJavaScript(),
        {{"as it is", {}, kept}, {"require", with("const s = require('../services/users');"), up(1)},
            {"destructured", with("const { findUser } = require('../services/users');"), up(1)},
            {"several lines", with("const {\n  findUser,\n} = require('../services/users');"), up(1)},
            {"with its ending", with("const s = require('../services/users.js');"), up(1)},
            {"member", with("const f = require('../services/users').findUser;"), up(1)},
            {"in a function", with("function late() {\n  return require('../services/users').findUser(1);\n}"), up(2)},
            {"dynamic", with("const late = async () => import('../services/users.js');"), up(1)},
            {"import", with("import { findUser } from '../services/users.js';"), up(1)},
            {"import of all", with("import * as s from '../services/users.js';"), up(1)},
            {"for its effect", with("import '../services/users.js';"), up(1)},
            {"in a comment", with("// const s = require('../services/users');"), kept},
            {"in a string", with("const text = \"require('../services/users')\";"), kept},
            {"in a template", with("const text = `import x from '../services/users'`;"), kept},
            {"outside package of a layer's name",
                with("const m = require('services');\nconst n = require('x/routes');"), kept},
            {"through an index",
                {{"src/services/index.js", "module.exports = { ...require('./users') };\n"},
                    {"src/repositories/users.js", "const { findUser } = require('../services');" + code}},
                up(1)},
            {"tests import upward",
                {{"src/repositories/users.test.js", "const s = require('../services/users');\n"},
                    {"src/models/__tests__/x.js", "require('../../routes/users');\n"}},
                kept},
            {"models go up",
                {{"src/models/extra.js", "const r = require('../routes/users');\nmodule.exports = { r };\n"}},
                {u"layer-up src/models/extra.js:1"_s}}});
    const std::string typed = "\nexport function loadUser(key: number) { return key; }\n";
    const auto typedWith = [&](const std::string &import) {
        return changed(cleanTypeScript(), {{"src/repositories/users.ts", import + typed}});
    };
    const auto typedRow = [&](const char *name, const std::string &import, bool isUp) {
        QTest::newRow(name) << printedRules(judged(typedWith(import)))
                            << (isUp ? QStringList{u"layer-up src/repositories/users.ts:1"_s} : kept);
    };
    typedRow("ts as it is", "import type { User } from '../models/user';", false);
    typedRow("ts relative", "import { findUser } from '../services/users';", true);
    typedRow("ts type only", "import type { findUser } from '../services/users';", true);
    typedRow("ts inline type", "import { type findUser } from '../services/users';", true);
    typedRow("ts .js meaning .ts", "import { findUser } from '../services/users.js';", true);
    typedRow("ts alias", "import { findUser } from '@/services/users';", true);
    typedRow("ts baseUrl", "import { findUser } from 'src/services/users';", true);
    typedRow("ts export from", "export { findUser } from '../services/users';", true);
    typedRow("ts import require", "import s = require('../services/users');", true);
    typedRow("ts unknown alias", "import { findUser } from '~/services/users';", false);
    typedRow("ts alias down", "import { User } from '@/models/user';", false);
}

void TestArchitectureJudge::nodeImports()
{
    compareRow();
}

void TestArchitectureJudge::shapes_data()
{
    addColumns();
    const QStringList kept{u"kept"_s};
    const ProjectTexts none;
    addRows(cleanPython(),
        {{"three of four", {{"app/models/user.py", ""}, {"app/repositories/users.py", repositoryCode}}, kept},
            {"two of four",
                {{"app/models/user.py", ""}, {"app/repositories/users.py", ""},
                    {"app/services/users.py", "def find_user(key):\n    return key\n"}},
                {u"layers-missing"_s}},
            {"empty folders are none",
                {{"app/models/user.py", "\n"}, {"app/repositories/users.py", "# later\n"},
                    {"app/services/users.py", "def find_user(key):\n    return key\n"}},
                {u"layers-missing"_s}},
            {"upward and missing",
                {{"app/models/user.py", "from app.routes.users import router\nx = router\n"},
                    {"app/repositories/users.py", ""}, {"app/services/users.py", ""}},
                {u"layers-missing"_s, u"layer-up app/models/user.py:1"_s}}});
    addRows(none,
        {{"flat Python",
             {{"run.sh", "python app.py\n"},
                 {"app.py", "from flask import Flask\nfrom routes import bp\napp = Flask(__name__)\n"},
                 {"routes.py",
                     "from flask import Blueprint\nfrom services import f\nbp = Blueprint('a', __name__)\n"
                     "@bp.get('/a')\ndef a():\n    return f()\n"},
                 {"services.py", "from repositories import g\ndef f():\n    return g()\n"},
                 {"repositories.py", "from models import M\ndef g():\n    return M()\n"},
                 {"models.py", "class M:\n    name: str = ''\n"}},
             {u"layers-missing"_s, u"layers-mixed models.py:1"_s}},
            {"one file",
                {{"run.sh", "python app.py\n"},
                    {"app.py",
                        "from flask import Flask\napp = Flask(__name__)\n@app.get('/a')\ndef a():\n    return ''\n"}},
                {u"layers-missing"_s}},
            {"feature folders",
                {{"src/users/users.controller.js", "exports.a = (req, res) => res.json(1);\n"},
                    {"src/users/users.service.js", "exports.b = () => 1;\n"},
                    {"src/users/users.repository.js", "exports.c = () => 1;\n"},
                    {"src/articles/articles.controller.js", "exports.a = (req, res) => res.json(1);\n"},
                    {"src/articles/articles.service.js", "exports.b = () => 1;\n"}},
                {u"layers-missing"_s, u"layers-mixed src/articles/articles.controller.js:1"_s,
                    u"layers-mixed src/users/users.controller.js:1"_s}},
            {"folders of features with folders of layers",
                {{"src/users/routes/a.js", "exports.a = (req, res) => res.json(1);\n"},
                    {"src/users/services/b.js", "exports.b = () => 1;\n"},
                    {"src/users/repositories/c.js", "exports.c = () => 1;\n"}},
                kept},
            {"Django apps",
                {{"run.sh", "python manage.py runserver 8080\n"},
                    {"manage.py", "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'conduit.settings')\n"},
                    {"conduit/settings.py", "ROOT_URLCONF = 'conduit.urls'\nINSTALLED_APPS = ['articles']\n"},
                    {"conduit/urls.py",
                        "from django.urls import include, path\nurlpatterns = [path('api/', "
                        "include('articles.urls'))]\n"},
                    {"articles/urls.py",
                        "from django.urls import path\nfrom . import views\nurlpatterns = [path('a', views.a)]\n"},
                    {"articles/views.py",
                        "from django.http import JsonResponse\ndef a(request):\n    return JsonResponse({})\n"},
                    {"articles/services.py", "def b():\n    return 1\n"},
                    {"articles/repositories.py", "from .models import A\ndef c():\n    return A.objects.all()\n"},
                    {"articles/models.py", "from django.db import models\nclass A(models.Model):\n    pass\n"}},
                {u"layers-missing"_s, u"layers-mixed articles/models.py:1"_s}},
            {"Django app named api",
                {{"api/urls.py", "from django.urls import path\nfrom .views import a\nurlpatterns = [path('a', a)]\n"},
                    {"api/serializers.py",
                        "from rest_framework import serializers\nclass A(serializers.Serializer):\n    pass\n"},
                    {"api/services/a.py", "def b():\n    return 1\n"},
                    {"api/repositories/a.py", "def c():\n    return 1\n"},
                    {"api/views/a.py", "def a(request):\n    return 1\n"}},
                kept},
            {"layers inside api",
                {{"src/api/users/users.controller.js", "exports.a = (req, res) => res.json(1);\n"},
                    {"src/api/users/users.service.js", "exports.b = () => 1;\n"},
                    {"src/api/users/users.repository.js", "exports.c = () => 1;\n"}},
                {u"layers-missing"_s, u"layers-mixed src/api/users/users.controller.js:1"_s}},
            {"Django with packages",
                {{"conduit/settings.py", "X = 1\n"}, {"conduit/views/a.py", "def a(request):\n    return 1\n"},
                    {"conduit/services/a.py", "def b():\n    return 1\n"},
                    {"conduit/repositories/a.py", "def c():\n    return 1\n"}},
                kept},
            {"an umbrella is no layer",
                {{"api/config.py", "X = 1\n"}, {"api/database.py", "import sqlite3\ndb = sqlite3.connect('x')\n"},
                    {"api/models/a.py", "from api.config import X\nclass A:\n    name: str = X\n"},
                    {"api/routes/a.py", "from api.services.a import b\nx = b()\n"},
                    {"api/services/a.py", "from api.database import db\ndef b():\n    return db\n"}},
                kept}});
}

void TestArchitectureJudge::shapes()
{
    compareRow();
}

void TestArchitectureJudge::reasons()
{
    const auto verdict = judged(changed(cleanPython(),
        {{"app/services/__init__.py", "from .users import find_user\n"},
            {"app/repositories/users.py",
                "from typing import TYPE_CHECKING\nfrom app.services import find_user\nif TYPE_CHECKING:\n"
                "    from app.routes.users import router\n"
                    + repositoryCode}}));
    QStringList lines{verdict.reason};
    for (const auto &violation : verdict.violations)
        lines << violation.reason;
    QCOMPARE(lines,
        QStringList({u"Layers with directories of their own: routes, services, repositories, models. "
                     u"2 imports go up a layer."_s,
            u"app/repositories/users.py (repositories) imports app/services/users.py (services) "
            u"through app/services/__init__.py."_s,
            u"app/repositories/users.py (repositories) imports app/routes/users.py (routes) "
            u"as a type only."_s}));
}

void TestArchitectureJudge::evidence()
{
    const auto verdict = judged(changed(cleanPython(),
        {{"app/services/sums.py",
             "import psycopg2\ndef total():\n    return psycopg2.connect('x').cursor().execute('SELECT 1')\n"},
            {"app/routes/more.py", "from app.repositories.users import load_user\nx = load_user(1)\n"}}));
    QCOMPARE(verdict.evidence,
        QStringList({u"routes: 2 files (app/routes)"_s, u"services: 2 files (app/services)"_s,
            u"repositories: 1 file (app/repositories)"_s, u"models: 1 file (app/models)"_s,
            u"remark: routes import repositories directly, past the services: app/routes/more.py:1"_s,
            u"remark: storage is used outside of repositories: app/services/sums.py:3 (psycopg2.connect)"_s}));
    QVERIFY(verdict.compliant);
}

void TestArchitectureJudge::drawing()
{
    const auto sources = SourceProject::ofFiles(
        changed(cleanPython(), {{"app/models/extra.py", "from app.repositories.users import load_user\nx = 1\n"}}));
    const auto graph = syntaxLayerGraph(ModuleGraph(sources));
    QStringList lines;
    for (const auto &node : graph.nodes)
        lines << u"%1 %2: %3"_s.arg(node.name).arg(node.rank).arg(node.files.join(u", "_s));
    for (const auto &edge : graph.edges)
        lines << u"%1 → %2, %3%4 (%5:%6)"_s.arg(graph.nodes[static_cast<std::size_t>(edge.from)].name,
            graph.nodes[static_cast<std::size_t>(edge.to)].name, QString::number(edge.imports),
            edge.isOffending ? u" up"_s : QString(), edge.file, QString::number(edge.line));
    QCOMPARE(lines,
        QStringList({u"routes 3: app/routes/__init__.py, app/routes/users.py"_s,
            u"services 2: app/services/__init__.py, app/services/users.py"_s,
            u"repositories 1: app/repositories/__init__.py, app/repositories/users.py"_s,
            u"models 0: app/models/__init__.py, app/models/extra.py, app/models/user.py"_s,
            u"models → repositories, 1 up (app/models/extra.py:1)"_s,
            u"repositories → models, 1 (app/repositories/users.py:2)"_s,
            u"routes → services, 1 (app/routes/users.py:2)"_s,
            u"services → repositories, 1 (app/services/users.py:1)"_s}));
}

void TestArchitectureJudge::emptyProject()
{
    const auto verdict = judged({});
    QCOMPARE(verdict.reason, u"No layer has a directory of its own. No import goes up a layer."_s);
    QCOMPARE(printedRules(verdict), QStringList{u"layers-missing"_s});
    QVERIFY(!verdict.compliant);
}

void TestArchitectureJudge::oddProjects()
{
    std::string open;
    for (int i = 0; i < 3000; ++i)
        open += "class A:\n" + std::string(static_cast<std::size_t>(i % 50), ' ') + "def f(";
    const ProjectTexts project{{"models/a.py", open}, {"routes/\xff\xfe.py", "\xff\xfe = \x00\n"},
        {"services/a.js", std::string(50000, '{') + "require('../routes/x')"},
        {"repositories/.py", "from . import *\n"},
        {"models/self.py", "from models.self import *\nimport models.self\nx = 1\n"},
        {"routes/self.js", "module.exports = require('./self');\n"}, {"tsconfig.json", "{{{{"}, {"run.sh", "((((\"\n"}};
    const auto verdict = judged(project);
    QVERIFY(!verdict.reason.isEmpty());
    for (const auto &violation : verdict.violations)
        QVERIFY(violation.rule != u"layer-up" || violation.line > 0);
}

/// Every file imports the same hub, which imports much itself: time must not be their product.
void TestArchitectureJudge::largeProject()
{
    ProjectTexts project;
    std::string hub;
    for (int i = 0; i < 3000; ++i) {
        const auto number = std::to_string(i);
        hub += "import package" + number + "\n";
        project["app/models/m" + number + ".py"]
            = "from app.services.hub import x" + number + "\ny = x" + number + "()\n";
    }
    project["app/services/hub.py"] = hub + "z = 1\n";
    project["app/models/__init__.py"] = "";
    const auto verdict = judged(project);
    QCOMPARE(verdict.violations.size(), std::size_t{3001});
    QCOMPARE(
        verdict.evidence, QStringList({u"services: 1 file (app/services)"_s, u"models: 3000 files (app/models)"_s}));
}

QTEST_GUILESS_MAIN(TestArchitectureJudge)
#include "tst_architecturejudge.moc"
