// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <runview/assertionpanel.h>
#include <runview/evaluationpanel.h>
#include <runview/exchangepanel.h>
#include <runview/exchangetext.h>
#include <runview/exchangeview.h>
#include <runview/logtail.h>
#include <runview/steplist.h>
#include <runview/stepmodel.h>
#include <support/madeupevaluation.h>

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

const auto task = Test::generationTask("express-openapi-sqlite");

QStringList printed(const HttpExchange &exchange)
{
    QStringList lines;
    for (const auto &line : exchangeLines(exchange))
        lines << line.text;
    return lines;
}

QString textOf(LogTail &log, QStringView words)
{
    return QTest::qWaitFor([&] { return log.text().contains(words); }) ? log.text() : u"never: "_s + log.text();
}

} // namespace

class TestExchange : public QObject
{
    Q_OBJECT

private slots:
    void anExchangeIsRead()
    {
        QCOMPARE(printed(Test::madeUpExchanges(4, 1).back()),
            QStringList({u"Checks"_s, u"✗ Status code is 200"_s, u"    expected  200"_s, u"    was       500"_s,
                u"✓ Response contains a body"_s, u"Request"_s, u"POST http://localhost:8080/api/articles"_s,
                u"Content-Type: application/json"_s, u"Authorization: Token eyJhbGciOi"_s, u"{"_s,
                u"  \"article\": {"_s, u"    \"title\": \"How to train your dragon\","_s,
                u"    \"description\": \"Ever wonder how?\","_s, u"    \"tagList\": ["_s, u"      \"dragons\""_s,
                u"    ]"_s, u"  }"_s, u"}"_s, u"Answer after 12 ms"_s, u"500 INTERNAL SERVER ERROR"_s,
                u"Content-Type: application/json"_s, u"{"_s, u"  \"errors\": {"_s, u"    \"body\": ["_s,
                u"      \"UNIQUE constraint failed: article.slug\""_s, u"    ]"_s, u"  }"_s, u"}"_s}));
    }

    void whatIsOddIsShownAsText()
    {
        HttpExchange exchange{.method = u"GET"_s, .url = u"http://x/\u202e\u0007"_s, .error = u"Reset by peer."_s};
        exchange.answer
            = {.headers = {{"X", "\x1b[31mred\r\nY: z"}}, .body = "\x1b]0;t\x07\xff<b>\u2029", .bodySize = 9000};
        exchange.status = 200;
        QCOMPARE(printed(exchange),
            QStringList({u"Request"_s, u"GET http://x/\ufffd␇"_s, u"no body"_s, u"Answer after 0 ms"_s, u"200"_s,
                u"Reset by peer."_s, u"X: ␛[31mred␍␊Y: z"_s, u"␛]0;t␇\ufffd<b>\ufffd"_s,
                u"… cut: the first 13 bytes of 8.79 KiB"_s}));
    }

