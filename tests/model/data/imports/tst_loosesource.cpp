// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixtures.h"
#include "turnlines.h"

#include <QFile>
#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;

namespace {

const QByteArray miniFile
    = R"({"info":{"exit_status":"Submitted","submission":"","config":{"model":{"model_name":"a/b/gpt-x"}}},
"messages":[{"role":"user","content":"Go."},{"role":"assistant","content":"I go.","timestamp":1780000000.5}],
"trajectory_format":"mini-swe-agent-1","instance_id":"task-1"})";

const QByteArray atifFile
    = R"({"schema_version":"ATIF-v1.5","session_id":"s-1","agent":{"name":"terminus","model_name":"p/m"},
"steps":[{"step_id":1,"source":"user","message":"Go."},
{"step_id":2,"timestamp":"2026-01-02T03:04:05Z","source":"agent","message":"I look.","tool_calls":[{"tool_call_id":"c","function_name":"bash","arguments":{"command":"ls"}}],
 "metrics":{"prompt_tokens":7,"completion_tokens":3,"cost_usd":0.5},"observation":{"results":[{"source_call_id":"c","content":"a"}]}}],
"final_metrics":{"total_prompt_tokens":8,"total_completion_tokens":4}})";

QStringList runsOf(const QString &path)
{
    QStringList lines;
    for (const auto &bundle : bundlesOf(path)) {
        const auto &key = bundle.key;
        lines.append(QStringLiteral("%1/%2/%3/%4/%5 %6 %7")
                .arg(key.configuration.scaffold, key.configuration.model, key.task, key.date)
                .arg(key.trial)
                .arg(terminationName(bundle.termination))
                .arg(bundle.turns.size()));
        for (const auto &warning : warningsOf(bundle))
            lines.append(u"  " + warning);
    }
    return lines;
}

QByteArray record(const QByteArray &id, const QByteArray &history, const QByteArray &more = {})
{
    return R"({"instance_id":")" + id + R"(","history":)" + history + more + "}\n";
}

} // namespace

/// Runs outside of a results tree: told by their content, each with its own key.
class tst_LooseSource : public QObject
{
    Q_OBJECT

private slots:
    void takesFilesByContent();
    void readsAtif();
    void readsRecords();
    void readsConversationsAndEvents();
    void readsEventLists();
    void numbersEqualNames();
    void findsPatches();
    void readsZips();
    void readsLogs();
    void prefersTheTree();
    void readsOtherFormatsInTheTree();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
    void followsNoLinks();
    void survivesEveryCut();
};

void tst_LooseSource::takesFilesByContent()
{
    Tree tree;
    tree.with(QStringLiteral("odd.name"), miniFile);
    QCOMPARE(runsOf(tree.path(QStringLiteral("odd.name"))),
        QStringList({QStringLiteral("mini-swe-agent/gpt-x/task-1/2026-05-28T20-26-40/0 Submitted 2")}));
    QCOMPARE(runsOf(tree.path()), runsOf(tree.path(QStringLiteral("odd.name"))));
}

void tst_LooseSource::readsAtif()
{
    Tree tree;
    tree.with(QStringLiteral("t.json"), atifFile);
    const auto bundles = bundlesOf(tree.path());
    QCOMPARE(runsOf(tree.path()), QStringList({QStringLiteral("terminus/m/s-1/2026-01-02T03-04-05/0 Unknown 2")}));
    QCOMPARE(bundles.front().tokens->input, 8);
    QCOMPARE(linesOfTurns(*turnsOfBundle(bundles.front())),
        QStringList({QStringLiteral("0 prompt user: text 'Go.'"),
            QStringLiteral("1 command assistant at=1767323045000 tokens=7+3 cost=0.5: text 'I look.' | command bash "
                           "'ls' | output bash 'a'")}));
}

void tst_LooseSource::readsRecords()
{
    Tree tree;
    tree.with(QStringLiteral("output.jsonl"),
        record("a",
            R"([{"kind":"MessageEvent","source":"user","llm_message":{"content":"Go."}},)"
            R"({"kind":"ActionEvent","tool_name":"finish","action":{"message":"done"}}])",
            R"(,"test_result":{"git_patch":"diff --git a/x b/x\n"},"metadata":{"llm":{"model":"p/m"}})")
            + record("b", "null", R"(,"error":"RuntimeError: Agent reached maximum iteration in headless mode")")
            + "\n{broken\n"
            + record("c",
                R"([[{"action":"run","command":"ls"},{"observation":"run","content":"x","exit_code":2}],)"
                R"({"action":"finish","outputs":{}}])"));
    const auto path = tree.path(QStringLiteral("output.jsonl"));
    QCOMPARE(runsOf(path),
        QStringList({QStringLiteral("openhands/m/a/undated/0 Submitted 2"),
            QStringLiteral("openhands/unknown/b/undated/0 LimitsExceeded 0"),
            QStringLiteral("  output.jsonl: It holds no turns."),
            QStringLiteral("openhands/unknown/c/undated/0 Submitted 2")}));
    const auto bundles = bundlesOf(path);
    QCOMPARE(bundles.front().document(DocumentKind::Patch)->bytes, "diff --git a/x b/x\n");
    QCOMPARE(linesOfTurns(*turnsOfBundle(bundles.back())).constFirst(),
        QStringLiteral("0 command assistant: command run 'ls' | output run rc=2 failed 'x'"));
}

