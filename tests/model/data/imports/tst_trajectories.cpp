// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixtures.h"

#include <imports/jsontext.h>

#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;

namespace {

RunBundle mini(const QByteArray &trajectory)
{
    return bundleOf({{QStringLiteral("mini/trajectory.json"), trajectory}});
}

/// A conversation of event files by their texts.
RunBundle conversation(const QByteArray &state, const QList<QByteArray> &events)
{
    std::vector<std::pair<QString, QByteArray>> files;
    if (!state.isNull())
        files.emplace_back(QStringLiteral("ab12/base_state.json"), state);
    for (qsizetype i = 0; i < events.size(); ++i)
        files.emplace_back(QStringLiteral("ab12/events/event-%1-00aa.json").arg(i, 5, 10, QChar(u'0')), events[i]);
    return bundleOf(files, anOpenHandsFolder);
}

/// "Submitted 12+3 all 14+4"
QString ending(const RunBundle &bundle)
{
    auto text = terminationName(bundle.termination);
    if (bundle.tokens)
        text += QStringLiteral(" %1+%2%3")
                    .arg(bundle.tokens->input)
                    .arg(bundle.tokens->output)
                    .arg(bundle.tokens->estimated ? u"~" : u"");
    if (bundle.allTokens)
        text += QStringLiteral(" all %1+%2").arg(bundle.allTokens->input).arg(bundle.allTokens->output);
    return text;
}

/// What is said of the trajectory alone.
QStringList trajectoryWarnings(const RunBundle &bundle)
{
    auto lines = warningsOf(bundle);
    lines.removeIf([](const QString &line) {
        return line.contains(QLatin1StringView("no patch")) || line.contains(QLatin1StringView("no test report"));
    });
    return lines;
}

const QByteArray finish
    = R"({"kind":"ActionEvent","source":"agent","thought":[],"action":{"kind":"FinishAction","message":"Done."},"tool_name":"finish"})";
const QByteArray message
    = R"({"kind":"MessageEvent","source":"user","llm_message":{"role":"user","content":[{"type":"text","text":"Go"}]}})";

} // namespace

/// Trajectories of both scaffolds, whole, odd and damaged.
class tst_Trajectories : public QObject
{
    Q_OBJECT

private slots:
    void readsMiniMessages();
    void infersTokens();
    void endsMini_data();
    void endsMini();
    void keepsMessagesBeforeTheCut();
    void survivesEveryCut();
    void survivesOddJson();
    void readsEvents();
    void endsConversation_data();
    void endsConversation();
    void tellsGapsAndDamage();
    void sumsUsages();
    void joinsEventFiles();
    void repairsInPlace();
};

void tst_Trajectories::readsMiniMessages()
{
    const QList<QByteArray> messages{R"({"role": "system", "content": "You \"help\"."})",
        R"({"content": null, "role": "assistant"})",
        R"({"role":"user","content":[{"type":"text","text":"a"},{"type":"image_url","image_url":{"url":"data:x"}},"b"]})",
        R"({"role":"tool","content":{"returncode":0}})", R"({"role":"exit"})", R"("bare")", "7"};
    const QByteArray text
        = "{\"status\": \"Submitted\", \"trajectories\": [\n  " + messages.join(",\n  ") + "\n], \"n_calls\": 1}\n";
    const auto bundle = mini(text);
    QCOMPARE(bundle.document(DocumentKind::Trajectory)->bytes, text);
    QStringList lines;
    QList<QByteArray> raw;
    for (const auto &turn : bundle.turns) {
        raw.append(text.sliced(turn.offset, turn.length));
        lines.append(turnsOf({turn}).first().remove(QStringLiteral("%1+%2 ").arg(turn.offset).arg(turn.length)));
    }
    QCOMPARE(raw, messages);
    QCOMPARE(lines,
        QStringList({QStringLiteral("system You \"help\"."), QStringLiteral("assistant "),
            QStringLiteral("user a|[image]|b"), QStringLiteral("tool {\"returncode\":0}"), QStringLiteral("other "),
            QStringLiteral("other bare"), QStringLiteral("other 7")}));
    QCOMPARE(bundle.document(DocumentKind::Trajectory)->path, QStringLiteral("mini/trajectory.json"));
    QCOMPARE(trajectoryWarnings(bundle), QStringList());
}

