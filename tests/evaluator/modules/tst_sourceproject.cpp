// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <modules/sourceproject.h>

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

/// Patches and folders as projects.
class TestSourceProject : public QObject
{
    Q_OBJECT

private slots:
    void readsPatches_data();
    void readsPatches();
    void tellsPurposes_data();
    void tellsPurposes();
    void keepsTexts_data();
    void keepsTexts();
    void boundsGaps();
    void takesAnyBytes_data();
    void takesAnyBytes();
};

namespace {

QStringList printed(const SourceProject &project)
{
    QStringList lines;
    for (const auto &file : project.files) {
        auto line = QString::fromStdString(file.path);
        for (const auto &import : file.facts.imports)
            line += u" %1@%2"_s.arg(QString::fromStdString(import.module)).arg(import.line);
        lines << line;
    }
    for (const auto &[path, text] : project.texts)
        lines << QString::fromStdString(path + " = " + text).trimmed();
    return lines;
}

QByteArray added(const QByteArray &path, const QByteArray &line)
{
    return "diff --git a/" + path + " b/" + path + "\nnew file mode 100644\n--- /dev/null\n+++ b/" + path
        + "\n@@ -0,0 +1 @@\n+" + line + "\n";
}

QByteArray changed(const QByteArray &path, const QByteArray &hunks)
{
    return "diff --git a/" + path + " b/" + path + "\n--- a/" + path + "\n+++ b/" + path + "\n" + hunks;
}

} // namespace

void TestSourceProject::readsPatches_data()
{
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QStringList>("files");
    const auto row = [](const char *name, const QByteArray &patch, const QStringList &files) {
        QTest::newRow(name) << patch << files;
    };
    row("nothing", {}, {});
    row("added", added("b.py", "import x") + added("a.js", "import 'y'") + added("run.sh", "node a.js"),
        {u"a.js y@1"_s, u"b.py x@1"_s, u"run.sh = node a.js"_s});
    row("only changed",
        changed("a.py", "@@ -9,2 +10,3 @@\n import a\n-import b\n+import c\n+import d\n@@ -30 +32 @@\n-x\n+import e\n"),
        {u"a.py a@10 c@11 d@12 e@32"_s});
    row("added and changed", added("a.py", "import x") + changed("a.py", "@@ -1 +1,2 @@\n import x\n+import y\n"),
        {u"a.py x@1 y@2"_s});
    row("added and changed as it was not",
        added("a.py", "import x") + changed("a.py", "@@ -1 +1,2 @@\n import z\n+import y\n"), {u"a.py z@1 y@2"_s});
    row("deleted",
        added("a.py", "import x")
            + "diff --git a/a.py b/a.py\ndeleted file mode 100644\n--- a/a.py\n+++ /dev/null\n@@ -1 +0,0 @@\n-import "
              "x\n",
        {});
    row("renamed",
        added("a.py", "import x")
            + "diff --git a/a.py b/b.py\nsimilarity index 100%\nrename from a.py\nrename to b.py\n",
        {u"b.py x@1"_s});
    row("renamed from what is not known",
        "diff --git a/a.py b/b.py\nsimilarity index 100%\nrename from a.py\nrename to b.py\n", {u"b.py"_s});
    row("copied",
        added("a.py", "import x") + "diff --git a/a.py b/b.py\nsimilarity index 100%\ncopy from a.py\ncopy to b.py\n",
        {u"a.py x@1"_s, u"b.py x@1"_s});
    row("a link",
        "diff --git a/a.py b/a.py\nnew file mode 120000\n--- /dev/null\n+++ b/a.py\n@@ -0,0 +1 @@\n+b.py\n\\ No "
        "newline at end of file\n",
        {});
    row("binary", "diff --git a/a.py b/a.py\nnew file mode 100644\nBinary files /dev/null and b/a.py differ\n", {});
    row("CRLF", added("a.py", "import x\r"), {u"a.py x@1"_s});
    row("climbing out", added("../a.py", "import x") + added("x/../b.py", "import y"), {u"b.py y@1"_s});
    row("dependencies", added("node_modules/x/index.js", "import 'y'") + added("node_modules/x/package.json", "{}"),
        {u"node_modules/x/index.js"_s});
}

void TestSourceProject::readsPatches()
{
    QFETCH(QByteArray, patch);
    QTEST(printed(SourceProject::ofPatch(patch)), "files");
}