void tst_LooseSource::readsConversationsAndEvents()
{
    Tree tree;
    tree.with(QStringLiteral("x/conv/base_state.json"),
            R"({"execution_status":"error","agent":{"llm":{"model":"openai/gpt-x"}}})")
        .with(QStringLiteral("x/conv/events/event-00000-00aa.json"),
            R"({"kind":"PauseEvent","timestamp":"2026-01-02T03:04:05"})")
        .with(QStringLiteral("y/old/events/10.json"),
            R"({"action":"finish","source":"agent","args":{"final_thought":"b"}})")
        .with(QStringLiteral("y/old/events/9.json"), R"({"action":"message","source":"user","args":{"content":"a"}})")
        .with(QStringLiteral("y/old/event_cache/0-25.json"), R"([{"action":"message"}])");
    QCOMPARE(runsOf(tree.path()),
        QStringList({QStringLiteral("openhands/gpt-x/conv/2026-01-02T03-04-05/0 Error 1"),
            QStringLiteral("openhands/unknown/old/undated/0 Submitted 2")}));
    QCOMPARE(linesOfTurns(*turnsOfBundle(bundlesOf(tree.path(QStringLiteral("y"))).front())),
        QStringList({QStringLiteral("0 prompt user: text 'a'"), QStringLiteral("1 finish assistant: text 'b'")}));
}

void tst_LooseSource::readsEventLists()
{
    const QByteArray events
        = R"({"kind":"PauseEvent"},{"kind":"ConversationErrorEvent","code":"MaxIterationsReached"})";
    Tree tree;
    tree.with(QStringLiteral("a.json"), '[' + events + ']')
        .with(QStringLiteral("b.json"), R"({"conversation_id":"b-1","events":[)" + events + "]}")
        .with(QStringLiteral("c.jsonl"), QByteArray(events).replace("},{", "}\n{"));
    QCOMPARE(runsOf(tree.path()),
        QStringList({QStringLiteral("openhands/unknown/a/undated/0 LimitsExceeded 2"),
            QStringLiteral("openhands/unknown/b-1/undated/0 LimitsExceeded 2"),
            QStringLiteral("openhands/unknown/c/undated/0 LimitsExceeded 2")}));
}

void tst_LooseSource::numbersEqualNames()
{
    Tree tree;
    tree.with(QStringLiteral("a/t.json"), miniFile).with(QStringLiteral("b/t.json"), miniFile);
    QCOMPARE(runsOf(tree.path()),
        QStringList({QStringLiteral("mini-swe-agent/gpt-x/task-1/2026-05-28T20-26-40/0 Submitted 2"),
            QStringLiteral("mini-swe-agent/gpt-x/task-1/2026-05-28T20-26-40/1 Submitted 2"),
            QStringLiteral("  run: Another trajectory of the same name was read before it; it counts as trial 1.")}));
}

void tst_LooseSource::findsPatches()
{
    Tree tree;
    tree.with(
            QStringLiteral("preds.json"), R"({"task-1":{"instance_id":"task-1","model_patch":"diff --git a/y b/y\n"}})")
        .with(QStringLiteral("task-1/t.traj.json"), miniFile);
    const auto bundles = bundlesOf(tree.path());
    QCOMPARE(bundles.size(), std::size_t(1));
    QVERIFY(bundles.front().document(DocumentKind::Patch));
    QCOMPARE(bundles.front().document(DocumentKind::Patch)->bytes, "diff --git a/y b/y\n");
}

void tst_LooseSource::readsZips()
{
    Tree tree;
    tree.with(QStringLiteral("z.zip"),
        Zip()
            .with("in/t.json", miniFile)
            .with("in/readme.txt", "Nothing.")
            .with("conv/events/event-00000-00aa.json", R"({"kind":"PauseEvent"})")
            .with("conv/base_state.json", R"({"execution_status":"error"})")
            .bytes());
    QCOMPARE(runsOf(tree.path(QStringLiteral("z.zip"))),
        QStringList({QStringLiteral("mini-swe-agent/gpt-x/task-1/2026-05-28T20-26-40/0 Submitted 2"),
            QStringLiteral("openhands/unknown/conv/undated/0 Error 1")}));
}

