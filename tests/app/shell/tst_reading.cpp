// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowfixture.h"

#include <charts/chartview.h>
#include <pages/figurepanel.h>
#include <pages/runheader.h>
#include <pages/runpage.h>
#include <pages/searchpanel.h>
#include <runview/assertionpanel.h>
#include <runview/codepane.h>
#include <runview/compareview.h>
#include <runview/turnlistview.h>
#include <shell/keyssheet.h>
#include <shell/quickopen.h>
#include <shell/readingdesk.h>
#include <tables/runtableview.h>

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QListView>
#include <QTabWidget>
#include <QTest>

using namespace Decayscope;

namespace {

constexpr int patience = 120'000;

} // namespace

/// Runs are read in the whole program: from a number down to the line of code, by keyboard alone.
class TestReading : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_study = Test::makeStudy(m_folder.path());
        QVERIFY(!m_study.isEmpty());
    }

    void init()
    {
        m_context = Test::openWindow(*qApp, m_study);
        QVERIFY(m_context);
    }

    void cleanup()
    {
        if (m_context)
            window().close();
        m_context.reset();
    }

    /// From the decay curve to the line of code behind a failing assertion and the turn that wrote it.
    void walksByKeyboardFromTheCurveToTheCode()
    {
        press(Qt::Key_1, Qt::ControlModifier);
        auto *chart = window().overviewPage()->decay()->chart();
        QVERIFY(tabTo(chart));
        press(Qt::Key_Right);
        press(Qt::Key_Right);
        press(Qt::Key_Return);
        QVERIFY(Test::waitForPage(window(), Page::Runs));
        QVERIFY(tabTo(window().runsPage()->table()));
        QVERIFY(readRunWithFailingHandler());

        auto *page = window().runPage();
        const auto *panel = page->assertions();
        const auto links = page->links();
        while (panel->currentRequest() < 0 || !links[static_cast<std::size_t>(panel->currentRequest())].handler)
            press(Qt::Key_N);
        const auto &link = links[static_cast<std::size_t>(panel->currentRequest())];
        QCOMPARE(page->code()->currentPath(), link.handler->route.handlerFile);
        QCOMPARE(page->code()->currentLine(), link.handler->route.handlerLine);
        QCOMPARE(page->panels()->currentWidget(), panel);

        QVERIFY(link.writer >= 0);
        press(Qt::Key_B);
        QCOMPARE(page->turns()->currentTurn(), link.writer);
        press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(page->place().turn, 0);
        press(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(page->place().turn, link.writer);
        QCOMPARE(Test::namelessWidgets(window()).join(u'\n'), QString());
    }

    void stepsThroughTurnsAndRuns()
    {
        read(firstRuns(3)[0]);
        auto *page = window().runPage();
        press(Qt::Key_J);
        press(Qt::Key_J);
        press(Qt::Key_K);
        QCOMPARE(page->turns()->currentTurn(), 1);
        const auto title = page->header()->title();
        press(Qt::Key_J, Qt::ShiftModifier);
        QVERIFY(QTest::qWaitFor([&] { return page->header()->title() != title && !window().isComputing(); }, patience));
        QCOMPARE(page->turns()->currentTurn(), 0);
        press(Qt::Key_K, Qt::ShiftModifier);
        QVERIFY(QTest::qWaitFor([&] { return page->header()->title() == title; }, patience));
    }

    void singleKeysAreTypedIntoFields()
    {
        read(firstRuns(1)[0]);
        auto *turns = window().runPage()->turns();
        press(Qt::Key_Slash);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("jkj"));
        QCOMPARE(turns->currentTurn(), 0);
        press(Qt::Key_Escape);
        press(Qt::Key_J);
        QCOMPARE(turns->currentTurn(), 1);
    }

    void linksLeadBack()
    {
        const auto run = firstRuns(2)[1];
        read(run);
        press(Qt::Key_J);
        press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const auto link = QGuiApplication::clipboard()->text();
        QVERIFY2(link.startsWith(u"decayscope:") && link.contains(u"turn=2"), qPrintable(link));
        press(Qt::Key_1, Qt::ControlModifier);
        press(Qt::Key_K, Qt::ControlModifier);
        window().quickOpen()->setQuery(link);
        press(Qt::Key_Return);
        QVERIFY(Test::waitForPage(window(), Page::Run));
        QCOMPARE(window().place().run->run, run);
        QCOMPARE(window().runPage()->turns()->currentTurn(), 1);
    }

    void findsWordsInAllRuns()
    {
        press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto *panel = window().searchPanel();
        panel->search(QStringLiteral("curl"));
        QVERIFY(QTest::qWaitFor([&] { return !panel->rows().isEmpty(); }, patience));
        QVERIFY2(panel->rows().first().contains(u"curl", Qt::CaseInsensitive), qPrintable(panel->rows().first()));
        panel->list()->setFocus();
        press(Qt::Key_Return);
        QVERIFY(Test::waitForPage(window(), Page::Run));
        panel->search(QStringLiteral("\"never closed"));
        QVERIFY(QTest::qWaitFor([&] { return panel->statusText().size() > 20; }, patience));
        QVERIFY(panel->rows().isEmpty());
    }

    void comparesMarkedRuns()
    {
        const auto runs = firstRuns(2);
        read(runs[0]);
        press(Qt::Key_X);
        read(runs[1]);
        press(Qt::Key_Equal);
        QVERIFY(Test::waitForPage(window(), Page::Compare));
        QVERIFY(QTest::qWaitFor([&] { return window().comparePage()->heads().size() == 2; }, patience));
        QVERIFY(!window().comparePage()->assertionLines().isEmpty());
    }

    void aChangedRunIsReadAnew()
    {
        const auto run = firstRuns(1)[0];
        read(run);
        press(Qt::Key_J);
        const auto lastFact = [this] { return window().runPage()->header()->facts().last(); };
        m_context->study().setExclusion({run}, QStringLiteral("not comparable"));
        QVERIFY(QTest::qWaitFor([&] { return lastFact() == u"excluded: not comparable"; }, patience));
        QCOMPARE(window().runPage()->turns()->currentTurn(), 1);
        m_context->study().setExclusion({run}, std::nullopt);
        QVERIFY(QTest::qWaitFor([&] { return lastFact() != u"excluded: not comparable"; }, patience));
    }

    void writesAPageForOthers()
    {
        read(firstRuns(1)[0]);
        const auto path = m_folder.filePath(QStringLiteral("run.html"));
        window().desk()->exportRun(path);
        QVERIFY(QTest::qWaitFor([&] { return QFile::exists(path); }, patience));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto page = file.readAll();
        QVERIFY(page.contains("</html>") && page.contains("id=\"turn-1\""));
    }

    void comesBackWhereItWasLeft()
    {
        const auto run = firstRuns(2)[1];
        read(run);
        press(Qt::Key_J);
        window().close();
        m_context.reset();
        m_context = Test::openWindow(*qApp, m_study);
        QVERIFY(m_context);
        QVERIFY(Test::waitForPage(window(), Page::Run));
        QCOMPARE(window().place().run->run, run);
        QVERIFY(QTest::qWaitFor([&] { return window().runPage()->turns()->currentTurn() == 1; }, patience));
    }

    void keysCanBeChanged()
    {
        read(firstRuns(1)[0]);
        auto *sheet = window().keysSheet();
        sheet->choose(Command::NextTurn);
        sheet->setKey(QKeySequence(Qt::Key_Q));
        press(Qt::Key_Q);
        QCOMPARE(window().runPage()->turns()->currentTurn(), 1);
        press(Qt::Key_J);
        QCOMPARE(window().runPage()->turns()->currentTurn(), 1);
        sheet->setKey(QKeySequence(Qt::Key_J));
    }