void TestSourceProject::tellsPurposes_data()
{
    QTest::addColumn<QString>("purpose");
    constexpr std::array names{"production", "test", "migration", "configuration", "foreign"};
    const auto rows = [&names](FilePurpose purpose, std::initializer_list<const char *> paths) {
        for (const auto *path : paths)
            QTest::newRow(path) << QString::fromLatin1(names.at(static_cast<std::size_t>(purpose)));
    };
    rows(FilePurpose::Production,
        {"app/main.py", "src/config/database.js", "app/testing_tools/latest.py", "contest.py", "manage.py",
            "src/models/index.ts", "src/config.js", "knexfile.js", "app/spectrum.py", "src/db.config.js"});
    rows(FilePurpose::Test,
        {"tests/a.py", "app/Tests/helpers.py", "test_a.py", "a_test.py", "conftest.py", "blog/tests.py",
            "src/a.test.ts", "src/a.spec.js", "src/__tests__/a.js", "e2e/a.ts", "fixtures/a.py"});
    rows(FilePurpose::Migration,
        {"alembic/env.py", "alembic/versions/a.py", "blog/migrations/0001_initial.py", "db/migrations/a.js",
            "src/seeders/a.js"});
    rows(FilePurpose::Configuration,
        {"jest.config.js", "vite.config.ts", ".eslintrc.js", "setup.py", "eslint.config.mjs", "gulpfile.js",
            "babel.config.cjs"});
    rows(FilePurpose::Foreign,
        {"node_modules/x/test/a.js", "dist/index.js", "venv/lib/a.py", "build/a.js", "public/a.min.js", "api_pb2.py"});
}

void TestSourceProject::tellsPurposes()
{
    constexpr std::array names{"production", "test", "migration", "configuration", "foreign"};
    const auto purpose = purposeOf(QTest::currentDataTag());
    QTEST(QString::fromLatin1(names.at(static_cast<std::size_t>(purpose))), "purpose");
}

void TestSourceProject::keepsTexts_data()
{
    QTest::addColumn<bool>("isKept");
    for (const auto *path :
        {"package.json", "apps/api/package.json", "tsconfig.json", "tsconfig.build.json", "jsconfig.json", "run.sh",
            "scripts/x.sh", ".env", ".env.example", "requirements-dev.txt", "pyproject.toml", "setup.cfg", "Procfile",
            "Dockerfile", "prisma/schema.prisma", "alembic.ini", "config/config.json"})
        QTest::newRow(path) << true;
    for (const auto *path :
        {"README.md", "package-lock.json", "node_modules/x/package.json", "data.json", "notes.txt", "runner"})
        QTest::newRow(path) << false;
}

void TestSourceProject::keepsTexts()
{
    QTEST(!SourceProject::ofFiles({{QTest::currentDataTag(), "x"}}).texts.empty(), "isKept");
}

void TestSourceProject::boundsGaps()
{
    QByteArray patch;
    for (int i = 0; i < 100; ++i)
        patch += changed("a" + QByteArray::number(i) + ".py", "@@ -900000 +900000 @@\n-x\n+import y\n");
    patch += changed("far.py", "@@ -2000000000 +2000000000 @@\n-x\n+import y\n");
    const auto project = SourceProject::ofPatch(patch);
    QCOMPARE(project.files.size(), std::size_t{101});
    const auto read
        = std::ranges::count_if(project.files, [](const ProjectFile &file) { return !file.facts.imports.empty(); });
    QVERIFY2(read > 0 && read < 40, qPrintable(QString::number(read)));
}

void TestSourceProject::takesAnyBytes_data()
{
    QTest::addColumn<QByteArray>("patch");
    QTest::newRow("no patch") << "import x\n"_ba;
    QTest::newRow("NULs") << QByteArray(1000, '\0');
    QTest::newRow("not UTF-8") << added("a\xff.py", "import x\xfe\xff");
    QTest::newRow("a name of slashes") << added(QByteArray(5000, '/') + "a.py", "import x");
    QTest::newRow("a deep name") << added(QByteArray("a/").repeated(5000) + "a.py", "import x");
    QTest::newRow("cut short") << added("a.py", "import x").chopped(3) + "\n@@ -1,5 +1,500";
}

void TestSourceProject::takesAnyBytes()
{
    QFETCH(QByteArray, patch);
    QVERIFY(SourceProject::ofPatch(patch).files.size() <= 1);
}

QTEST_GUILESS_MAIN(TestSourceProject)
#include "tst_sourceproject.moc"
