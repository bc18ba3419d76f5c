// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowfixture.h"

#include <pages/evaluatepage.h>
#include <pages/evaluationdetail.h>
#include <pages/evaluationform.h>
#include <pages/evaluationqueueview.h>
#include <pages/runpage.h>
#include <runview/exchangepanel.h>
#include <runview/logtail.h>
#include <runview/steplist.h>
#include <shell/evaluationdesk.h>
#include <shell/sandboxbench.h>
#include <verifiers/bothverifiers.h>

#include <QApplication>
#include <QTabWidget>
#include <QTest>

#include <backends/pythonlab.h>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 300'000;

} // namespace

/// Real evaluations in sandboxes, asked for and watched in the window.
class TestEvaluatingForReal : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (const auto missing = Test::missingForPython(); !missing.isEmpty())
            QSKIP(qPrintable(u"Nothing is evaluated for real: "_s + missing));
        const auto study = Test::makeStudy(m_folder.path());
        QVERIFY(!study.isEmpty());
        m_context = Test::openWindow(*qApp, study);
        QVERIFY(m_context);
        desk().setBench(makeSandboxBench(bothVerifiers(), QStringLiteral(DECAYSCOPE_SUITE_FOLDER)));
        window().commands().action(Command::Evaluate)->trigger();
        QVERIFY(Test::waitForPage(window(), Page::Evaluate));
    }

    void cleanupTestCase()
    {
        if (!m_context)
            return;
        window().close();
        window().close();
        m_context.reset();
    }

    /// Two at a time, watched; the runs open in the viewer with everything that was recorded.
    void backendsBecomeRuns()
    {
        const auto before = m_context->study().snapshot()->runs.size();
        add(u"flask"_s);
        add(u"fastapi"_s);
        QVERIFY(QTest::qWaitFor([&] { return page().queue()->printed().size() == 2; }, patience));
        keep(u"evaluating-for-real-1"_s, [&] { return page().detail()->requests()->countText().contains(u" of 32 "); });
        QVERIFY(QTest::qWaitFor([&] { return desk().unfinished() == 0; }, patience));
        QTest::qWait(300); // The log is shown a moment later.
        qInfo().noquote() << page().queue()->printed().join(u'\n');
        qInfo().noquote() << page().detail()->steps()->printed().join(u'\n');
        QCOMPARE(page().queue()->summary(), u"0 at work · 0 waiting · 2 ended"_s);
        for (const auto &line : page().queue()->printed())
            QVERIFY2(line.contains(u"290 / 290"), qPrintable(line));
        QVERIFY(!page().detail()->log()->text().isEmpty());
        QCOMPARE(m_context->study().snapshot()->runs.size(), before + 2);
        keep(u"evaluating-for-real-2"_s, [] { return true; });
        page().queue()->requestRun();
        QVERIFY(Test::waitForPage(window(), Page::Run));
        QVERIFY(QTest::qWaitFor([&] { return window().runPage()->reading() != nullptr; }, patience));
        const auto reading = window().runPage()->reading();
        QCOMPARE(reading->run.passed, 290);
        QVERIFY(reading->evaluation);
        QCOMPARE(reading->evaluation->suites.size(), std::size_t{2});
        keep(u"evaluating-for-real-3"_s, [&] { return !window().isComputing(); });
    }

    /// What is cancelled leaves no run; what is evaluated again becomes one.
    void aCancelledOneLeavesNothing()
    {
        window().commands().action(Command::Evaluate)->trigger();
        const auto before = m_context->study().snapshot()->runs.size();
        add(u"flask"_s);
        QVERIFY(QTest::qWaitFor([&] { return page().queue()->printed().last().contains(u"at work"); }, patience));
        page().queue()->setCurrent(3);
        page().queue()->requestCancel();
        QVERIFY(QTest::qWaitFor([&] { return page().queue()->printed().last().contains(u"cancelled"); }, patience));
        QCOMPARE(desk().unfinished(), 0);
        QCOMPARE(m_context->study().snapshot()->runs.size(), before);
        page().queue()->requestRetry();
        QVERIFY(QTest::qWaitFor([&] { return m_context->study().snapshot()->runs.size() == before + 1; }, patience));
    }

private:
    MainWindow &window() { return m_context->window(); }
    EvaluatePage &page() { return *window().evaluatePage(); }
    EvaluationDesk &desk() { return *window().evaluationDesk(); }

    void add(const QString &name)
    {
        const auto &backend = Test::pythonBackend(name);
        page().form()->setDraft({.code = backend.folder(),
            .task = backend.task(),
            .configuration = {u"manual"_s, name},
            .network = SetUpNetwork::Nothing});
        page().form()->request();
        QCOMPARE(page().form()->problem(), QString());
    }

    /// A picture of the window as soon as something holds, where $DECAYSCOPE_SCREENSHOTS asks for pictures.
    template <typename Holds>
    void keep(const QString &name, Holds holds)
    {
        const auto folder = qEnvironmentVariable("DECAYSCOPE_SCREENSHOTS");
        if (folder.isEmpty())
            return;
        QVERIFY(QTest::qWaitFor(holds, patience));
        QVERIFY(window().grab().toImage().save(folder % u"/panel-" % name % u".png"));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<AppContext> m_context;
};

int main(int argc, char **argv)
{
    const Decayscope::Test::FreshUser user;
    QApplication application(argc, argv);
    TestEvaluatingForReal test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_evaluatingforreal.moc"
