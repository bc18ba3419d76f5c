// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixtures.h"
#include "turnlines.h"

#include <imports/storedturns.h>

#include <QTest>

#include <thread>

using namespace Decayscope;
using namespace Decayscope::Test;

namespace {

RunBundle mini(const QByteArray &trajectory)
{
    return bundleOf({{QStringLiteral("mini/trajectory.json"), trajectory}});
}

QStringList miniLines(const QByteArray &trajectory)
{
    return linesOfTurns(*turnsOfBundle(mini(trajectory)));
}

/// The study's layout around messages.
QByteArray study(const QByteArray &status, const QByteArrayList &messages)
{
    return R"({"status":")" + status + R"(","trajectories":[)" + messages.join(',') + "]}";
}

QByteArray said(const QByteArray &role, const QByteArray &content)
{
    return R"({"role":")" + role + R"(","content":")" + content + R"("})";
}

/// Events of an OpenHands conversation as turns.
QStringList eventLines(const QByteArrayList &events, const QByteArray &state = "{}")
{
    std::vector<std::pair<QString, QByteArray>> files{{QStringLiteral("ab12/base_state.json"), state}};
    for (qsizetype i = 0; i < events.size(); ++i)
        files.emplace_back(QStringLiteral("ab12/events/event-%1-00aa.json").arg(i, 5, 10, QChar(u'0')), events[i]);
    return linesOfTurns(*turnsOfBundle(bundleOf(files, anOpenHandsFolder)));
}

QByteArray action(const QByteArray &tool, const QByteArray &members)
{
    return R"({"kind":"ActionEvent","source":"agent","thought":[],"tool_name":")" + tool
        + R"(","tool_call_id":"c1","action":{"kind":"Action",)" + members + "}}";
}

QByteArray observation(const QByteArray &members)
{
    return R"({"kind":"ObservationEvent","source":"environment","tool_name":"terminal","observation":{)" + members
        + "}}";
}

} // namespace

/// What single turns of stored trajectories say, plain and odd.
class tst_StoredTurns : public QObject
{
    Q_OBJECT

private slots:
    void readsMini();
    void findsTheOnlyCommand_data();
    void findsTheOnlyCommand();
    void readsAnswersOfMini_data();
    void readsAnswersOfMini();
    void endsMini();
    void readsMiniTwo();
    void readsResponses();
    void readsTerminal();
    void readsEditorActions_data();
    void readsEditorActions();
    void readsObservations_data();
    void readsObservations();
    void keepsUnknownEvents();
    void joinsTokensOnce();
    void readsOddContent_data();
    void readsOddContent();
    void keepsOddTurns();
    void survivesForeignOutlines();
    void readsFromManyThreads();
};

void tst_StoredTurns::readsMini()
{
    const auto trajectory = study("Submitted",
        {said("system", "Be good."), said("user", "Build it."),
            said("assistant", R"(THOUGHT: look\n\n```bash\nls -la\n```\nthen wait)"),
            said("user", R"(<returncode>2</returncode>\n<output>\nno such file\n</output>)"),
            said("assistant", R"(```bash\necho COMPLETE_TASK_AND_SUBMIT_FINAL_OUTPUT\n```)"), said("user", "")});
    const QStringList expected{QStringLiteral("0 system system: text 'Be good.'"),
        QStringLiteral("1 prompt user: text 'Build it.'"),
        QStringLiteral("2 command assistant: text 'THOUGHT: look' | command bash 'ls -la' | text 'then wait'"),
        QStringLiteral("3 observation user: output bash rc=2 failed 'no such file'"),
        QStringLiteral("4 command assistant: command bash 'echo COMPLETE_TASK_AND_SUBMIT_FINAL_OUTP…'"),
        QStringLiteral("5 finish user: ")};
    QCOMPARE(miniLines(trajectory), expected);
}

void tst_StoredTurns::findsTheOnlyCommand_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("parts");
    const auto row
        = [](const char *name, const QByteArray &text, const QString &parts) { QTest::newRow(name) << text << parts; };
    row("none", "I wait.", QStringLiteral("thought text 'I wait.'"));
    row("two", R"(```bash\na\n```\n```bash\nb\n```)", QStringLiteral("thought text '```bash⏎a⏎```⏎```bash⏎b⏎```'"));
    row("other language", R"(```python\na\n```)", QStringLiteral("thought text '```python⏎a⏎```'"));
    row("open", R"(```bash\na)", QStringLiteral("thought text '```bash⏎a'"));
    row("no line feed", R"(```bash a```)", QStringLiteral("thought text '```bash a```'"));
    row("white space behind the word", R"(```bash \t\n\n a \n```)", QStringLiteral("command command bash 'a'"));
    row("shell with a fence in a here-document", R"(```bash\ncat <<E\n``x``\nE\n```)",
        QStringLiteral("command command bash 'cat <<E⏎``x``⏎E'"));
}