void tst_Trajectories::infersTokens()
{
    // 6 characters before the first answer of 4, 12 before the second of 2: 18 in, 6 out, and a pair of surrogates is
    // one.
    const auto bundle = mini(R"({"status":"Submitted","trajectories":[{"role":"system","content":"abcde\ud83d\ude00"},
        {"role":"assistant","content":"1234"},{"role":"user","content":"xy"},{"role":"assistant","content":"56"}]})");
    QCOMPARE(ending(bundle), QStringLiteral("Submitted 5+2~"));
}

void tst_Trajectories::endsMini_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("answer");
    QTest::newRow("submitted") << QByteArray(R"({"status":"Submitted","trajectories":[]})")
                               << QStringLiteral("Submitted 0+0~");
    QTest::newRow("limits") << QByteArray(R"({"trajectories":[],"status":"LimitsExceeded"})")
                            << QStringLiteral("LimitsExceeded 0+0~");
    QTest::newRow("in progress") << QByteArray(R"({"status":"in_progress","trajectories":[]})")
                                 << QStringLiteral("Error 0+0~");
    QTest::newRow("exception") << QByteArray(R"({"status":"Timeout","trajectories":[]})")
                               << QStringLiteral("Error 0+0~");
    QTest::newRow("empty status") << QByteArray(R"({"status":"","trajectories":[]})") << QStringLiteral("Unknown 0+0~");
    QTest::newRow("no status") << QByteArray(R"({"trajectories":[]})") << QStringLiteral("Unknown 0+0~");
    QTest::newRow("last status") << QByteArray(R"({"status":"x","trajectories":[],"status":"Submitted"})")
                                 << QStringLiteral("Submitted 0+0~");
    QTest::newRow("python numbers") << QByteArray(
        R"({"status":"Submitted","cost":NaN,"n":[-Infinity,123456789012345678901234,1e999],"trajectories":[]})")
                                    << QStringLiteral("Submitted 0+0~");
    QTest::newRow("lone surrogate") << QByteArray(
        R"({"status":"Submitted","trajectories":[{"role":"user","content":"a\udc80b"}]})")
                                    << QStringLiteral("Submitted 0+0~");
    QTest::newRow("empty file") << QByteArray("") << QStringLiteral("NoTrajectory");
    QTest::newRow("no utf-8") << QByteArray(
        "{\"status\":\"Submitted\",\"trajectories\":[{\"role\":\"user\",\"content\":\"\xff\"}]}")
                              << QStringLiteral("NoTrajectory");
    QTest::newRow("mark") << QByteArray("\xEF\xBB\xBF{\"status\":\"Submitted\",\"trajectories\":[]}")
                          << QStringLiteral("NoTrajectory");
    QTest::newRow("raw line feed") << QByteArray(
        "{\"status\":\"Submitted\",\"trajectories\":[{\"role\":\"user\",\"content\":\"a\nb\"}]}")
                                   << QStringLiteral("NoTrajectory");
    QTest::newRow("something behind") << QByteArray(R"({"status":"Submitted","trajectories":[]} x)")
                                      << QStringLiteral("NoTrajectory");
    QTest::newRow("wrong bracket") << QByteArray(R"({"status":"Submitted","x":[1},"trajectories":[]})")
                                   << QStringLiteral("NoTrajectory");
    QTest::newRow("bare list") << QByteArray(R"([{"role":"user","content":"a"}])") << QStringLiteral("Unknown 0+0~");
}

