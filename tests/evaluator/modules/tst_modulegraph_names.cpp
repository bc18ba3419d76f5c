// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "modulelines.h"

#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

/// Where names come from.
class TestModuleGraphNames : public QObject
{
    Q_OBJECT

private slots:
    void findsDefinitions_data();
    void findsDefinitions();
    void findsOrigins_data();
    void findsOrigins();
};

namespace {

const char *const python = "app/a.py";
const char *const node = "src/a.js";

void nameRow(const char *row, const ProjectTexts &texts, const char *file, const char *name, const char *found)
{
    QTest::newRow(row) << texts << QByteArray(file) << QByteArray(name) << QString::fromLatin1(found);
}

void nameColumns()
{
    QTest::addColumn<ProjectTexts>("texts");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("found");
}

} // namespace

void TestModuleGraphNames::findsDefinitions_data()
{
    nameColumns();
    const ProjectTexts texts{{python,
                                 "from .config import settings as s\nfrom . import config\nimport app.config\nfrom "
                                 ".models import User\nX = 1\n"
                                 "def f():\n    y = 2\n"},
        {"app/config.py", "class Settings:\n    URL = 'x'\nsettings = Settings()\n"},
        {"app/models/__init__.py", "from .user import User\n"}, {"app/models/user.py", "class User:\n    pass\n"}};
    nameRow("an imported name", texts, python, "s", "app/config.py settings");
    nameRow("a member of it", texts, python, "s.URL", "app/config.py settings.URL");
    nameRow("a member of a module", texts, python, "config.settings.URL", "app/config.py settings.URL");
    nameRow("by the module's whole name", texts, python, "app.config.settings", "app/config.py settings");
    nameRow("passed on", texts, python, "User", "app/models/user.py User");
    nameRow("its own", texts, python, "X", "app/a.py X");
    nameRow("not at the top", texts, python, "y", "-");
    nameRow("unknown", texts, python, "none.at.all", "-");
    const ProjectTexts scripts{{node,
                                   "const { url: u } = require('./config');\nconst config = "
                                   "require('./config');\nimport D, * as all from './d';\n"
                                   "const db = require('./models');\n"},
        {"src/config.js", "const url = 'x';\nmodule.exports = { url, db: { port: 1 } };\n"},
        {"src/d.js", "class Thing {}\nexport default Thing;\nexport const one = 1;\n"},
        {"src/models/index.js", "const db = {};\ndb.User = require('./user');\nmodule.exports = db;\n"},
        {"src/models/user.js", "class User {}\nmodule.exports = User;\n"}};
    nameRow("a required name", scripts, node, "u", "src/config.js url");
    nameRow("a member of what is required", scripts, node, "config.url", "src/config.js url");
    nameRow("a default export", scripts, node, "D", "src/d.js Thing");
    nameRow("of a namespace", scripts, node, "all.one", "src/d.js one");
    nameRow("a member of an object of models", scripts, node, "db.User", "src/models/user.js ");
}

void TestModuleGraphNames::findsDefinitions()
{
    QFETCH(ProjectTexts, texts);
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, name);
    QTEST(definitionLine(texts, file.constData(), name.constData()), "found");
}

void TestModuleGraphNames::findsOrigins_data()
{
    nameColumns();
    const ProjectTexts texts{
        {python,
            "import sqlalchemy as sa\nfrom sqlalchemy import orm, create_engine as ce\nimport sqlalchemy.orm\nfrom .db "
            "import Session, make\n"
            "from flask_sqlalchemy import *\nengine = sa.create_engine\nfrom .local import thing\n"},
        {"app/db.py", "from sqlalchemy.orm import Session\nimport psycopg2\nmake = psycopg2.connect\n"},
        {"app/local.py", "thing = 1\n"}};
    nameRow("below an alias", texts, python, "sa.create_engine", "sqlalchemy create_engine");
    nameRow("an alias", texts, python, "ce", "sqlalchemy create_engine");
    nameRow("below an imported module", texts, python, "orm.Session", "sqlalchemy orm.Session");
    nameRow("by its whole name", texts, python, "sqlalchemy.orm.Session", "sqlalchemy orm.Session");
    nameRow("passed on by a file", texts, python, "Session", "sqlalchemy orm.Session");
    nameRow("a variable of a file", texts, python, "make", "psycopg2 connect");
    nameRow("a variable", texts, python, "engine", "sqlalchemy create_engine");
    nameRow("the package", texts, python, "sa", "sqlalchemy ");
    nameRow("by a star", texts, python, "SQLAlchemy", "flask_sqlalchemy SQLAlchemy");
    nameRow("of the project", texts, python, "thing", "-");
    const ProjectTexts scripts{{node,
                                   "import pg, { Client } from 'pg';\nconst { Pool } = pg;\nimport * as all from "
                                   "'pg';\nconst sql = require('sqlite3').verbose();\n"
                                   "const S = require('sequelize');\nimport { Sequelize as Q, Op } from './db';\nconst "
                                   "{ Model } = require('./db');\n"},
        {"src/db.js", "export { Sequelize } from 'sequelize';\nexport * from 'sequelize';\n"}};
    nameRow("named", scripts, node, "Client", "pg Client");
    nameRow("default", scripts, node, "pg", "pg default");
    nameRow("below a default", scripts, node, "pg.Pool", "pg Pool");
    nameRow("taken from a default", scripts, node, "Pool", "pg Pool");
    nameRow("below a namespace", scripts, node, "all.Pool", "pg Pool");
    nameRow("required", scripts, node, "S.DataTypes.STRING", "sequelize DataTypes.STRING");
    nameRow("re-exported", scripts, node, "Q", "sequelize Sequelize");
    nameRow("re-exported by a star", scripts, node, "Op", "sequelize Op");
    nameRow("required from a star", scripts, node, "Model", "sequelize Model");
    nameRow("unknown", scripts, node, "console.log", "-");
}

void TestModuleGraphNames::findsOrigins()
{
    QFETCH(ProjectTexts, texts);
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, name);
    QTEST(originLine(texts, file.constData(), name.constData()), "found");
}

QTEST_GUILESS_MAIN(TestModuleGraphNames)
#include "tst_modulegraph_names.moc"