void tst_StoredTurns::findsTheOnlyCommand()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, parts);
    const auto lines = miniLines(study("Submitted", {said("assistant", text), said("user", "")}));
    QCOMPARE(QString(lines.front()).replace(QStringLiteral(" assistant:"), QString()), u"0 " + parts);
}

void tst_StoredTurns::readsAnswersOfMini_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("line");
    const auto row
        = [](const char *name, const QByteArray &text, const QString &line) { QTest::newRow(name) << text << line; };
    row("killed", R"(<returncode>-15</returncode>\n<output>\n</output>)",
        QStringLiteral("observation user: output bash rc=-15 failed ''"));
    row("shortened",
        R"(<returncode>0</returncode>\n<warning>\nToo long.\n</warning><output_head>\nab\n</output_head>\n<elided_chars>\n7 characters elided\n</elided_chars>\n<output_tail>\nyz\n</output_tail>)",
        QStringLiteral("observation user: output bash rc=0 'ab⏎[… 7 characters elided …]⏎yz' | text 'Too long.'"));
    row("tags inside", R"(<returncode>0</returncode>\n<output>\n<output>x</output>\n</output>)",
        QStringLiteral("observation user: output bash rc=0 '<output>x</output>'"));
    row("JSON", R"({\"returncode\": 1, \"output\": \"bad\", \"exception_info\": \"timed out\"})",
        QStringLiteral("observation user: output bash rc=1 failed 'bad' | error 'timed out'"));
    row("code that is no number", R"(<returncode>x</returncode><output>a</output>)",
        QStringLiteral("observation user: output bash 'a'"));
    row("huge code", R"(<returncode>99999999999999</returncode><output>a</output>)",
        QStringLiteral("observation user: output bash 'a'"));
    row("format error", "Please always provide EXACTLY ONE action in it.",
        QStringLiteral("error user: error 'Please always provide EXACTLY ONE action…'"));
    row("timeout", "The last command <command>sleep</command> timed out and has been killed.",
        QStringLiteral("error user: error 'The last command <command>sleep</command…'"));
    row("person", "Interrupted by user: stop", QStringLiteral("prompt user: text 'Interrupted by user: stop'"));
    row("own template", "Observation: fine", QStringLiteral("observation user: output bash 'Observation: fine'"));
    row("nothing known", "fine", QStringLiteral("observation user: output bash 'fine'"));
}

void tst_StoredTurns::readsAnswersOfMini()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, line);
    const auto lines = miniLines(
        study("Submitted", {said("user", "Go."), said("assistant", "a"), said("user", text), said("user", "")}));
    QCOMPARE(lines[2], u"2 " + line);
}

void tst_StoredTurns::endsMini()
{
    const QByteArrayList messages{said("user", "Go."), said("user", "the end")};
    const auto last = [&messages](const QByteArray &status) { return miniLines(study(status, messages)).constLast(); };
    QCOMPARE(last("Submitted"), QStringLiteral("1 finish user: text 'the end'"));
    QCOMPARE(last("RuntimeError"), QStringLiteral("1 error user: error 'the end'"));
    QCOMPARE(last("in_progress"), QStringLiteral("1 observation user: output bash 'the end'"));
}

