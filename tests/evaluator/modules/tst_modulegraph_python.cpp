// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "modulelines.h"

#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

/// Which Python file imports which.
class TestModuleGraphPython : public QObject
{
    Q_OBJECT

private slots:
    void findsEdges_data();
    void findsEdges();
    void findsPackages_data();
    void findsPackages();
};

namespace {

const std::string user = "class User:\n    pass\n";

void edgeRow(const char *name, const ProjectTexts &texts, const QStringList &edges)
{
    QTest::newRow(name) << texts << edges;
}

} // namespace

void TestModuleGraphPython::findsEdges_data()
{
    QTest::addColumn<ProjectTexts>("texts");
    QTest::addColumn<QStringList>("edges");
    edgeRow("nothing", {}, {});
    edgeRow("from a module", {{"a.py", "from b import User\n"}, {"b.py", user}}, {u"a.py:1 -> b.py [User]"_s});
    edgeRow("with an alias", {{"a.py", "\nfrom b import User as U, x\n"}, {"b.py", user}},
        {u"a.py:2 -> b.py [User as U, x]"_s});
    edgeRow("a whole module", {{"a.py", "import app.b\n"}, {"app/__init__.py", ""}, {"app/b.py", user}},
        {u"a.py:1 -> app/b.py"_s});
    edgeRow("a whole module with an alias",
        {{"a.py", "import app.b as b\nb.User()\n"}, {"app/__init__.py", ""}, {"app/b.py", user}},
        {u"a.py:1 -> app/b.py"_s});
    edgeRow("a submodule by from", {{"a.py", "from app import b\n"}, {"app/__init__.py", ""}, {"app/b.py", user}},
        {u"a.py:1 -> app/b.py through app/__init__.py"_s});
    edgeRow("a namespace package",
        {{"a.py", "from app.db import b\nfrom app import db\ndb.b.User()\n"}, {"app/db/b.py", user}},
        {u"a.py:1 -> app/db/b.py"_s, u"a.py:2 -> app/db/b.py"_s});
    edgeRow("relative",
        {{"app/x/a.py", "from .b import User\nfrom ..c import d\nfrom . import b\nfrom .. import c\n"},
            {"app/x/b.py", user}, {"app/c.py", "d = 1\n"}},
        {u"app/x/a.py:1 -> app/x/b.py [User]"_s, u"app/x/a.py:2 -> app/c.py [d]"_s, u"app/x/a.py:3 -> app/x/b.py"_s,
            u"app/x/a.py:4 -> app/c.py"_s});
    edgeRow("relative above the top", {{"a.py", "from ...b import x\n"}, {"b.py", user}}, {});
    edgeRow("a name that __init__ passes on",
        {{"a.py", "from app import User\n"}, {"app/__init__.py", "from .b import User\n"}, {"app/b.py", user}},
        {u"a.py:1 -> app/b.py [User] through app/__init__.py"_s, u"app/__init__.py:1 -> app/b.py [User]"_s});
    edgeRow("over two __init__ and a star",
        {{"a.py", "from app import User\n"}, {"app/__init__.py", "from .x import *\n"},
            {"app/x/__init__.py", "from .b import User as User\n"}, {"app/x/b.py", user}},
        {u"a.py:1 -> app/x/b.py [User] through app/__init__.py, app/x/__init__.py"_s,
            u"app/__init__.py:1 -> app/x/b.py [User] through app/x/__init__.py"_s,
            u"app/x/__init__.py:1 -> app/x/b.py [User]"_s});
    edgeRow("a package whose members are used",
        {{"a.py", "from app import services\nservices.get()\n"}, {"app/__init__.py", ""},
            {"app/services/__init__.py", "from .one import get\nfrom .two import put\n"},
            {"app/services/one.py", "def get(): pass\n"}, {"app/services/two.py", "def put(): pass\n"}},
        {u"a.py:1 -> app/services/one.py [get] through app/services/__init__.py"_s,
            u"app/services/__init__.py:1 -> app/services/one.py [get]"_s,
            u"app/services/__init__.py:2 -> app/services/two.py [put]"_s});
    edgeRow("all of a package",
        {{"a.py", "from services import *\n"}, {"services/__init__.py", "from .one import get\n"},
            {"services/one.py", "def get(): pass\n"}},
        {u"a.py:1 -> services/one.py [get] through services/__init__.py"_s,
            u"services/__init__.py:1 -> services/one.py [get]"_s});
    edgeRow("a name a module with code imports itself",
        {{"a.py", "from b import User\n"}, {"b.py", "from c import User\ndef f(): pass\n"}, {"c.py", user}},
        {u"a.py:1 -> b.py [User]"_s, u"b.py:1 -> c.py [User]"_s});
    edgeRow("a cycle", {{"a/__init__.py", "from b import x\n"}, {"b/__init__.py", "from a import x\n"}},
        {u"a/__init__.py:1 -> b/__init__.py [x]"_s, u"b/__init__.py:1 -> a/__init__.py [x]"_s});
    edgeRow("inside a function and conditional",
        {{"a.py", "def f():\n    from b import User\ntry:\n    import c\nexcept ImportError:\n    c = None\n"},
            {"b.py", user}, {"c.py", ""}},
        {u"a.py:2 -> b.py [User]"_s, u"a.py:4 -> c.py"_s});
    edgeRow("types only",
        {{"a.py", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from b import User\n"}, {"b.py", user}},
        {u"a.py:3 -> b.py [User] (type only)"_s});
    edgeRow("dynamic", {{"a.py", "import importlib\nm = importlib.import_module('app.b')\n"}, {"app/b.py", user}},
        {u"a.py:2 -> app/b.py"_s});
    edgeRow("src layout",
        {{"src/app/__init__.py", ""}, {"src/app/a.py", "from app.b import User\n"}, {"src/app/b.py", user},
            {"pyproject.toml", ""}},
        {u"src/app/a.py:1 -> src/app/b.py [User]"_s});
    edgeRow("from where run.sh stands",
        {{"run.sh", "cd backend && python main.py\n"}, {"backend/main.py", "from app.b import User\n"},
            {"backend/app/b.py", user}},
        {u"backend/main.py:1 -> backend/app/b.py [User]"_s});
    edgeRow("the folder of what is started",
        {{"run.sh", "python app/main.py\n"}, {"app/main.py", "from services import x\n"},
            {"app/services.py", "x = 1\n"}},
        {u"app/main.py:1 -> app/services.py [x]"_s});
    edgeRow("PYTHONPATH",
        {{"run.sh", "export PYTHONPATH=lib:$PYTHONPATH\npython main.py\n"}, {"main.py", "import b\n"},
            {"lib/b.py", ""}},
        {u"main.py:1 -> lib/b.py"_s});
    edgeRow("sys.path", {{"main.py", "import sys\nsys.path.insert(0, 'lib')\nimport b\n"}, {"lib/b.py", ""}},
        {u"main.py:3 -> lib/b.py"_s});
    edgeRow("no source root",
        {{"run.sh", "uvicorn app.main:app\n"}, {"app/main.py", "from services import x\n"},
            {"app/services.py", "x = 1\n"}},
        {});
    edgeRow("an alias of a name",
        {{"a.py", "from app import Repo\n"}, {"app/__init__.py", "from . import b\nRepo = b.User\n"},
            {"app/b.py", user}},
        {u"a.py:1 -> app/b.py [User as Repo] through app/__init__.py"_s, u"app/__init__.py:1 -> app/b.py"_s});
}

void TestModuleGraphPython::findsEdges()
{
    QFETCH(ProjectTexts, texts);
    QTEST(edgeLines(texts), "edges");
}

void TestModuleGraphPython::findsPackages_data()
{
    QTest::addColumn<ProjectTexts>("texts");
    QTest::addColumn<QStringList>("packages");
    edgeRow("a package", {{"a.py", "from sqlalchemy.orm import Session\nimport os.path\n"}},
        {u"a.py:1 -> sqlalchemy [Session]"_s, u"a.py:2 -> os"_s});
    edgeRow("a layer's name that is no module of the project",
        {{"run.sh", "uvicorn app.main:app\n"}, {"app/main.py", "from services import x\n"},
            {"app/services.py", "x = 1\n"}},
        {u"app/main.py:1 -> services [x]"_s});
    edgeRow("a missing module of the project", {{"app/main.py", "from app.missing import x\n"}}, {});
    edgeRow("relative and missing", {{"app/main.py", "from .missing import x\n"}}, {});
}

void TestModuleGraphPython::findsPackages()
{
    QFETCH(ProjectTexts, texts);
    QTEST(packageLines(texts), "packages");
}

QTEST_GUILESS_MAIN(TestModuleGraphPython)
#include "tst_modulegraph_python.moc"