void tst_Trajectories::endsMini()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, answer);
    const auto bundle = mini(text);
    QCOMPARE(ending(bundle), answer);
    QCOMPARE(bundle.document(DocumentKind::Trajectory)->bytes, text);
    QCOMPARE(trajectoryWarnings(bundle).isEmpty(), bundle.termination != Termination::NoTrajectory);
}

void tst_Trajectories::keepsMessagesBeforeTheCut()
{
    const auto bundle = mini(
        R"({"status":"Submitted","trajectories":[{"role":"user","content":"a"},{"role":"user","content":"half a mess\u00)");
    QCOMPARE(
        turnsOf(bundle.turns), QStringList({QStringLiteral("user 38+29 a"), QStringLiteral("user 68+0 half a mess")}));
    QCOMPARE(ending(bundle), QStringLiteral("NoTrajectory"));
    QCOMPARE(trajectoryWarnings(bundle),
        QStringList({QStringLiteral(
            "mini/trajectory.json: It is cut or damaged: it counts as no trajectory; 2 messages could be read.")}));
}

void tst_Trajectories::survivesEveryCut()
{
    const QByteArray text
        = R"({"status":"Submitted","a":{"b":[1,2,"\\"]},"trajectories":[{"role":"user","content":"a\"\u00e9\ud83d\ude00"},{"role":"assistant","content":[{"text":"b"}]}],"n_calls":1})";
    for (qsizetype size = 0; size < text.size(); ++size) {
        QCOMPARE(mini(text.first(size)).termination, Termination::NoTrajectory);
        auto odd = text;
        odd[size] = '\x80';
        QVERIFY(mini(odd).turns.size() <= 3);
    }
    QCOMPARE(mini(text).termination, Termination::Submitted);
}

void tst_Trajectories::survivesOddJson()
{
    const QByteArray deep(3'000'000, '[');
    QCOMPARE(mini(deep).termination, Termination::NoTrajectory);
    QCOMPARE(
        mini("{\"status\":\"Submitted\",\"trajectories\":[" + deep + QByteArray(deep.size(), ']') + "]}").turns.size(),
        1U);
    QCOMPARE(mini(QByteArray(1'000'000, '\\')).turns.size(), 0U);
    QCOMPARE(mini("{\"status\":\"" + QByteArray(1'000'001, '\\')).turns.size(), 0U);
    const auto huge = mini("{\"status\":\"Submitted\",\"trajectories\":[{\"role\":\"user\",\"content\":\""
        + QByteArray(50'000'000, 'x') + "\"}]}");
    QCOMPARE(huge.turns.front().text.size(), 50'000'000);
    const auto zeros = mini(R"({"status":"Submitted","trajectories":[{"role":"user","content":"a\u0000b"}]})");
    QCOMPARE(zeros.turns.front().text, QStringLiteral("a b"));
}

