// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "modulelines.h"

#include <modules/startscript.h>

#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

/// What a start of the server runs.
class TestStarts : public QObject
{
    Q_OBJECT

private slots:
    void reachesPython_data();
    void reachesPython();
    void reachesNode_data();
    void reachesNode();
    void readsScripts_data();
    void readsScripts();
    void readsEnvironment_data();
    void readsEnvironment();
};

namespace {

void reachRow(const char *name, const ProjectTexts &texts, const char *reached)
{
    QTest::newRow(name) << texts << QString::fromLatin1(reached);
}

/// A small application of a package, started by one line.
ProjectTexts application(const std::string &run)
{
    return {{"run.sh", run}, {"app/__init__.py", ""}, {"app/main.py", "from app.db import x\n"},
        {"app/db.py", "x = 1\n"}, {"app/dead.py", ""}, {"tests/test_x.py", "import app.dead\n"}};
}

ProjectTexts nodeApplication(const std::string &run, const std::string &package = "{}")
{
    return {{"run.sh", run}, {"package.json", package}, {"src/index.ts", "import './db';\n"}, {"src/db.ts", ""},
        {"src/dead.ts", ""}};
}

ProjectTexts script(const std::string &text)
{
    return {{"run.sh", text},
        {"package.json", R"({"scripts": {"start": "node a.js", "prestart": "tsc", "dev": "npm run start"}})"},
        {"other.sh", "X=2\nnode b.js\n"}, {".env", "A=1\nB=\"two words\" # c\n#C=3\nexport D='4'\n"},
        {"backend/x.py", ""}};
}

QStringList printed(const StartScript &script)
{
    QStringList lines;
    for (const auto &command : script.commands) {
        QStringList words;
        for (const auto &word : command.words)
            words << QString::fromStdString(word);
        lines << QString::fromStdString(command.folder) + u"> "_s + words.join(u'|');
    }
    return lines;
}

} // namespace