void tst_StoredTurns::readsMiniTwo()
{
    const QByteArray trajectory = R"({"info":{"exit_status":"Submitted","config":{"environment":{"cwd":"/w"}}},
"messages":[{"role":"user","content":"Go."},
{"role":"assistant","content":null,"reasoning_content":"hm","tool_calls":[{"id":"a","function":{"name":"bash","arguments":"{}"}}],
 "extra":{"actions":[{"command":"ls","tool_call_id":"a"},{"command":"pwd","tool_call_id":"b"}],"cost":0.5,"timestamp":10.25,
 "response":{"usage":{"prompt_tokens":7,"completion_tokens":3}}}},
{"role":"tool","tool_call_id":"a","content":"cut","extra":{"raw_output":"all of it","returncode":0,"exception_info":""}},
{"role":"tool","tool_call_id":"b","content":"<returncode>-1</returncode>","extra":{"raw_output":"","returncode":-1,"exception_info":"timed out"}},
{"role":"user","content":"Which?","extra":{"interrupt_type":"FormatError"}},
{"role":"exit","content":"done","extra":{"exit_status":"Submitted"}}],"trajectory_format":"mini-swe-agent-1.1"})";
    const QStringList expected{QStringLiteral("0 prompt user: text 'Go.'"),
        QStringLiteral("1 command assistant at=10250 tokens=7+3 cost=0.5: reasoning 'hm' | command bash in /w 'ls' | "
                       "command bash in /w 'pwd'"),
        QStringLiteral("2 observation tool: output bash rc=0 'all of it'"),
        QStringLiteral("3 observation tool: output bash rc=-1 failed '' | error 'timed out'"),
        QStringLiteral("4 error user: error 'Which?'"), QStringLiteral("5 finish environment: text 'done'")};
    const auto bundle = mini(trajectory);
    QCOMPARE(linesOfTurns(*turnsOfBundle(bundle)), expected);
    QCOMPARE(terminationName(bundle.termination), QStringLiteral("Submitted"));
    QVERIFY(bundle.tokens.has_value());
    QCOMPARE(bundle.tokens->input, 7);
    QCOMPARE(bundle.turns[1].text, QStringLiteral("hm\nls\npwd"));
}

void tst_StoredTurns::readsResponses()
{
    const QByteArray trajectory = R"({"info":{},"trajectory_format":"mini-swe-agent-1.1","messages":[
{"object":"response","usage":{"input_tokens":4,"output_tokens":2},"output":[
 {"type":"reasoning","summary":[{"type":"summary_text","text":"hm"}]},
 {"type":"message","content":[{"type":"output_text","text":"I look."}]},
 {"type":"function_call","name":"bash","arguments":"{\"command\":\"ls\"}","call_id":"c"}]},
{"type":"function_call_output","call_id":"c","output":"<returncode>0</returncode><output>a</output>"}]})";
    const QStringList expected{
        QStringLiteral("0 command assistant tokens=4+2: reasoning 'hm' | text 'I look.' | command bash 'ls'"),
        QStringLiteral("1 observation tool: output bash rc=0 'a'")};
    QCOMPARE(miniLines(trajectory), expected);
}

void tst_StoredTurns::readsTerminal()
{
    const QStringList expected{
        QStringLiteral("0 command assistant at=1769028008513: text 'I look.' | command terminal 'ls'"),
        QStringLiteral("1 observation tool: output terminal rc=1 failed 'a'"),
        QStringLiteral("2 observation tool: output terminal 'b' | text '[still running]'")};
    QCOMPARE(
        eventLines(
            {R"({"kind":"ActionEvent","timestamp":"2026-01-21T20:40:08.513","thought":[{"type":"text","text":"I look."}],"tool_name":"terminal","action":{"kind":"TerminalAction","command":"ls"}})",
                observation(
                    R"("content":[{"type":"text","text":"a"}],"exit_code":null,"metadata":{"exit_code":1,"suffix":"\n[The command completed with exit code 1.]"})"),
                observation(R"("output":"b","metadata":{"exit_code":-1,"suffix":"[still running]"})")}),
        expected);
}

void tst_StoredTurns::readsEditorActions_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const QByteArray &tool, const QByteArray &members, const QString &line) {
        QTest::newRow(name) << action(tool, members) << line;
    };
    row("create", "file_editor", R"("command":"create","path":"/a.js","file_text":"x\n")",
        QStringLiteral("edit assistant: edit file_editor 'create /a.js' asked 0 → 'x⏎'"));
    row("replace", "str_replace_editor", R"("command":"str_replace","path":"/a.js","old_str":"x","new_str":"y")",
        QStringLiteral("edit assistant: edit str_replace_editor 'replace in /a.js' asked 2 'x' → 'y'"));
    row("insert", "file_editor", R"("command":"insert","path":"/a.js","insert_line":3,"new_str":"y")",
        QStringLiteral("edit assistant: edit file_editor 'insert into /a.js after line 3' asked 4 3-0 → 'y⏎'"));
    row("undo", "file_editor", R"("command":"undo_edit","path":"/a.js")",
        QStringLiteral("edit assistant: edit file_editor 'undo the last edit of /a.js' asked 7 → ''"));
    row("view", "file_editor", R"("command":"view","path":"/a.js","view_range":[1,2])",
        QStringLiteral("command assistant: command file_editor 'view /a.js [1,2]'"));
    row("create without text", "file_editor", R"("command":"create","path":"/a.js")",
        QStringLiteral("command assistant: command file_editor 'command: create⏎path: /a.js'"));
    row("Gemini", "edit", R"("file_path":"a","old_string":"x","new_string":"y","expected_replacements":2)",
        QStringLiteral("edit assistant: edit edit 'replace everywhere in a' asked 3 'x' → 'y'"));
    row("write", "write_file", R"("file_path":"a","content":"x")",
        QStringLiteral("edit assistant: edit write_file 'create a' asked 0 → 'x'"));
    row("patch", "apply_patch",
        R"("patch":"*** Begin Patch\n*** Add File: n\n+one\n*** Update File: u\n@@ f\n a\n-b\n+c\n*** Delete File: d\n*** End Patch")",
        QStringLiteral("edit assistant: edit apply_patch 'create n' asked 0 → 'one⏎' | edit apply_patch 'replace in u' "
                       "asked 2 'a⏎b⏎' → 'a⏎c⏎' | edit apply_patch 'delete d' asked 8 → ''"));
    row("think", "think", R"("thought":"hm")", QStringLiteral("thought assistant: text 'hm'"));
    row("finish", "finish", R"("message":"done")", QStringLiteral("finish assistant: text 'done'"));
    row("unknown tool", "browser_click", R"("index":4,"where":"top")",
        QStringLiteral("command assistant: command browser_click 'index: 4⏎where: top'"));
}