void tst_Trajectories::readsEvents()
{
    const auto bundle = conversation(R"({"execution_status":"finished"})",
        {R"({"kind":"SystemPromptEvent","source":"agent","system_prompt":{"type":"text","text":"Be good."},"tools":[]})",
            message,
            R"({"kind":"ActionEvent","source":"agent","thought":[{"type":"text","text":"Think."}],"reasoning_content":"Deep.","action":{"kind":"FileEditorAction","command":"create","path":"/r/a.py","file_text":"x = 1"},"tool_name":"file_editor"})",
            R"({"kind":"ObservationEvent","source":"environment","tool_name":"file_editor","observation":{"kind":"FileEditorObservation","command":"create","new_content":"x = 1","content":[{"type":"text","text":"File created."}],"is_error":false
}
})",
            R"({"kind":"ActionEvent","source":"agent","thought":[],"action":{"kind":"FileEditorAction","command":"str_replace","path":"/r/a.py","old_str":"1","new_str":"2"}})",
            R"({"kind":"ObservationEvent","source":"environment","observation":{"output":"old style","error":"oops"}})",
            R"({"kind":"ActionEvent","source":"agent","thought":[],"tool_name":"x","tool_call":{"id":"1","name":"x","arguments":"{broken"}})",
            R"({"kind":"AgentErrorEvent","source":"agent","error":"no such tool"})",
            R"({"kind":"Condensation","source":"environment","summary":"so far"})",
            R"({"kind":"PauseEvent","source":"user"})", R"({"kind":"NewEvent","source":"environment","x":[1]})",
            R"({"kind":"MessageEvent","source":"agent","llm_message":{"role":"assistant","content":[{"type":"text","text":"Bye"}]}})"});
    QStringList lines;
    for (const auto &line : turnsOf(bundle.turns))
        lines.append(line.section(u' ', 0, 0) + u' ' + line.section(u' ', 2));
    QCOMPARE(lines,
        QStringList({QStringLiteral("system Be good."), QStringLiteral("user Go"),
            QStringLiteral("assistant Deep.|Think.|create|/r/a.py|x = 1"), QStringLiteral("tool File created."),
            QStringLiteral("assistant str_replace|/r/a.py|2"), QStringLiteral("tool old style|oops"),
            QStringLiteral("assistant x|{broken"), QStringLiteral("tool no such tool"),
            QStringLiteral("environment so far"), QStringLiteral("environment "),
            QStringLiteral("environment {\"kind\":\"NewEvent\",\"source\":\"environment\",\"x\":[1]}"),
            QStringLiteral("assistant Bye")}));
    QCOMPARE(trajectoryWarnings(bundle), QStringList());
}

void tst_Trajectories::endsConversation_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<QByteArray>("last");
    QTest::addColumn<QString>("answer");
    const QByteArray observed
        = R"({"kind":"ObservationEvent","observation":{"kind":"FinishObservation","content":[]}})";
    for (const auto *status : {"running", "stuck", "idle", "finished"})
        QTest::newRow(status) << QByteArray("{\"execution_status\":\"" + QByteArray(status) + "\"}") << message
                              << QStringLiteral("LimitsExceeded");
    QTest::newRow("finish") << QByteArray(R"({"execution_status":"finished"})") << finish
                            << QStringLiteral("Submitted");
    QTest::newRow("finish observed") << QByteArray(R"({"execution_status":"running"})") << observed
                                     << QStringLiteral("Submitted");
    QTest::newRow("finish before error") << QByteArray(R"({"execution_status":"error"})") << finish
                                         << QStringLiteral("Submitted");
    QTest::newRow("error") << QByteArray(R"({"execution_status":"error"})") << message << QStringLiteral("Error");
    QTest::newRow("paused") << QByteArray(R"({"execution_status":"paused"})") << message << QStringLiteral("Unknown");
    QTest::newRow("old key") << QByteArray(R"({"agent_status":"error"})") << message << QStringLiteral("Error");
    QTest::newRow("nothing said") << QByteArray("{}") << message << QStringLiteral("Unknown");
    QTest::newRow("cut state") << QByteArray(R"({"execution_status":"finished","stats":{)") << finish
                               << QStringLiteral("NoTrajectory");
    QTest::newRow("no state") << QByteArray() << finish << QStringLiteral("NoTrajectory");
    QTest::newRow("damaged last") << QByteArray(R"({"execution_status":"finished"})") << finish.chopped(3)
                                  << QStringLiteral("LimitsExceeded");
    QTest::newRow("unused nan") << QByteArray(R"({"execution_status":"error","cost":NaN})") << message
                                << QStringLiteral("Error");
}

void tst_Trajectories::endsConversation()
{
    QFETCH(QByteArray, state);
    QFETCH(QByteArray, last);
    QFETCH(QString, answer);
    const auto bundle = conversation(state, {message, last});
    QCOMPARE(ending(bundle), answer);
    QCOMPARE(bundle.turns.size(), 2U);
}