private:
    [[nodiscard]] MainWindow &window() { return m_context->window(); }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { Test::press(window(), key, modifiers); }

    /// As a person without a mouse comes to a widget; false when it is not to be reached.
    bool tabTo(QWidget *widget)
    {
        for (int step = 0; step < 200 && QApplication::focusWidget() != widget; ++step)
            press(Qt::Key_Tab);
        return QApplication::focusWidget() == widget;
    }

    [[nodiscard]] std::vector<RunId> firstRuns(std::size_t count)
    {
        std::vector<RunId> ids;
        for (const auto &run : m_context->study().snapshot()->runs) {
            if (ids.size() < count)
                ids.push_back(run.id);
        }
        return ids;
    }

    void read(RunId run)
    {
        window().desk()->read({.run = run});
        QVERIFY(QTest::qWaitFor(
            [&] {
                const auto &reading = window().runPage()->reading();
                return reading && reading->run.id == run && !window().isComputing();
            },
            patience));
        window().runPage()->turns()->setFocus();
    }

    /// Goes down the list until a run has a failing request whose handler and its writer are known.
    bool readRunWithFailingHandler()
    {
        for (int row = 0; row < window().runsPage()->table()->model()->rowCount(); ++row) {
            press(Qt::Key_Down);
            press(Qt::Key_Return);
            if (!Test::waitForPage(window(), Page::Run))
                return false;
            const auto &page = *window().runPage();
            for (std::size_t i = 0; i < page.links().size(); ++i) {
                if (page.links()[i].handler && page.links()[i].writer >= 0 && page.reading()->requests[i].failed > 0)
                    return true;
            }
            press(Qt::Key_3, Qt::ControlModifier);
            if (!tabTo(window().runsPage()->table()))
                return false;
        }
        return false;
    }

    QTemporaryDir m_folder;
    QString m_study;
    std::unique_ptr<AppContext> m_context;
};

int main(int argc, char **argv)
{
    const Test::FreshUser user;
    QApplication application(argc, argv);
    TestReading test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_reading.moc"
