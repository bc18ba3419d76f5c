// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program as scripts use it: statuses, streams and documents, by running it.

#include <support/shareddata.h>

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <csignal>

using namespace Decayscope;
using nlohmann::json;

namespace {

struct Outcome
{
    int status = -1;
    QByteArray output;
    QByteArray errors;

    [[nodiscard]] json document() const { return json::parse(output.toStdString(), nullptr, false); }
};

Outcome call(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(DECAYSCOPE_PROGRAM), arguments);
    if (!process.waitForFinished(120'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_tree = m_folder.filePath(QStringLiteral("tree"));
        m_hasTree = Test::makeResultsTree(m_tree, words("--size tiny --seed 1 --quirks"));
        m_store = m_folder.filePath(QStringLiteral("study.decayscope"));
    }

    void saysVersionAndHelp()
    {
        QCOMPARE(call(words("--version")).status, 0);
        QVERIFY(call(words("--version")).output.startsWith("decayscope "));
        QCOMPARE(call(words("--help")).status, 0);
        for (const auto *verb : {"import", "tables", "runs", "show", "search", "verify", "labels", "store"}) {
            const auto help = call({QString::fromLatin1(verb), QStringLiteral("--help")});
            QCOMPARE(help.status, 0);
            QVERIFY2(!help.output.isEmpty(), verb);
        }
    }

    void checksUsageBeforeAnythingIsOpened_data()
    {
        QTest::addColumn<QString>("line");
        for (const auto *line : {"frobnicate", "tables", "tables no-such-table", "tables decay --format docx",
                 "runs --level 7", "runs --constraint mysql", "import", "verify --constraints postgres", "store",
                 "store polish", "verify --patch x --workspace y --constraints postgres",
                 "verify --patch x --constraints oracle", "tables decay surplus", "--no-such-option"}) {
            QTest::newRow(line) << QString::fromLatin1(line);
        }
    }

    void checksUsageBeforeAnythingIsOpened()
    {
        QFETCH(QString, line);
        const auto outcome
            = call(QStringList{QStringLiteral("--store"), m_folder.filePath(QStringLiteral("none.decayscope"))}
                + line.split(u' '));
        QCOMPARE(outcome.status, 2);
        QCOMPARE(outcome.output, QByteArray());
        QVERIFY(!outcome.errors.isEmpty());
        QVERIFY(!QFileInfo::exists(m_folder.filePath(QStringLiteral("none.decayscope"))));
    }

    void saysWhenTheStoreCannotBeOpened_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("missing") << QStringLiteral("missing.decayscope") << QByteArray();
        QTest::newRow("no store") << QStringLiteral("text.decayscope") << QByteArray("this is no database\n");
        QTest::newRow("damaged") << QStringLiteral("cut.decayscope")
                                 << QByteArray("SQLite format 3\0", 16) + QByteArray(400, 'x');
    }