void TestStarts::reachesPython_data()
{
    QTest::addColumn<ProjectTexts>("texts");
    QTest::addColumn<QString>("reached");
    const char *const all = "app/__init__.py, app/main.py | app/__init__.py, app/db.py, app/main.py";
    reachRow("no start", {{"a.py", "import b\n"}, {"b.py", ""}, {"c.py", ""}, {"tests/test_a.py", ""}},
        " | a.py, b.py, c.py");
    reachRow("uvicorn",
        application("#!/bin/sh\nset -e\nexec uvicorn app.main:app --host 0.0.0.0 --port ${PORT:-8080}\n"), all);
    reachRow("as a module", application("python3 -m uvicorn 'app.main:app' &\nwait\n"), all);
    reachRow("gunicorn",
        application("pip install -r requirements.txt && gunicorn -k uvicorn.workers.UvicornWorker -w 2 "
                    "\"app.main:create_app()\"\n"),
        all);
    reachRow("Flask's option", application("flask --app app.main run --port 8080\n"), all);
    reachRow("Flask's variable", application("export FLASK_APP=app.main:create\nflask run\n"), all);
    reachRow("the module itself", application("python -m app.main\n"), all);
    reachRow("a text of code", application("python -c \"from app.main import app; app.run()\"\n"), all);
    reachRow("a here-document", application("python - <<'EOF'\nimport app.main\nEOF\n"), all);
    reachRow("a file", application("cd \"$(dirname \"$0\")\"\nPYTHON=${PYTHON:-python3}\n$PYTHON -u app/main.py\n"),
        "app/main.py | app/__init__.py, app/db.py, app/main.py");
    reachRow("a file with its machine's path", application("python /app/app/main.py\n"),
        "app/main.py | app/__init__.py, app/db.py, app/main.py");
    reachRow("what is not there", application("uvicorn app.other:app\n"),
        " | app/__init__.py, app/db.py, app/dead.py, app/main.py");
    reachRow("a path that is not there", application("uvicorn app/other:app\n"),
        " | app/__init__.py, app/db.py, app/dead.py, app/main.py");
    reachRow("types do not run",
        {{"run.sh", "python a.py"}, {"a.py", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import b\n"},
            {"b.py", ""}},
        "a.py | a.py");
    reachRow("packages above run",
        {{"run.sh", "python a.py"}, {"a.py", "import p.q.r\n"}, {"p/__init__.py", "import x\n"},
            {"p/q/__init__.py", ""}, {"p/q/r.py", ""}, {"x.py", ""}},
        "a.py | a.py, p/__init__.py, p/q/__init__.py, p/q/r.py, x.py");
    reachRow("Django",
        {{"run.sh", "python manage.py migrate\npython manage.py runserver 0.0.0.0:8080\n"},
            {"manage.py", "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'conduit.settings.dev')\n"},
            {"conduit/__init__.py", ""}, {"conduit/settings/__init__.py", ""},
            {"conduit/settings/dev.py", "from .base import *\n"},
            {"conduit/settings/base.py",
                "INSTALLED_APPS = ['django.contrib.auth', 'users', 'blog.apps.BlogConfig']\nROOT_URLCONF = "
                "'conduit.urls'\n"
                "MIDDLEWARE = ['core.middleware.Auth']\n"},
            {"conduit/urls.py",
                "from django.urls import include, path\nurlpatterns = [path('api/', include('blog.urls'))]\n"},
            {"conduit/wsgi.py", ""}, {"users/__init__.py", ""}, {"users/models.py", ""}, {"users/views.py", ""},
            {"blog/apps.py", ""}, {"blog/models.py", ""}, {"blog/urls.py", "from . import views\n"},
            {"blog/views.py", ""}, {"blog/old.py", ""}, {"core/middleware.py", ""}},
        "manage.py | blog/apps.py, blog/models.py, blog/urls.py, blog/views.py, conduit/__init__.py, "
        "conduit/settings/__init__.py, conduit/settings/base.py, "
        "conduit/settings/dev.py, conduit/urls.py, core/middleware.py, manage.py, users/__init__.py, users/models.py");
}

void TestStarts::reachesPython()
{
    QFETCH(ProjectTexts, texts);
    QTEST(reachLine(texts), "reached");
}

void TestStarts::reachesNode_data()
{
    QTest::addColumn<ProjectTexts>("texts");
    QTest::addColumn<QString>("reached");
    const char *const all = "src/index.ts | src/db.ts, src/index.ts";
    reachRow("compiled", nodeApplication("npm ci\nnpx tsc\nNODE_ENV=production exec node dist/index.js\n"), all);
    reachRow("tsx", nodeApplication("npx tsx watch src/index.ts\n"), all);
    reachRow("ts-node with a hook", nodeApplication("node -r ts-node/register --env-file=.env src/index.ts\n"), all);
    reachRow("npm start",
        nodeApplication("npm start\n",
            R"({"scripts": {"start": "cross-env NODE_ENV=x node --enable-source-maps ./dist/index.js"}})"),
        all);
    reachRow("scripts in scripts",
        nodeApplication("yarn serve\n",
            R"({"scripts": {"serve": "npm run build && npm run go", "go": "nodemon --exec ts-node src/index.ts"}})"),
        all);
    reachRow("scripts that call each other",
        nodeApplication("npm run a\n", R"({"scripts": {"a": "npm run b", "b": "npm run a; node src/index.ts"}})"), all);
    reachRow("main", nodeApplication("node .\n", R"({"main": "src/index.ts"})"), all);
    reachRow("no run.sh",
        {{"package.json", R"({"main": "a.js"})"}, {"a.js", "require('./b');\n"}, {"b.js", ""}, {"c.js", ""}},
        "a.js | a.js, b.js");
    reachRow("below a folder",
        {{"run.sh", "(cd api && npm i)\ncd api\nnpm --prefix . start\n"},
            {"api/package.json", R"({"scripts": {"start": "node s"}})"}, {"api/s.js", ""}, {"s.js", ""}},
        "api/s.js | api/s.js");
    reachRow("through index files",
        {{"run.sh", "node a.js"}, {"a.js", "const { b } = require('./i');\n"},
            {"i/index.js", "module.exports = { b: require('./b'), c: require('./c') };\n"}, {"i/b.js", ""},
            {"i/c.js", ""}},
        "a.js | a.js, i/b.js, i/c.js, i/index.js");
    reachRow("missing", nodeApplication("node server.js\n"), " | src/db.ts, src/dead.ts, src/index.ts");
}

void TestStarts::reachesNode()
{
    QFETCH(ProjectTexts, texts);
    QTEST(reachLine(texts), "reached");
}

void TestStarts::readsScripts_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QStringList>("commands");
    const auto row
        = [](const char *text, const QStringList &commands) { QTest::newRow(text) << QByteArray(text) << commands; };
    row("", {u"> tsc"_s, u"> node|a.js"_s});
    row("# node a.js\necho 'node a.js; x'", {u"> echo|node a.js; x"_s});
    row("if [ ! -d x ]; then npm ci; fi; node \"a b.js\"", {u"> [|!|-d|x|]"_s, u"> node|a b.js"_s});
    row("cd backend && poetry run python x.py", {u"backend> python|x.py"_s});
    row("(cd backend; true)\nnode x", {u"backend> true"_s, u"> node|x"_s});
    row("D=back; cd ${D}end\nexec env A=1 timeout 5 nice -n 3 node x", {u"backend> node|x"_s});
    row("npm run dev", {u"> tsc"_s, u"> node|a.js"_s});
    row("bash -c 'node x && ./other.sh'", {u"> node|x"_s, u"> node|b.js"_s});
    row(". ./other.sh; node $A", {u"> node|b.js"_s, u"> node|1"_s});
    row("/usr/bin/python3.12 x.py", {u"> python3.12|x.py"_s});
    row("node \"$UNKNOWN\" $(which x)/y", {u"> node||./y"_s});
    row("bash run.sh", {u"> tsc"_s, u"> node|a.js"_s});
    row("node 'unclosed", {u"> node|unclosed"_s});
}

void TestStarts::readsScripts()
{
    QFETCH(QByteArray, script);
    QTEST(printed(startScriptOf(SourceProject::ofFiles(::script(script.toStdString())))), "commands");
}

void TestStarts::readsEnvironment_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *script, const char *name, const char *value) {
        QTest::addRow("%s: %s", script, name) << QByteArray(script) << QByteArray(name) << QString::fromLatin1(value);
    };
    row("", "A", "1");
    row("", "B", "two words");
    row("", "C", "-");
    row("", "D", "4");
    row("export A=x", "A", "x");
    row("A='y z' node a.js", "A", "y z");
    row("export DATABASE_URL=\"${DATABASE_URL:-postgresql://u:${PW:-p}@h/d}\"", "DATABASE_URL", "postgresql://u:p@h/d");
    row(": ${E:=f}\nexport G=$E-$E", "G", "f-f");
    row(": \"${J:=k}\"\nexport J", "J", "k");
    row("H=sqlite\nexport I=${H}:///x", "I", "sqlite:///x");
}

void TestStarts::readsEnvironment()
{
    QFETCH(QByteArray, script);
    QFETCH(QByteArray, name);
    const auto value = startScriptOf(SourceProject::ofFiles(::script(script.toStdString()))).variable(name.constData());
    QTEST(value ? QString::fromStdString(*value) : u"-"_s, "value");
}

QTEST_GUILESS_MAIN(TestStarts)
#include "tst_starts.moc"
