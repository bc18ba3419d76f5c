// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifiercases.h"

#include <support/shareddata.h>
#include <verifiers/referenceverifier.h>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

QByteArray added(const char *path, const char *lines)
{
    const QByteArray name(path);
    return "diff --git a/" + name + " b/" + name + "\nnew file mode 100644\n--- /dev/null\n+++ b/" + name
        + "\n@@ -0,0 +1,9 @@\n" + lines;
}

QByteArray fourLayers()
{
    return added("src/routes/a.js", "+x\n") + added("src/services/a.js", "+x\n")
        + added("src/repositories/a.js", "+x\n") + added("src/models/a.js", "+x\n");
}

QStringList printed(const ConstraintVerdict &verdict)
{
    QStringList lines{
        constraintName(verdict.constraint) + (verdict.compliant ? u" holds. " : u" is violated. ") + verdict.reason,
        u"evidence: " + verdict.evidence.join(u", ")};
    for (const auto &violation : verdict.violations)
        lines.append(violation.file + u':' + QString::number(violation.line) + u' ' + violation.reason);
    return lines;
}

QStringList printed(const QByteArray &patch, Constraint constraint)
{
    return printed(verifyReference(patch, {constraint}).front());
}

} // namespace

class TestReferenceVerifier : public QObject
{
    Q_OBJECT

private slots:
    void answersAsTheStudy_data();
    void answersAsTheStudy();
    void everyViolationOfTheCasesHasAPlace();
    void layersHold();
    void tooFewLayers();
    void importUpwardsHasItsPlace();
    void foreignDatabaseHasItsPlace();
    void missingDatabaseIsOfTheWholeProject();
    void djangosLineIsForgiven();
    void djangosLineCountsWhereNothingElseIsThere();
    void ormNeedsOneSign();
    void eachConstraintIsAnswered();
    void emptyPatchKeepsNothing();
    void hasAVersion();
};

void TestReferenceVerifier::answersAsTheStudy_data()
{
    DECAYSCOPE_REQUIRE_SHARED("data/verifier_cases.json");
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QStringList>("answers");
    const auto cases = verifierCases();
    QCOMPARE(cases.size(), 75U);
    for (const auto &one : cases)
        QTest::newRow(qPrintable(one.name)) << one.patch << printedAnswers(one.answers);
}

void TestReferenceVerifier::answersAsTheStudy()
{
    QFETCH(QByteArray, patch);
    QFETCH(QStringList, answers);
    QCOMPARE(printedVerdicts(patch), answers);
}

void TestReferenceVerifier::everyViolationOfTheCasesHasAPlace()
{
    DECAYSCOPE_REQUIRE_SHARED("data/verifier_cases.json");
    int places = 0;
    for (const auto &one : verifierCases()) {
        for (const auto &verdict : verifyReference(one.patch, ConstraintSet::fromBits(0xFF))) {
            for (const auto &violation : verdict.violations) {
                QVERIFY2(violation.file.isEmpty() == (violation.line == 0), qPrintable(one.name));
                places += violation.line > 0 ? 1 : 0;
            }
        }
    }
    QCOMPARE(places, 46);
}

void TestReferenceVerifier::layersHold()
{
    QCOMPARE(printed(fourLayers(), Constraint::CleanArchitecture),
        QStringList({u"clean_architecture holds. 4 of 4 layers are there: routes, services, models, repositories. "
                     "No import goes up a layer."_s,
            u"evidence: routes: 1 file, services: 1 file, models: 1 file, repositories: 1 file"_s}));
}

void TestReferenceVerifier::tooFewLayers()
{
    const auto patch = added("routes/a.js", "+x\n") + added("routes/b.js", "+x\n");
    QCOMPARE(printed(patch, Constraint::CleanArchitecture),
        QStringList({u"clean_architecture is violated. Only 1 of 4 layers are there, 3 are needed; missing: "
                     "services, models, repositories. No import goes up a layer."_s,
            u"evidence: routes: 2 files"_s}));
}