void tst_LooseSource::readsLogs()
{
    const auto sample = [](const QByteArray &epoch, const QByteArray &more) {
        return R"({"id":"q","epoch":)" + epoch
            + R"(,"target":"","messages":[{"role":"assistant","content":"attachment://ab",)"
              R"("tool_calls":[{"id":"c","function":"bash","arguments":{"cmd":"ls"}}]}],"scores":{"x":{"value":NaN}},)"
              R"("attachments":{"ab":"long text"})"
            + more + '}';
    };
    Tree tree;
    tree.with(QStringLiteral("l.json"),
            R"({"version":2,"status":"success","eval":{"model":"p/m","created":"2026-01-02T03:04:05+00:00"},"samples":[)"
                + sample("1", R"(,"output":{})") + ',' + sample("2", R"(,"limit":{"type":"token"})") + "]}")
        .with(QStringLiteral("l.eval"),
            Zip()
                .with("_journal/start.json", R"({"version":2,"eval":{"model":"p/other"}})")
                .with("samples/q_epoch_1.json", sample("1", R"(,"error":{"message":"x"})"))
                .bytes());
    QCOMPARE(runsOf(tree.path()),
        QStringList({QStringLiteral("inspect/other/q/undated/1 Error 1"),
            QStringLiteral("inspect/m/q/2026-01-02T03-04-05/1 Submitted 1"),
            QStringLiteral("inspect/m/q/2026-01-02T03-04-05/2 LimitsExceeded 1")}));
    QCOMPARE(linesOfTurns(*turnsOfBundle(bundlesOf(tree.path()).front())),
        QStringList({QStringLiteral("0 command assistant: text 'long text' | command bash 'ls'")}));
}

void tst_LooseSource::prefersTheTree()
{
    Tree tree;
    tree.with(aRunFolder + QStringLiteral("/setup.log"), "x").with(QStringLiteral("t.json"), miniFile);
    QCOMPARE(bundlesOf(tree.path()).size(), std::size_t(1));
    QCOMPARE(bundlesOf(tree.path()).front().key.task, QStringLiteral("flask-openapi-sqlite"));
}

void tst_LooseSource::readsOtherFormatsInTheTree()
{
    const auto turns = [](const QString &path, const QByteArray &bytes) {
        return linesOfTurns(*turnsOfBundle(bundleOf({{path, bytes}})));
    };
    QCOMPARE(turns(QStringLiteral("mini/trajectory.json"), miniFile).size(), 2);
    QCOMPARE(turns(QStringLiteral("trajectory.json"), R"({"conversation_id":"b","events":[{"kind":"PauseEvent"}]})"),
        QStringList({QStringLiteral("0 other environment: ")}));
}

void tst_LooseSource::refusesWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("Hello");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("other object") << QByteArray(R"({"name":"x","version":"1"})");
    QTest::newRow("other list") << QByteArray("[1,2,3]");
    QTest::newRow("deep") << QByteArray(200'000, '[');
    QTest::newRow("binary") << QByteArray("\x00\xff{\x01", 4);
    QTest::newRow("lines of something else") << QByteArray("{\"a\":1}\n{\"a\":2}\n");
}

void tst_LooseSource::refusesWhatIsNone()
{
    QFETCH(QByteArray, bytes);
    Tree tree;
    tree.with(QStringLiteral("x.json"), bytes);
    for (const auto &path : {tree.path(QStringLiteral("x.json")), tree.path()}) {
        const auto lines = contentsOf(path);
        QCOMPARE(lines.size(), 1);
        QVERIFY2(lines.front().startsWith(QStringLiteral("error: ")), qPrintable(lines.front()));
    }
}

void tst_LooseSource::followsNoLinks()
{
    Tree other;
    other.with(QStringLiteral("t.json"), miniFile);
    Tree tree;
    tree.with(QStringLiteral("a.json"), atifFile)
        .withLink(QStringLiteral("b.json"), other.path(QStringLiteral("t.json")));
    QCOMPARE(bundlesOf(tree.path()).size(), std::size_t(1));
}

void tst_LooseSource::survivesEveryCut()
{
    for (const auto &whole : {miniFile, atifFile, record("a", R"([{"kind":"PauseEvent"},{"action":"run"}])")}) {
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const auto bundle = bundleOf({{QStringLiteral("mini/trajectory.json"), whole.first(size)}});
            QVERIFY(linesOfTurns(*turnsOfBundle(bundle)).size() == std::ssize(bundle.turns));
        }
    }
}

QTEST_GUILESS_MAIN(tst_LooseSource)
#include "tst_loosesource.moc"
