// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <blinding/blinding.h>

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

const auto telling = u"made by gpt-5.4 in OpenHands"_s;
const auto blind = u"made by MASKED in MASKED"_s;

class OneTurn final : public TurnSource
{
public:
    [[nodiscard]] int count() const override { return 1; }
    [[nodiscard]] Turn outline(int index) const override { return {.index = index, .text = telling, .length = 9}; }
    [[nodiscard]] TurnContent turn(int) const override
    {
        const FileEdit edit{.path = u"/gpt/"_s + telling, .target = telling, .before = telling, .after = telling};
        return {.kind = TurnKind::Edit,
            .name = u"OpenHandsEvent"_s,
            .parts = {{.text = telling, .tool = telling, .callId = u"call-gpt-5"_s, .workingFolder = telling},
                {.callId = u"call_7"_s, .edit = edit}},
            .tokens = TokenCount{.input = 5},
            .cost = 0.5};
    }
    [[nodiscard]] QByteArray raw(int) const override { return R"({"text":"\nmade by gpt-5.4 in OpenHands"})"; }
};

std::shared_ptr<const RunReading> aReading()
{
    auto reading = std::make_shared<RunReading>();
    reading->run.id = RunId{7};
    reading->run.key = {u"uv"_s, {u"openhands_sdk"_s, u"gpt-5.4"_s}, u"flask-openapi-unconstrained"_s, u"2026"_s, 3};
    reading->origin = u"/data/gpt-5.4/run_3"_s;
    reading->requests
        = {{.name = telling, .url = telling, .assertions = {{telling, AssertionOutcome::Failed, telling}}}};
    reading->verdicts
        = {{.reason = telling, .violations = {{.file = telling, .reason = telling}}, .evidence = {telling}}};
    reading->syntaxVerdicts = reading->verdicts;
    reading->patch = {telling, telling.toUtf8()};
    reading->serverLog = {u"conduit.log"_s, telling.toUtf8()};
    reading->setupLog = {u"setup.log"_s, telling.toUtf8()};
    reading->warnings = {{telling, telling}};
    reading->turns = std::make_shared<OneTurn>();
    return reading;
}

HttpMessage aMessage()
{
    return {.headers = {{telling.toUtf8(), telling.toUtf8()}}, .body = telling.toUtf8(), .bodySize = 1000};
}

std::shared_ptr<const EvaluationRecord> aRecord()
{
    const HttpExchange exchange{.group = telling,
        .name = telling,
        .method = u"GET"_s,
        .url = telling,
        .request = aMessage(),
        .status = 200,
        .reason = telling,
        .answer = aMessage(),
        .error = telling,
        .checks = {{telling, false, telling, telling}}};
    return std::make_shared<EvaluationRecord>(EvaluationRecord{.program = telling,
        .sandbox = telling,
        .runtime = telling,
        .limits = {telling},
        .steps = {{.step = EvaluationStep::SetUp, .message = telling, .log = telling}},
        .server = {.healthy = true, .ending = telling},
        .suites = {{.suite = telling, .version = telling, .baseUrl = telling, .exchanges = {exchange}}}});
}

} // namespace

class TestBlindReading : public QObject
{
    Q_OBJECT

private slots:
    void nothingTells()
    {
        const auto read = blindReading(aReading(), IdentityMask({}, {}));
        QCOMPARE(read->run.id, RunId{7});
        QCOMPARE(read->run.key, (RunKey{u"uv"_s, {}, u"flask-openapi-unconstrained"_s, {}, 3}));
        QCOMPARE(read->origin, QString());
        const auto &request = read->requests.front();
        const auto &verdict = read->verdicts.front();
        QCOMPARE(read->syntaxVerdicts, read->verdicts);
        QCOMPARE(
            QStringList({request.name, request.url, request.assertions.front().name, request.assertions.front().message,
                verdict.reason, verdict.violations.front().file, verdict.violations.front().reason,
                verdict.evidence.front(), read->patch.path, QString::fromUtf8(read->patch.bytes),
                QString::fromUtf8(read->serverLog.bytes), QString::fromUtf8(read->setupLog.bytes),
                read->warnings.front().path, read->warnings.front().reason}),
            QStringList(14, blind));
        QCOMPARE(read->serverLog.path, u"conduit.log"_s);
    }

    void evaluationsAreMasked()
    {
        auto reading = std::make_shared<RunReading>(*aReading());
        reading->evaluation = aRecord();
        const auto read = blindReading(reading, IdentityMask({}, {}))->evaluation;
        QVERIFY(read);
        const auto &suite = read->suites.front();
        const auto &exchange = suite.exchanges.front();
        const auto &check = exchange.checks.front();
        QStringList said{read->program, read->sandbox, read->runtime, read->limits.front(), read->steps.front().message,
            read->steps.front().log, read->server.ending, suite.suite, suite.version, suite.baseUrl, exchange.group,
            exchange.name, exchange.url, exchange.reason, exchange.error, check.name, check.expected, check.actual};
        for (const auto &message : {exchange.request, exchange.answer}) {
            for (const auto &part : {message.headers[0].first, message.headers[0].second, message.body})
                said << QString::fromUtf8(part);
            QVERIFY(message.isCut());
        }
        QCOMPARE(said, QStringList(24, blind));
        QCOMPARE(exchange.answer.bodySize - exchange.answer.body.size(), 1000 - telling.size());
        QVERIFY(!blindReading(aReading(), IdentityMask({}, {}))->evaluation);
    }

    void turnsAreMaskedAsTheyAreRead()
    {
        const auto turns = blindReading(aReading(), IdentityMask({}, {}))->turns;
        QCOMPARE(turns->count(), 1);
        QCOMPARE(turns->outline(0).text, blind);
        QCOMPARE(turns->outline(0).length, 9);
        QCOMPARE(turns->raw(0), R"({"text":"\nmade by MASKED in MASKED"})");
        const auto turn = turns->turn(0);
        QVERIFY(turn.name.isEmpty() && !turn.cost);
        QCOMPARE(turn.kind, TurnKind::Edit);
        const auto &first = turn.parts.front();
        const auto &edit = *turn.parts.back().edit;
        QCOMPARE(QStringList({first.text, first.tool, first.workingFolder, edit.target, *edit.before, edit.after}),
            QStringList(6, blind));
        QCOMPARE(edit.path, u"/MASKED/"_s + blind);
        QCOMPARE(first.callId.size(), 16);
        QCOMPARE(turn.parts.back().callId, u"call_7"_s);
    }
};

QTEST_GUILESS_MAIN(TestBlindReading)
#include "tst_blindreading.moc"