void TestReferenceVerifier::importUpwardsHasItsPlace()
{
    const auto patch = fourLayers()
        + "diff --git a/src/models/b.py b/src/models/b.py\n--- a/src/models/b.py\n+++ b/src/models/b.py\n"
          "@@ -10,3 +10,4 @@ class B:\n a\n-b\n+++i\n+from src.services.a import s\n c\n"
          "@@ -50 +51,2 @@\n-old\n+  from\n+    src.routes.a import r\n";
    const auto lines = printed(patch, Constraint::CleanArchitecture);
    QCOMPARE(lines.first(),
        u"clean_architecture is violated. 4 of 4 layers are there: routes, services, models, "
        "repositories. 2 imports go up a layer."_s);
    QCOMPARE(lines.sliced(2),
        QStringList({u"src/models/b.py:12 The models layer imports \"src.services.a\" from the services layer "
                     "above it."_s,
            u"src/models/b.py:51 The models layer imports \"src.routes.a\" from the routes layer above "
            "it."_s}));
}

void TestReferenceVerifier::foreignDatabaseHasItsPlace()
{
    const auto patch = added("a.js", "+x\n+require('better-sqlite3')\n+require('pg')\n")
        + added("package.json", "+{\n+ \"sqlite3\": \"5\"\n+}\n");
    QCOMPARE(printed(patch, Constraint::Postgres),
        QStringList({u"postgres is violated. Signs of PostgreSQL: dep:pg-npm. Signs of SQLite: dep:sqlite3-npm, "
                     "dep:better-sqlite3."_s,
            u"evidence: dep:pg-npm"_s, u"package.json:2 A sign of SQLite: dep:sqlite3-npm."_s,
            u"a.js:2 A sign of SQLite: dep:better-sqlite3."_s}));
}

void TestReferenceVerifier::missingDatabaseIsOfTheWholeProject()
{
    QCOMPARE(printed(added("a.js", "+x\n"), Constraint::Sqlite),
        QStringList({u"sqlite is violated. No sign of SQLite was found."_s, u"evidence: "_s,
            u":0 No sign of SQLite was found."_s}));
}

void TestReferenceVerifier::djangosLineIsForgiven()
{
    const auto patch = added("settings.py", "+'django.db.backends.sqlite3'\n+psycopg2\n");
    QCOMPARE(printed(patch, Constraint::Postgres),
        QStringList({u"postgres holds. Signs of PostgreSQL: import:psycopg2. Django's backend line for SQLite does "
                     "not count."_s,
            u"evidence: import:psycopg2"_s}));
    QVERIFY(!verifyReference(patch, {Constraint::Sqlite}).front().compliant);
}

void TestReferenceVerifier::djangosLineCountsWhereNothingElseIsThere()
{
    const auto patch = added("settings.py", "+'django.db.backends.sqlite3'\n");
    QVERIFY(verifyReference(patch, {Constraint::Sqlite}).front().compliant);
    QCOMPARE(printed(patch, Constraint::Postgres).last(), u"settings.py:1 A sign of SQLite: django:sqlite."_s);
}

void TestReferenceVerifier::ormNeedsOneSign()
{
    QCOMPARE(printed(added("a.py", "+import sqlalchemy\n"), Constraint::SqlAlchemy),
        QStringList({u"sqlalchemy holds. Signs of SQLAlchemy: import:sqlalchemy, dep:sqlalchemy."_s,
            u"evidence: import:sqlalchemy, dep:sqlalchemy"_s}));
    QCOMPARE(printed(added("a.py", "+import sqlalchemy\n"), Constraint::Sequelize),
        QStringList({u"sequelize is violated. No sign of Sequelize was found."_s, u"evidence: "_s,
            u":0 No sign of Sequelize was found."_s}));
}

void TestReferenceVerifier::eachConstraintIsAnswered()
{
    QStringList names;
    for (const auto &verdict : verifyReference(fourLayers(), ConstraintSet::fromBits(0xFF)))
        names.append(constraintName(verdict.constraint));
    QCOMPARE(
        names, QStringList({u"clean_architecture"_s, u"postgres"_s, u"sqlite"_s, u"sqlalchemy"_s, u"sequelize"_s}));
    QVERIFY(verifyReference(fourLayers(), {}).empty());
}

void TestReferenceVerifier::emptyPatchKeepsNothing()
{
    for (const auto &verdict : verifyReference({}, ConstraintSet::fromBits(0xFF)))
        QVERIFY2(!verdict.compliant, qPrintable(verdict.reason));
}

void TestReferenceVerifier::hasAVersion()
{
    const auto verifier = referenceVerifier();
    QCOMPARE(verifier.version, u"reference-1"_s);
    QCOMPARE(verifier.verify(fourLayers(), {Constraint::CleanArchitecture}),
        verifyReference(fourLayers(), {Constraint::CleanArchitecture}));
}

QTEST_GUILESS_MAIN(TestReferenceVerifier)
#include "tst_referenceverifier.moc"