    void saysWhenTheStoreCannotBeOpened()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        const auto path = m_folder.filePath(file);
        if (!content.isEmpty()) {
            QFile out(path);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(content);
        }
        for (const auto *verb : {"runs", "show 1", "search word", "tables decay", "store info", "store check"}) {
            const auto outcome
                = call(QStringList{QStringLiteral("--json"), QStringLiteral("--store"), path} + words(verb));
            QCOMPARE(outcome.status, 3);
            QCOMPARE(outcome.output, QByteArray());
            QVERIFY2(outcome.errors.contains(file.toUtf8()), outcome.errors.constData());
        }
    }

    void importsAndAnswers()
    {
        if (!m_hasTree)
            QSKIP("No shared generator or no Python to make a results tree with.");
        const auto first
            = call({QStringLiteral("--json"), QStringLiteral("--store"), m_store, QStringLiteral("import"), m_tree});
        QCOMPARE(first.status, 0);
        QCOMPARE(first.document().at("imported"), first.document().at("runs"));
        QVERIFY(first.document().at("warnings").size() > 0);

        const auto again
            = call({QStringLiteral("--json"), QStringLiteral("--store"), m_store, QStringLiteral("import"), m_tree});
        QCOMPARE(again.status, 0);
        QCOMPARE(again.document().at("imported").get<int>(), 0);
        QCOMPARE(again.document().at("updated").get<int>(), 0);
        QCOMPARE(again.document().at("unchanged"), first.document().at("runs"));
    }

    void namesARefusedPathAndGoesOn()
    {
        if (!m_hasTree)
            QSKIP("No shared generator or no Python to make a results tree with.");
        const auto missing = m_folder.filePath(QStringLiteral("not there"));
        const auto outcome = call(
            {QStringLiteral("--json"), QStringLiteral("--store"), m_store, QStringLiteral("import"), missing, m_tree});
        QCOMPARE(outcome.status, 4);
        const auto refused = outcome.document().at("refused");
        QCOMPARE(refused.size(), 1U);
        QCOMPARE(QString::fromStdString(refused.at(0).at("path").get<std::string>()), missing);
        QVERIFY(outcome.document().at("unchanged").get<int>() > 0);
    }

    void listsRuns()
    {
        if (!m_hasTree)
            QSKIP("No shared generator or no Python to make a results tree with.");
        const auto all = call({QStringLiteral("--json"), QStringLiteral("--store"), m_store, QStringLiteral("runs")});
        QCOMPARE(all.status, 0);
        const auto runs = all.document().at("runs");
        QVERIFY(!runs.empty());
        QStringList keys;
        for (const auto &item : runs.at(0).items())
            keys.append(QString::fromStdString(item.key()));
        for (const auto &key : words("id runtime scaffold model task trial date assertions passed failed raw strict "
                                     "clean_architecture database orm success turns warnings"))
            QVERIFY2(keys.contains(key), qPrintable(key));

        const auto none = call({QStringLiteral("--json"), QStringLiteral("--store"), m_store, QStringLiteral("runs"),
            QStringLiteral("--model"), QStringLiteral("nobody")});
        QCOMPARE(none.status, 1);
        QVERIFY(none.document().at("runs").empty());
    }

    void findsRunsByTheirTexts()
    {
        if (!m_hasTree)
            QSKIP("No shared generator or no Python to make a results tree with.");
        const auto runs = [&](const QStringList &more) {
            return call(QStringList{QStringLiteral("--json"), QStringLiteral("--store"), m_store,
                            QStringLiteral("runs"), QStringLiteral("--mentioning")}
                + more);
        };
        QVERIFY(runs({QStringLiteral("create_engine sqlalchemy")}).document().at("runs").size() > 0);
        QCOMPARE(runs({QStringLiteral("nobodywrotethis")}).status, 1);
    }

    void takesVerdictsAgain()
    {
        if (!m_hasTree)
            QSKIP("No shared generator or no Python to make a results tree with.");
        const auto before
            = call({QStringLiteral("--json"), QStringLiteral("--store"), m_store, QStringLiteral("runs")});
        const auto again = call({QStringLiteral("--json"), QStringLiteral("--store"), m_store, QStringLiteral("store"),
            QStringLiteral("reverify")});
        QCOMPARE(again.status, 0);
        QVERIFY(again.document().at("runs").get<int>() > 0);
        QCOMPARE(call({QStringLiteral("--json"), QStringLiteral("--store"), m_store, QStringLiteral("runs")}).output,
            before.output);
    }

    void writesEveryTableInEveryFormat()
    {
        if (!m_hasTree)
            QSKIP("No shared generator or no Python to make a results tree with.");
        for (const auto &table :
            words(
                "decay decay-raw marginal-effects feature frameworks sensitivity verifier-impact verifier-modes subset "
                "termination coverage tokens")) {
            for (const auto &format : words("text csv json latex markdown html")) {
                const auto outcome = call({QStringLiteral("--store"), m_store, QStringLiteral("tables"), table,
                    QStringLiteral("--format"), format});
                QVERIFY2(outcome.status == 0 && !outcome.output.isEmpty(), qPrintable(table + u' ' + format));
                QCOMPARE(outcome.errors, QByteArray());
            }
        }
    }

    void checksAndDescribesTheStore()
    {
        if (!m_hasTree)
            QSKIP("No shared generator or no Python to make a results tree with.");
        const auto check = call({QStringLiteral("--json"), QStringLiteral("--store"), m_store, QStringLiteral("store"),
            QStringLiteral("check")});
        QCOMPARE(check.status, 0);
        QCOMPARE(check.document().at("ok"), json(true));
        const auto info = call({QStringLiteral("--json"), QStringLiteral("--store"), m_store, QStringLiteral("store"),
            QStringLiteral("info")});
        QCOMPARE(info.status, 0);
        QVERIFY(info.document().at("runs").get<int>() > 0);
    }

    void verifiesAPatchWithoutAStore()
    {
        const auto patch = m_folder.filePath(QStringLiteral("some.patch"));
        QFile file(patch);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("diff --git a/db.py b/db.py\nnew file mode 100644\n--- /dev/null\n+++ b/db.py\n@@ -0,0 +1,1 "
                   "@@\n+import sqlite3\n");
        file.close();
        const auto kept = call({QStringLiteral("--json"), QStringLiteral("verify"), QStringLiteral("--patch"), patch,
            QStringLiteral("--constraints"), QStringLiteral("sqlite")});
        QCOMPARE(kept.status, 0);
        QCOMPARE(kept.document().at("verdicts").at("sqlite").at("compliant"), json(true));
        const auto broken = call({QStringLiteral("--json"), QStringLiteral("verify"), QStringLiteral("--patch"), patch,
            QStringLiteral("--constraints"), QStringLiteral("postgres,clean_architecture")});
        QCOMPARE(broken.status, 1);
        QCOMPARE(broken.document().at("verdicts").size(), 2U);
    }

    void verifiesAFolderAsIfAPatchHadAddedIt()
    {
        const QDir folder(m_folder.filePath(QStringLiteral("backend")));
        QVERIFY(folder.mkpath(QStringLiteral("node_modules/pg")) && folder.mkpath(QStringLiteral("src")));
        const auto write = [&](const char *path, const QByteArray &content) {
            QFile file(folder.filePath(QString::fromLatin1(path)));
            return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
        };
        QVERIFY(write("src/db.js", "const Database = require('better-sqlite3');\n"));
        QVERIFY(write("node_modules/pg/index.js", "module.exports = require('pg');\n"));
        const auto outcome = call({QStringLiteral("--json"), QStringLiteral("verify"), QStringLiteral("--workspace"),
            folder.path(), QStringLiteral("--constraints"), QStringLiteral("sqlite")});
        QCOMPARE(outcome.status, 0);
    }

    void stopsAtAnInterruptAndKeepsWhatIsDone()
    {
        if (!m_hasTree)
            QSKIP("No shared generator or no Python to make a results tree with.");
        const auto tree = m_folder.filePath(QStringLiteral("small"));
        QVERIFY(Test::makeResultsTree(tree, words("--size small --seed 3")));
        const auto store = m_folder.filePath(QStringLiteral("interrupted.decayscope"));
        QProcess process;
        process.start(QStringLiteral(DECAYSCOPE_PROGRAM),
            {QStringLiteral("--json"), QStringLiteral("--store"), store, QStringLiteral("import"), tree, tree});
        QVERIFY(process.waitForStarted());
        QVERIFY(QTest::qWaitFor([&] { return QFileInfo::exists(store); }, 20'000));
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(20'000));
        if (process.exitCode() == 0)
            QSKIP("The import was done before the interrupt arrived.");
        QCOMPARE(process.exitCode(), 130);
        const auto check = call({QStringLiteral("--store"), store, QStringLiteral("store"), QStringLiteral("check")});
        QCOMPARE(check.status, 0);
        const auto resumed
            = call({QStringLiteral("--json"), QStringLiteral("--store"), store, QStringLiteral("import"), tree});
        QCOMPARE(resumed.status, 0);
        QCOMPARE(resumed.document().at("runs").get<int>(), 528);
    }

private:
    QTemporaryDir m_folder;
    QString m_tree;
    QString m_store;
    bool m_hasTree = false;
};

QTEST_GUILESS_MAIN(TestCommandLine)

#include "tst_commandline.moc"
