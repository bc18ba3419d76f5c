// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "glasslab.h"

#include <evaluation/evaluationqueue.h>

#include <QSignalSpy>
#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;

QString nameOf(EvaluationState state)
{
    constexpr std::array names{u"waiting", u"running", u"storing", u"done", u"failed", u"cancelled"};
    return QString::fromUtf16(names.at(static_cast<std::size_t>(state)));
}

QStringList printed(const EvaluationQueue &queue)
{
    QStringList lines;
    for (const auto &evaluation : queue.evaluations())
        lines.append(QString::number(evaluation.number) % u' ' % nameOf(evaluation.state));
    return lines;
}

EvaluationRequest aRequest()
{
    return GlassLab::request({}, {u"serve"_s});
}

/// A server that is waited for until its time is over.
EvaluationRequest aLongRequest()
{
    auto request = GlassLab::request({}, {u"serve deaf"_s});
    request.runtime.healthTries = 1000;
    return request;
}

} // namespace

class TestEvaluationQueue : public QObject
{
    Q_OBJECT

private slots:
    void runsOneAfterTheOther()
    {
        GlassLab lab;
        EvaluationQueue queue(lab.tools());
        queue.setParallel(1);
        storeWhatComes(queue);
        for (int i = 0; i < 3; ++i)
            queue.add(aRequest());
        QVERIFY(waitUntil(queue, {u"1 done"_s, u"2 done"_s, u"3 done"_s}));
        QCOMPARE(lab.sandbox().mostSessions(), 1);
        const auto &first = queue.evaluations().front();
        QCOMPARE(first.run, RunId{.value = 1});
        QCOMPARE(first.plannedRequests, 2);
        QCOMPARE(first.exchanges.size(), 2U);
        QCOMPARE(first.deepExchanges.size(), 1U);
        QCOMPARE(first.steps.back().outcome, StepOutcome::Done);
    }

    void runsSeveralAtATime()
    {
        GlassLab lab;
        EvaluationQueue queue(lab.tools());
        queue.setParallel(3);
        storeWhatComes(queue);
        for (int i = 0; i < 3; ++i)
            queue.add(aLongRequest());
        QVERIFY(QTest::qWaitFor([&] { return lab.sandbox().openSessions() == 3; }, patience));
        for (int i = 1; i <= 3; ++i)
            queue.cancel(i);
        QVERIFY(waitUntil(queue, {u"1 cancelled"_s, u"2 cancelled"_s, u"3 cancelled"_s}));
        QCOMPARE(lab.sandbox().openSessions(), 0);
    }

    void pausedItStartsNone()
    {
        GlassLab lab;
        EvaluationQueue queue(lab.tools());
        storeWhatComes(queue);
        queue.pause();
        queue.add(aRequest());
        queue.add(aRequest());
        QCOMPARE(printed(queue), QStringList({u"1 waiting"_s, u"2 waiting"_s}));
        queue.cancel(1);
        queue.resume();
        QVERIFY(waitUntil(queue, {u"1 cancelled"_s, u"2 done"_s}));
    }

    void whatFailedCanBeTriedAgain()
    {
        GlassLab lab;
        EvaluationQueue queue(lab.tools());
        storeWhatComes(queue);
        auto request = aRequest();
        request.code = WorkspaceFolder{u"/there/is/none"_s};
        queue.add(std::move(request));
        QVERIFY(waitUntil(queue, {u"1 failed"_s}));
        QCOMPARE(queue.evaluations().front().message, u"There is no folder \"/there/is/none\".");
        queue.retry(1);
        QVERIFY(queue.evaluations().front().message.isEmpty());
        QVERIFY(waitUntil(queue, {u"1 failed"_s}));
    }

    void whatCannotBeStoredFails()
    {
        GlassLab lab;
        EvaluationQueue queue(lab.tools());
        connect(&queue, &EvaluationQueue::finished, &queue,
            [&](int number) { queue.stored(number, failure(ErrorKind::ReadOnly, u"The study is read-only."_s)); });
        queue.add(aRequest());
        QVERIFY(waitUntil(queue, {u"1 failed"_s}));
        QCOMPARE(queue.evaluations().front().message, u"The study is read-only.");
    }

    void endedOnesCanBeForgotten()
    {
        GlassLab lab;
        EvaluationQueue queue(lab.tools());
        storeWhatComes(queue);
        const QSignalSpy forgotten(&queue, &EvaluationQueue::forgotten);
        queue.setParallel(1);
        queue.add(aLongRequest());
        queue.add(aRequest());
        queue.forget(1);
        queue.forget(2);
        queue.forget(9);
        QCOMPARE(printed(queue), QStringList({u"1 running"_s}));
        QCOMPARE(forgotten.size(), 1);
    }

    void goingItCancelsAndWaits()
    {
        GlassLab lab;
        {
            EvaluationQueue queue(lab.tools());
            queue.add(aLongRequest());
            QVERIFY(QTest::qWaitFor([&] { return lab.sandbox().openSessions() == 1; }, patience));
        }
        QCOMPARE(lab.sandbox().openSessions(), 0);
    }

private:
    static void storeWhatComes(EvaluationQueue &queue)
    {
        connect(&queue, &EvaluationQueue::finished, &queue,
            [&queue](int number) { queue.stored(number, RunId{.value = number}); });
    }

    static bool waitUntil(const EvaluationQueue &queue, const QStringList &states)
    {
        const bool isSo = QTest::qWaitFor([&] { return printed(queue) == states; }, patience);
        if (!isSo)
            qInfo() << printed(queue);
        return isSo;
    }
};

QTEST_GUILESS_MAIN(TestEvaluationQueue)
#include "tst_evaluationqueue.moc"
