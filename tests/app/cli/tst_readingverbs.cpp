// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// `show` and `search` in this process, on a study of two runs.

#include "calledverb.h"
#include "writtenfiles.h"

#include <verifiers/bothverifiers.h>
#include <workspace/workspace.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace Decayscope;
using nlohmann::json;
using Test::calledVerb;
using Test::VerbOutcome;
using Test::writeFile;

namespace {

constexpr char trajectory[] = R"({"status":"Submitted","trajectories":[{"role":"system","content":"You are helpful"},
{"role":"user","content":"Build a \u001b]0;evil\u0007 login \u001b[31mred\u001b[0m"},
{"role":"assistant","content":"THOUGHT: I look.\n\n```bash\nls -la\n```"},
{"role":"user","content":"<returncode>2</returncode>\n<output>\nno such file\n</output>"}]})";

constexpr char report[] = R"({"collection":{},"run":{"executions":[{"item":{"name":"Tags"},"request":{"method":"GET",
"url":"http:\/\/x/tags"},"response":{"status":"Conflict","code":409,"responseTime":7,"responseSize":9},
"assertions":[{"assertion":"is there"},{"assertion":"status is 200","error":{"message":"expected 409 to equal 200"}}]}]}})";

constexpr char patch[] = "diff --git a/app.py b/app.py\nnew file mode 100644\n--- /dev/null\n+++ b/app.py\n"
                         "@@ -0,0 +1,2 @@\n+import psycopg2\n+login = 1\n";

} // namespace

