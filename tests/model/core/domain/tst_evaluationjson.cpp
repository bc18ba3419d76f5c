// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/evaluationjson.h>

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

HttpExchange anExchange(const QByteArray &answer)
{
    return {.group = u"Auth"_s,
        .name = u"Register"_s,
        .method = u"POST"_s,
        .url = u"http://localhost:8080/api/users"_s,
        .request = {.headers = {{"Content-Type", "application/json"}}, .body = "{}", .bodySize = 2},
        .status = 201,
        .reason = u"Created"_s,
        .answer = {.headers = {{"X-Odd", "caf\xE9"}, {"X-Odd", "again"}}, .body = answer, .bodySize = 5000},
        .milliseconds = 12,
        .error = {},
        .checks = {{.name = u"has \"user\""_s, .passed = true, .expected = u"a user"_s, .actual = u"a user"_s},
            {.name = u"status"_s, .passed = false, .expected = u"200"_s, .actual = u"201"_s}}};
}

EvaluationRecord aRecord()
{
    return {.program = u"1.2"_s,
        .sandbox = u"bubblewrap 0.12.0"_s,
        .runtime = u"uv"_s,
        .limits = {u"memory 4 GiB"_s},
        .steps = {{.step = EvaluationStep::SetUp,
            .outcome = StepOutcome::Failed,
            .milliseconds = 1234,
            .message = u"No such package."_s,
            .log = u"$ pip\nno"_s}},
        .server = {.healthy = true, .attempts = 3, .milliseconds = 512, .exitCode = 3, .ending = u"Exited."_s},
        .resources
        = {.memoryBytes = qint64{3} << 32, .processes = 7, .cpuMilliseconds = 99, .diskBytes = qint64{5} << 33},
        .suites = {{.suite = u"conduit"_s,
            .version = u"1"_s,
            .baseUrl = u"http://localhost:8080/api"_s,
            .exchanges = {anExchange("{\"user\":\"\xC3\xA4\"}"), anExchange(QByteArray("\x1f\x8b\x00\xff", 4))},
            .milliseconds = 77}}};
}

} // namespace

class TestEvaluationJson : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsReadBack()
    {
        const auto record = aRecord();
        const auto read = readEvaluation(evaluationDocument(record));
        QVERIFY(read);
        QVERIFY(*read == record);
        QCOMPARE(read->suites.front().passed(), 2);
        QCOMPARE(read->suites.front().total(), 4);
        QVERIFY(read->suites.front().exchanges.front().answer.isCut());
        QCOMPARE(read->step(EvaluationStep::SetUp)->milliseconds, 1234);
        QCOMPARE(read->step(EvaluationStep::Health), nullptr);
    }

    void anAbsentStatusStaysAbsent()
    {
        auto exchange = anExchange({});
        exchange.status.reset();
        exchange.error = u"Connection refused."_s;
        QVERIFY(exchangeFromJson(toJson(exchange)) == exchange);
    }

    void namesLeadBack()
    {
        for (const auto step : allEvaluationSteps)
            QCOMPARE(evaluationStepFromName(evaluationStepName(step)), step);
        QCOMPARE(evaluationStepFromName(u"elsewhere"), std::nullopt);
        QCOMPARE(stepOutcomeFromName(u"skipped"), StepOutcome::Skipped);
        QCOMPARE(stepOutcomeFromName(u""), std::nullopt);
    }

    void whatIsNoRecordIsDamaged()
    {
        for (const auto *text : {"", "[]", "{", "nonsense", "7"})
            QCOMPARE(readEvaluation(text).error().kind, ErrorKind::Damaged);
    }

    /// An entry of two bytes would be a request of hundreds.
    void endlessRecordsAreRefused()
    {
        const auto zeros = "[0" + QByteArray(",0").repeated(1'000'000) + "]";
        const QByteArrayList records{R"({"steps": )" + zeros + "}", R"({"suites": )" + zeros + "}",
            R"({"suites": [{"exchanges": )" + zeros + "}]}",
            R"({"suites": [{"exchanges": [{"checks": )" + zeros + "}]}]}",
            R"({"suites": [{"exchanges": [{"answer": {"headers": )" + zeros + "}}]}]}"};
        for (const auto &record : records)
            QCOMPARE(readEvaluation(record).error().kind, ErrorKind::Refused);
    }

    void oddRecordsAreReadAsFarAsTheyGo()
    {
        const auto read = readEvaluation(R"({"steps": [{"step": "dance", "outcome": 3}, 7], "suites": {"a": 1},
            "server": [], "resources": {"processes": "many"}, "limits": [1, "memory"]})");
        QVERIFY(read);
        QCOMPARE(read->steps.size(), 2U);
        QCOMPARE(read->steps.front().outcome, StepOutcome::Failed);
        QCOMPARE(read->suites.size(), 0U);
        QCOMPARE(read->limits, QStringList({QString(), u"memory"_s}));
    }
};

QTEST_GUILESS_MAIN(TestEvaluationJson)
#include "tst_evaluationjson.moc"