void tst_StoredTurns::readsEditorActions()
{
    QFETCH(QByteArray, event);
    QFETCH(QString, line);
    QCOMPARE(eventLines({event}).constFirst(), u"0 " + line);
}

void tst_StoredTurns::readsObservations_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QString>("line");
    const auto row
        = [](const char *name, const QByteArray &event, const QString &line) { QTest::newRow(name) << event << line; };
    row("whole file",
        observation(R"("command":"str_replace","path":"/a","old_content":"x","new_content":"y","content":[])"),
        QStringLiteral("observation tool: output terminal '' | edit terminal 'write /a' reported 0 'x' → 'y'"));
    row("viewed file", observation(R"("command":"view","path":"/a","new_content":"y","content":"1 y")"),
        QStringLiteral("observation tool: output terminal '1 y'"));
    row("failed edit", observation(R"("is_error":true,"path":"/a","new_content":"y","content":"No match.")"),
        QStringLiteral("observation tool: output terminal failed 'No match.'"));
    row("image",
        observation(R"("content":[{"type":"image","image_urls":["data:image/png;base64,AAAA","https://x/y.png"]}])"),
        QStringLiteral(
            "observation tool: image 'image/png, 1 KB' | image 'image https://x/y.png' | output terminal ''"));
    row("agent's error", R"({"kind":"AgentErrorEvent","tool_name":"t","error":"No such tool."})",
        QStringLiteral("error tool: error t failed 'No such tool.'"));
    row("end", R"({"kind":"ConversationErrorEvent","code":"MaxIterationsReached","detail":"500"})",
        QStringLiteral("error environment: error failed 'MaxIterationsReached: 500'"));
    row("invalid call",
        R"({"kind":"ActionEvent","tool_name":"bash","tool_call":{"name":"bash","arguments":"{broken"}})",
        QStringLiteral("command assistant: command bash '{broken'"));
    row("condensed", R"({"kind":"Condensation","summary":"In short."})",
        QStringLiteral("other environment: text 'In short.'"));
}

void tst_StoredTurns::readsObservations()
{
    QFETCH(QByteArray, event);
    QFETCH(QString, line);
    QCOMPARE(eventLines({event}).constFirst(), u"0 " + line);
}

void tst_StoredTurns::keepsUnknownEvents()
{
    QCOMPARE(eventLines({R"({"kind":"NewEvent","source":"agent","x":[1]})", "[1,2,3]", "17", "{broken"}),
        QStringList({QStringLiteral(
                         "0 other assistant unknown: raw '{\"kind\":\"NewEvent\",\"source\":\"agent\",\"x\":…'"),
            QStringLiteral("1 other other unknown: raw '[1,2,3]'"), QStringLiteral("2 other other unknown: raw '17'"),
            QStringLiteral("3 other other unknown: raw '{broken'")}));
}

void tst_StoredTurns::joinsTokensOnce()
{
    const QByteArray call
        = R"({"kind":"ActionEvent","tool_name":"think","action":{"thought":"a"},"llm_response_id":"r1"})";
    const QByteArray state = R"({"stats":{"usage_to_metrics":{"default":{"costs":[{"cost":0.5}],
"token_usages":[{"prompt_tokens":9,"completion_tokens":1,"response_id":"r1"}],
"response_latencies":[{"latency":2.5,"response_id":"r1"}]}}}})";
    QCOMPARE(eventLines({call, call}, state),
        QStringList({QStringLiteral("0 thought assistant s=2.5 tokens=9+1 cost=0.5: text 'a'"),
            QStringLiteral("1 thought assistant: text 'a'")}));
}