class TestReadingVerbs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto tree = m_folder.filePath(QStringLiteral("tree"));
        const auto run = tree + u"/uv/mini_swe_sdk/gpt-x/flask-openapi-sqlite/2026-04-01T12-00-00/run_0/";
        writeFile(run + u"mini/trajectory.json", trajectory);
        writeFile(run + u"newman-run-report-2026-04-01-12-30-00-000-0.json", report);
        writeFile(run + u"mini_swe_sdk-flask-openapi-sqlite.patch", patch);
        writeFile(run + u"conduit.log", "starting\nlogin failed\n");
        m_store = m_folder.filePath(QStringLiteral("study.decayscope"));
        QVERIFY(importIntoStore(m_store, {tree}, {}, bothVerifiers(), {}));
    }

    void showsARun()
    {
        const auto shown = inStore({QStringLiteral("--json"), QStringLiteral("show"), QStringLiteral("1")});
        QCOMPARE(shown.status, 0);
        const auto document = shown.document();
        QCOMPARE(document.at("run").at("id").get<int>(), 1);
        QCOMPARE(document.at("run").at("kind").get<std::string>(), "generation");
        const auto &request = document.at("requests").at(0);
        QCOMPARE(request.at("name").get<std::string>(), "Tags");
        QCOMPARE(request.at("status").get<int>(), 409);
        QCOMPARE(request.at("assertions").at(1).dump(),
            R"({"message":"expected 409 to equal 200","name":"status is 200","passed":false})");
        QCOMPARE(document.at("files").at(0).at("path").get<std::string>(), "app.py");
        QCOMPARE(document.at("files").at(0).at("lines").get<int>(), 2);
        QCOMPARE(document.at("turns").size(), 4U);
        QCOMPARE(document.at("turns").at(2).at("role").get<std::string>(), "assistant");
        for (const auto *key : {"index", "role", "kind", "text", "command", "output", "returncode", "file", "tokens"})
            QVERIFY2(document.at("turns").at(2).contains(key), key);
        for (const auto &violation : document.at("violations"))
            QVERIFY(violation.contains("verifier") && violation.contains("file") && violation.contains("line"));
    }

    void showsARunForPeople()
    {
        const auto shown = inStore({QStringLiteral("show"), QStringLiteral("1")});
        QCOMPARE(shown.status, 0);
        const auto lines = shown.lines();
        QVERIFY(lines.contains(u"tests     1 of 2 passed (failed)"));
        QVERIFY(lines.contains(u"        failed status is 200: expected 409 to equal 200"));
        QVERIFY(lines.contains(u"Turns (4)"));
        QVERIFY(!shown.output.contains('\x1b'));
        QVERIFY(!shown.output.contains("evil"));
    }

    void showsATurn()
    {
        const auto shown = inStore({QStringLiteral("--json"), QStringLiteral("show"), QStringLiteral("1"),
            QStringLiteral("--turn"), QStringLiteral("2")});
        QCOMPARE(shown.status, 0);
        QCOMPARE(shown.document().at("turns").size(), 1U);
        QCOMPARE(shown.document().at("turns").at(0).at("index").get<int>(), 2);
        const auto text
            = inStore({QStringLiteral("show"), QStringLiteral("1"), QStringLiteral("--turn"), QStringLiteral("1")});
        QCOMPARE(text.status, 0);
        QVERIFY(text.output.contains("red"));
        QVERIFY(!text.output.contains('\x1b'));
    }

    void saysWhatIsNotThere()
    {
        QCOMPARE(inStore({QStringLiteral("show"), QStringLiteral("77")}).status, 1);
        QCOMPARE(inStore({QStringLiteral("show"), QStringLiteral("1"), QStringLiteral("--turn"), QStringLiteral("9")})
                     .status,
            1);
        QCOMPARE(inStore({QStringLiteral("show"), QStringLiteral("x")}).status, 2);
        QCOMPARE(inStore({QStringLiteral("show")}).status, 2);
        QCOMPARE(calledVerb({QStringLiteral("--store"), m_folder.filePath(QStringLiteral("none")),
                                QStringLiteral("show"), QStringLiteral("1")})
                     .status,
            3);
    }

    void searches()
    {
        const auto found = inStore({QStringLiteral("--json"), QStringLiteral("search"), QStringLiteral("login")});
        QCOMPARE(found.status, 0);
        const auto document = found.document();
        QCOMPARE(document.at("total").get<int>(), 3);
        const auto &hit = document.at("hits").at(0);
        QCOMPARE(hit.at("run").get<int>(), 1);
        QCOMPARE(hit.at("turn").get<int>(), 1);
        QCOMPARE(hit.at("part").get<std::string>(), "turns");
        QVERIFY(hit.at("snippet").get<std::string>().contains("login"));
        QStringList parts;
        for (const auto &each : document.at("hits"))
            parts.append(QString::fromStdString(each.at("part").get<std::string>()));
        QCOMPARE(parts, QStringList({QStringLiteral("turns"), QStringLiteral("patches"), QStringLiteral("logs")}));

        const auto logs = inStore(
            {QStringLiteral("search"), QStringLiteral("login"), QStringLiteral("--in"), QStringLiteral("logs,patches"),
                QStringLiteral("--limit"), QStringLiteral("1"), QStringLiteral("--offset"), QStringLiteral("1")});
        QCOMPARE(logs.status, 0);
        QCOMPARE(logs.lines(),
            QStringList(
                {QStringLiteral("     1  conduit.log:2     starting login failed"), QStringLiteral("1 of 2 hits")}));
    }

    void searchesOnlyTheRunsOfAFilter()
    {
        const auto withFilter = [this](const char *option, const char *value) {
            return inStore({QStringLiteral("search"), QStringLiteral("login"), QString::fromLatin1(option),
                               QString::fromLatin1(value)})
                .status;
        };
        QCOMPARE(withFilter("--model", "gpt-x"), 0);
        QCOMPARE(withFilter("--model", "other"), 1);
        QCOMPARE(withFilter("--kind", "other"), 1);
        QCOMPARE(withFilter("--kind", "generation"), 0);
        QCOMPARE(withFilter("--kind", "nonsense"), 2);
        QCOMPARE(withFilter("--in", "walls"), 2);
        QCOMPARE(inStore({QStringLiteral("search"), QStringLiteral("(login")}).status, 2);
        QCOMPARE(inStore({QStringLiteral("search"), QStringLiteral("zyxwvut")}).status, 1);
    }

    void listsALoneReportAsOther()
    {
        const auto file = m_folder.filePath(QStringLiteral("my-report.json"));
        writeFile(file, report);
        const QStringList store{QStringLiteral("--json"), QStringLiteral("--quiet"), QStringLiteral("--store"),
            m_folder.filePath(QStringLiteral("lone.decayscope"))};
        QCOMPARE(calledVerb(store + QStringList{QStringLiteral("import"), file}).status, 0);
        const auto others = calledVerb(
            store + QStringList{QStringLiteral("runs"), QStringLiteral("--kind"), QStringLiteral("other")});
        QCOMPARE(others.status, 0);
        const auto run = others.document().at("runs").at(0);
        QCOMPARE(run.at("kind").get<std::string>(), "other");
        QCOMPARE(run.at("task").get<std::string>(), "my-report.json");
        QCOMPARE(run.at("passed").get<int>(), 1);
        const auto generation
            = QStringList{QStringLiteral("runs"), QStringLiteral("--kind"), QStringLiteral("generation")};
        QCOMPARE(calledVerb(store + generation).status, 1);
        const auto shown
            = calledVerb(store + QStringList{QStringLiteral("show"), QString::number(run.at("id").get<qint64>())});
        QCOMPARE(shown.document().at("requests").at(0).at("assertions").at(1).at("message").get<std::string>(),
            "expected 409 to equal 200");
        for (const auto *table : {"decay", "coverage", "termination", "tokens", "feature"}) {
            const auto rows
                = calledVerb(store + QStringList{QStringLiteral("tables"), QString::fromLatin1(table)}).document();
            QVERIFY2(rows.at("rows").empty(), table);
        }
    }

private:
    VerbOutcome inStore(const QStringList &arguments)
    {
        return calledVerb(QStringList{QStringLiteral("--store"), m_store} + arguments);
    }

    QTemporaryDir m_folder;
    QString m_store;
};

QTEST_GUILESS_MAIN(TestReadingVerbs)
#include "tst_readingverbs.moc"