void tst_Trajectories::tellsGapsAndDamage()
{
    auto files = std::vector<std::pair<QString, QByteArray>>{{QStringLiteral("b/events/event-00000-0a.json"), message},
        {QStringLiteral("b/events/event-00002-0a.json"), "{"},
        {QStringLiteral("b/events/event-100000-0a.json"), message},
        {QStringLiteral("b/events/event-99999-0a.json"), ""},
        {QStringLiteral("b/base_state.json"), R"({"execution_status":"idle"})"},
        {QStringLiteral("a/events/event-00000-0b.json"), finish}};
    const auto bundle = bundleOf(files, anOpenHandsFolder);
    QCOMPARE(bundle.termination, Termination::LimitsExceeded);
    QStringList parts;
    for (const auto &part : bundle.document(DocumentKind::TrajectoryEvents)->parts)
        parts.append(part.path);
    QCOMPARE(parts, QStringList({files[0].first, files[1].first, files[3].first, files[2].first}));
    QCOMPARE(trajectoryWarnings(bundle),
        QStringList(
            {QStringLiteral("b: It counts as the first of 2 conversations (\"a\", \"b\"); the others are left out."),
                QStringLiteral(
                    "b/events/event-00002-0a.json: Event 1 is missing before it; the events after the gap are read."),
                QStringLiteral("b/events/event-00002-0a.json: It is cut or damaged, as 2 of 4 events are.")}));
}

void tst_Trajectories::sumsUsages()
{
    const auto bundle = conversation(R"({"execution_status":"idle","stats":{"usage_to_metrics":{
        "default":{"accumulated_token_usage":{"prompt_tokens":10,"completion_tokens":2.0}},
        "condenser":{"accumulated_token_usage":{"prompt_tokens":5}},"odd":{"accumulated_token_usage":null}}}})",
        {message});
    QCOMPARE(ending(bundle), QStringLiteral("LimitsExceeded 10+2 all 15+2"));
    QCOMPARE(
        ending(conversation(
            R"({"stats":{"usage_to_metrics":{"agent":{"accumulated_token_usage":{"prompt_tokens":5}}}}})", {message})),
        QStringLiteral("Unknown all 5+0"));
}

void tst_Trajectories::joinsEventFiles()
{
    const QList<QByteArray> events{message, " \n" + finish + "\n", "", "\xff\xfe"};
    const auto bundle = conversation("{}", events);
    const auto *document = bundle.document(DocumentKind::TrajectoryEvents);
    QCOMPARE(document->parts.size(), 4U);
    for (std::size_t i = 0; i < 4; ++i) {
        const auto &part = document->parts[i];
        QCOMPARE(document->bytes.sliced(part.offset, part.length), events[static_cast<qsizetype>(i)]);
        QCOMPARE(bundle.turns[i].offset, part.offset);
        QCOMPARE(bundle.turns[i].length, part.length);
    }
    QCOMPARE(document->path, QStringLiteral("ab12/events"));
    QCOMPARE(bundle.document(DocumentKind::TrajectoryState)->path, QStringLiteral("ab12/base_state.json"));
}

void tst_Trajectories::repairsInPlace()
{
    const auto line = [](const QByteArray &text) {
        const auto repaired = repairedJson(text);
        return QString::fromUtf8(repaired.bytes) + (repaired.wasJson ? u" json" : u" odd");
    };
    QCOMPARE(line(R"([NaN,-Infinity,1.5,true,null,1e5])"), QStringLiteral("[0  ,0        ,1.5,true,null,1e5] json"));
    QCOMPARE(
        line(R"(["\ud800","\ud83d\ude00","\udc00x"])"), QStringLiteral(R"(["\ufffd","\ud83d\ude00","\ufffdx"] json)"));
    QCOMPARE(line("[\"\xff\xc3\xa9\"]"), QStringLiteral("[\"?é\"] odd"));
    QCOMPARE(line("[\"a\tb\\x\\u12\"]"), QStringLiteral("[\"a b?x?u12\"] odd"));
    QCOMPARE(line("\"\\ud8"), QStringLiteral("\"?ud8 odd"));
}

QTEST_GUILESS_MAIN(tst_Trajectories)
#include "tst_trajectories.moc"