    /// Nothing that a server sends makes more lines than can be shown.
    void endlessBodiesEnd()
    {
        HttpExchange exchange{.method = u"GET"_s, .status = 200};
        exchange.answer.body = QByteArray(65'536, '[');
        QVERIFY(exchangeLines(exchange).size() < 3100);
        exchange.answer.body = QByteArray(65'536, 'x');
        QVERIFY(exchangeLines(exchange).back().text.size() < 4100);
        exchange.answer.headers.assign(10'000, {"A", "b"});
        exchange.checks.assign(10'000, CheckResult{.name = u"c"_s});
        QVERIFY(exchangeLines(exchange).size() < 1800);
        ExchangeView view;
        view.setExchange(exchange);
        QVERIFY(view.document()->blockCount() < 1800);
    }

    void requestsFillIn()
    {
        ExchangePanel panel;
        const auto all = Test::madeUpExchanges(7, 1);
        panel.setExchanges({all.begin(), all.begin() + 3}, 7);
        const QAbstractItemModelTester tester(panel.tree()->model());
        QCOMPARE(panel.countText(), u"3 of 7 requests · 6 of 6 checks pass"_s);
        panel.tree()->setCurrentIndex(panel.tree()->model()->index(1, 0));
        panel.tree()->expand(panel.tree()->model()->index(1, 0));
        panel.setExchanges(all, 7);
        QCOMPARE(panel.countText(), u"7 requests · 13 of 14 checks pass"_s);
        QCOMPARE(panel.tree()->currentIndex().row(), 1);
        QVERIFY(panel.tree()->isExpanded(panel.tree()->model()->index(1, 0)));
        panel.setExchanges(Test::madeUpExchanges(2, 2), 0);
        QCOMPARE(panel.tree()->model()->rowCount(), 2);
    }

    void stepsSayWhatBecameOfThem()
    {
        StepModel model;
        const QAbstractItemModelTester tester(&model);
        const auto running = Test::runningEvaluation(1, task);
        model.setSteps(running.steps);
        StepList list;
        list.setSteps(running.steps, 3140);
        QCOMPARE(list.printed(),
            QStringList(
                {u"✓ Prepare 340 ms"_s, u"– Apply patch"_s, u"✓ Database 340 ms: PostgreSQL 17.6 takes connections."_s,
                    u"✓ Set up 12.4 s"_s, u"✓ Start server 340 ms"_s, u"✓ Health check 340 ms"_s, u"◔ Suite 3.1 s"_s,
                    u"○ Suite beside"_s, u"○ Verifiers"_s, u"○ Stop"_s}));
        model.setSteps(Test::doneEvaluation(1, task).steps);
        QCOMPARE(model.index(3).data(StepModel::OutcomeRole).toInt(), static_cast<int>(StepOutcome::Failed));
    }

    void theEndOfALogIsFollowed()
    {
        LogTail log;
        log.append("first\nsec");
        QCOMPARE(textOf(log, u"sec"), u"first\nsec"_s);
        log.append("ond\n\x1b[31mred\x1b[0m\ndown");
        QCOMPARE(textOf(log, u"down"), u"first\nsecond\nred\ndown"_s);
        log.append("load 10%\rload 99%\n");
        QCOMPARE(textOf(log, u"99"), u"first\nsecond\nred\nload 99% 10%\n"_s);
        log.append(QByteArray("x\n").repeated(400'000));
        log.append("end");
        QVERIFY(textOf(log, u"end").size() < 10'000);
        log.clear();
        QCOMPARE(log.text(), QString());
        QVERIFY(log.isFollowing());
    }

    void aRecordTellsItsFacts()
    {
        EvaluationPanel panel;
        const auto record = std::make_shared<EvaluationRecord>(Test::madeUpRecord(Test::doneEvaluation(1, task)));
        panel.setRecord(record);
        QCOMPARE(panel.facts().split(u'\n'),
            QStringList({u"Server: Healthy after 5.3 s · 2 health check(s)"_s, u"Its end: Stopped after the suites."_s,
                u"Suite: conduit 1.0: 61 of 64 checks pass in 640 ms"_s,
                u"Suite: conduit-deep 1.0: 38 of 40 checks pass in 910 ms — beside, not inside A%"_s,
                u"Used: 310.0 MiB memory at most · 21 process(es) · 22.0 s of CPU · 48.0 MiB written"_s,
                u"Limits: memory 4 GiB · 512 processes · 900 s a command"_s, u"Sandbox: bubblewrap 0.12.0"_s,
                u"Runtime: node"_s, u"Evaluated by: Decayscope"_s}));
        QCOMPARE(panel.beside()->countText(), u"beside, not inside A% · 20 requests · 38 of 40 checks pass"_s);
        panel.setRecord(nullptr);
        QCOMPARE(panel.facts(), QString());
    }

    /// Expected and actual of the chosen request stand below the list; its exchange is a link away.
    void anAssertionLeadsToItsExchange()
    {
        AssertionPanel panel;
        const auto done = Test::doneEvaluation(1, task);
        panel.setRequests(Test::madeUpBundle(done).requests);
        panel.setEvaluation(std::make_shared<EvaluationRecord>(Test::madeUpRecord(done)));
        panel.nextFailing();
        const auto labels = panel.findChildren<QLabel *>();
        const auto why
            = std::ranges::find_if(labels, [](const QLabel *label) { return label->text().contains(u"wire"); });
        QVERIFY(why != labels.end());
        QVERIFY((*why)->text().contains(u"expected <code>200</code>, was <code>500</code>"));
        QSignalSpy asked(&panel, &AssertionPanel::exchangeRequested);
        emit(*why)->linkActivated(u"wire"_s);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toInt(), 29);
    }
};

QTEST_MAIN(TestExchange)
#include "tst_exchange.moc"