void tst_StoredTurns::readsOddContent_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const QByteArray &content, const QString &line) {
        QTest::newRow(name) << content << line;
    };
    row("null", "null", QStringLiteral("prompt user: "));
    row("number", "7", QStringLiteral("prompt user: raw '7'"));
    row("parts",
        R"([{"type":"text","text":"a"},{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAAAAAA"}},"b",null])",
        QStringLiteral("prompt user: text 'a' | image 'image/png, 1 KB' | text 'b'"));
    row("thinking", R"([{"type":"thinking","thinking":"hm"},{"type":"new","x":1}])",
        QStringLiteral("prompt user: reasoning 'hm' | raw '{\"type\":\"new\",\"x\":1}'"));
    row("no UTF-8", "\"a\xff\xfe\"", QStringLiteral("prompt user: text 'a?\?'"));
    row("lone surrogate", R"("a\udc80b")", QStringLiteral("prompt user: text 'a%1b'").arg(QChar(0xFFFD)));
    row("NUL", R"("a\u0000b")", QStringLiteral("prompt user: text 'a b'"));
}

void tst_StoredTurns::readsOddContent()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, line);
    const auto message = QByteArray(R"({"role":"user","content":)" + content + '}');
    QCOMPARE(miniLines(study("Submitted", {message, said("user", "")})).constFirst(), u"0 " + line);
}

void tst_StoredTurns::keepsOddTurns()
{
    const auto deep = QByteArray(100'000, '[') + QByteArray(100'000, ']');
    const auto lines = miniLines(study("Submitted", {deep, "null", R"({"role":7})", said("poet", "a")}));
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines[0].startsWith(QStringLiteral("0 other other unknown: raw '[[[[")));
    QCOMPARE(lines.sliced(1),
        QStringList({QStringLiteral("1 other other unknown: raw 'null'"),
            QStringLiteral("2 other other unknown: raw '{\"role\":7}'"),
            QStringLiteral("3 other other unknown: raw '{\"role\":\"poet\",\"content\":\"a\"}'")}));

    const auto cut = study("Submitted", {said("user", "Go."), said("assistant", "I think")}).chopped(10);
    QCOMPARE(miniLines(cut).constLast(), QStringLiteral("1 thought assistant: text 'I'"));
}

void tst_StoredTurns::survivesForeignOutlines()
{
    const Document document{.kind = DocumentKind::Trajectory, .path = {}, .bytes = R"([{"role":"user"}])", .parts = {}};
    std::vector<Turn> turns;
    for (const auto &[offset, length] : std::vector<std::pair<qint64, qint64>>{{1, 15}, {-1, 4}, {4, -4}, {4, 1'000},
             {std::numeric_limits<qint64>::max(), 1}, {1, std::numeric_limits<qint64>::max()}, {3, 4}})
        turns.push_back({.index = static_cast<int>(turns.size()), .text = {}, .offset = offset, .length = length});
    const auto source = openTurns(document, {}, turns);
    QStringList lines;
    for (int i = 0; i < source->count(); ++i)
        lines.append(QStringLiteral("%1 %2").arg(source->raw(i).size()).arg(source->turn(i).parts.size()));
    QCOMPARE(lines.join(u','), QStringLiteral("15 1,0 1,0 1,0 1,0 1,0 1,4 1"));
}

void tst_StoredTurns::readsFromManyThreads()
{
    QByteArrayList messages;
    for (int i = 0; i < 300; ++i)
        messages.append(said(i % 2 == 0 ? "user" : "assistant", QByteArray::number(i)));
    const auto turns = turnsOfBundle(mini(study("Submitted", messages)));
    const auto expected = linesOfTurns(*turns);
    std::vector<QStringList> seen(4);
    {
        std::vector<std::jthread> threads;
        for (auto &lines : seen)
            threads.emplace_back([&lines, &turns] { lines = linesOfTurns(*turns); });
    }
    for (const auto &lines : seen)
        QCOMPARE(lines, expected);
}

QTEST_GUILESS_MAIN(tst_StoredTurns)
#include "tst_storedturns.moc"
