// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shownturns.h"

#include <runview/turnlistarea.h>
#include <runview/turnlistview.h>
#include <runview/turnstrip.h>
#include <trajectory/turndigest.h>

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

class TestTurnList : public QObject
{
    Q_OBJECT

private slots:
    void turnsAreShown();
    void withoutTurnsItSaysSo();
    void foldingKeepsThePlace();
    void groupsAreToggled();
    void hiddenTurnsComeWhenAskedFor();
    void rawFormIsShown();
    void theListWalks();
    void scrollingReachesBothEnds();
    void heightsSettleWithoutJumps();
    void keysWork();
    void largeTurnsComeLater();
    void muchIsRead();
    void linksLeadToCode();
    void textIsCopied();
    void courseIsSummed();
    void loopsAreNamed();
    void stateComesBack();
    void hostileTurnsAreShown();
    void readersOfTheScreenSeeItems();
};

void TestTurnList::turnsAreShown()
{
    Shown shown(smallRun());
    QCOMPARE(shown.texts(),
        QStringList({u"1 \u00bb Prompt"_s, u"T Build it."_s, u"2 $ Command"_s, u"T I look around."_s, u"$ ls"_s,
            u"3 \u2190 Output [exit 1]"_s, u"! app.js\nError at src/a.js:12:3"_s, u"4 \u00b1 Edit"_s,
            u"E create src/a.js   +3"_s, u"5 $ Command"_s, u"$ npm test"_s, u"6 \u2190 Output [exit 0]"_s,
            u"> line 1\nline 2\nline 3\nline 4\nline 5\nline 6\nline 7\nline 8"_s, u"L \u2026 29 more lines"_s,
            u"> line 38\nline 39\nline 40"_s}));
    const auto picture = shown.view.grab();
    QVERIFY(!picture.isNull());
}

void TestTurnList::withoutTurnsItSaysSo()
{
    Shown shown({});
    QCOMPARE(shown.view.currentTurn(), -1);
    QCOMPARE(shown.view.headerText(), u"No turns"_s);
    shown.view.nextTurn();
    shown.view.toggleFold();
    shown.view.toggleRaw();
    shown.view.foldAll(true);
    shown.view.setCurrentTurn(7);
    shown.type(u"x"_s);
    shown.view.findNext();
    shown.view.setTurns(nullptr);
    shown.view.closeBars();
    QVERIFY(!shown.view.grab().isNull());
}

void TestTurnList::foldingKeepsThePlace()
{
    Shown shown(aRun(40, 60));
    shown.view.setCurrentTurn(11);
    const int top = shown.area().visualRect(11).top();
    const int folded = shown.area().visualRect(11).height();
    shown.view.toggleFold();
    QCOMPARE(shown.area().visualRect(11).top(), top);
    QVERIFY(shown.area().visualRect(11).height() > folded);
    shown.view.toggleFold();
    QCOMPARE(shown.area().visualRect(11).height(), folded);
    shown.view.foldAll(false);
    QVERIFY(shown.area().visualRect(11).height() > folded);
    shown.view.foldAll(true);
    QCOMPARE(shown.area().visualRect(11).height(), folded);
}

void TestTurnList::groupsAreToggled()
{
    Shown shown(smallRun());
    shown.view.setShown(TurnListView::Group::Outputs, false);
    QCOMPARE(shown.texts().filter(u"Output"_s), QStringList());
    shown.view.setShown(TurnListView::Group::Tools, false);
    QCOMPARE(shown.texts(),
        QStringList({u"1 \u00bb Prompt"_s, u"T Build it."_s, u"2 $ Command"_s, u"T I look around."_s,
            u"4 \u00b1 Edit create src/a.js"_s, u"5 $ Command npm test"_s}));
    for (auto *button : shown.view.findChildren<QToolButton *>()) {
        if (button->text() == u"Tools" || button->text() == u"Outputs")
            button->click();
    }
    QCOMPARE(shown.texts().size(), 15);
    QVERIFY(shown.view.isShown(TurnListView::Group::Tools));
}

void TestTurnList::hiddenTurnsComeWhenAskedFor()
{
    Shown shown(smallRun());
    shown.view.setShown(TurnListView::Group::Outputs, false);
    shown.view.setCurrentTurn(2);
    QVERIFY(shown.texts().contains(u"3 \u2190 Output app.js [exit 1]"_s));
    shown.view.nextTurn();
    QCOMPARE(shown.view.currentTurn(), 3);
    QVERIFY(!shown.texts().join(u'|').contains(u"Output"));
    shown.view.previousTurn();
    QCOMPARE(shown.view.currentTurn(), 1);
}

void TestTurnList::rawFormIsShown()
{
    Shown shown(smallRun());
    shown.view.setCurrentTurn(1);
    shown.view.toggleRaw();
    QVERIFY(shown.texts().contains(u"{ {\n  \"parts\": [\n    \"I look **around**.\",\n    \"ls\"\n  ]\n}"_s));
    shown.view.toggleRaw();
    QVERIFY(shown.texts().contains(u"$ ls"_s));
}

void TestTurnList::theListWalks()
{
    Shown shown(aRun(200, 30));
    QSignalSpy turns(&shown.view, &TurnListView::currentTurnChanged);
    for (int i = 1; i < 200; ++i) {
        shown.view.nextTurn();
        const auto rect = shown.area().visualRect(i);
        QVERIFY2(rect.top() >= 0 && rect.bottom() < shown.area().viewport()->height(), qPrintable(QString::number(i)));
    }
    QCOMPARE(turns.size(), 199);
    shown.view.nextTurn();
    QCOMPARE(shown.view.currentTurn(), 199);
    QVERIFY2(shown.area().held().first <= 60, qPrintable(QString::number(shown.area().held().first)));
    for (int i = 198; i >= 0; --i) {
        shown.view.previousTurn();
        QVERIFY(shown.area().visualRect(i).top() >= 0);
    }
    QCOMPARE(shown.area().visualRect(0).top(), 0);
}

void TestTurnList::scrollingReachesBothEnds()
{
    Shown shown(aRun(300, 30), false);
    auto *bar = shown.area().verticalScrollBar();
    for (int i = 0; i < 5; ++i)
        bar->setValue(bar->maximum());
    QCOMPARE(shown.area().lastVisible(), 299);
    QCOMPARE(shown.area().visualRect(299).bottom(), shown.area().viewport()->height() - 1);
    QCOMPARE(bar->value(), bar->maximum());
    bar->setValue(bar->maximum() / 2);
    QVERIFY(shown.area().firstVisible() > 100);
    QVERIFY(shown.area().lastVisible() < 200);
    bar->setValue(0);
    QCOMPARE(shown.area().visualRect(0).top(), 0);
    QVERIFY2(shown.source->reads < 120, qPrintable(QString::number(shown.source->reads.load())));
}

void TestTurnList::heightsSettleWithoutJumps()
{
    Shown shown(aRun(100, 4), false);
    shown.view.setCurrentTurn(50);
    const auto before = shown.area().visualRect(50);
    shown.view.setDigest(std::make_shared<const TrajectoryDigest>(digestOf(*shown.source, {})));
    QTest::qWait(50);
    QCOMPARE(shown.area().visualRect(50).top(), before.top());
    shown.view.resize(500, 500);
    QCOMPARE(shown.area().visualRect(50).top(), before.top());
    shown.view.setShown(TurnListView::Group::Metadata, false);
    QCOMPARE(shown.area().visualRect(50).top(), before.top());
}

void TestTurnList::keysWork()
{
    Shown shown(smallRun());
    shown.area().setFocus();
    QTest::keyClick(&shown.area(), Qt::Key_End);
    QCOMPARE(shown.view.currentTurn(), 5);
    QTest::keyClick(&shown.area(), Qt::Key_Space);
    QVERIFY(shown.texts().contains(u"L Show less"_s));
    QTest::keyClick(&shown.area(), Qt::Key_Home);
    QCOMPARE(shown.view.currentTurn(), 0);
    QTest::keyClick(&shown.area(), Qt::Key_Down);
    QCOMPARE(shown.view.currentTurn(), 1);
    QTest::keyClick(&shown.area(), Qt::Key_Up);
    QCOMPARE(shown.view.currentTurn(), 0);
    shown.view.openGoTo();
    auto *number = shown.view.findChildren<QLineEdit *>().at(1);
    QTest::keyClicks(number, u"99"_s);
    QTest::keyClick(number, Qt::Key_Return);
    QCOMPARE(shown.view.currentTurn(), 0);
    QTest::keyClicks(number, u"4"_s);
    QTest::keyClick(number, Qt::Key_Return);
    QCOMPARE(shown.view.currentTurn(), 3);
    QVERIFY(!number->isVisible());
    QSignalSpy code(&shown.view, &TurnListView::codeRequested);
    QTest::keyClick(&shown.area(), Qt::Key_Return);
    QCOMPARE(code.value(0), QVariantList({u"src/a.js"_s, 0}));
}

void TestTurnList::largeTurnsComeLater()
{
    auto run = aRun(6, 3);
    run[3] = anOutput(lines(1'000'000) + u"\nthe very end"_s);
    Shown shown(run, false);
    QVERIFY(shown.texts().join(u'\n').contains(u"Reading"));
    QVERIFY(QTest::qWaitFor([&] { return shown.texts().contains(u"L \u2026 999990 more lines"_s); }, patience));
    shown.view.setCurrentTurn(3);
    shown.view.toggleFold();
    QVERIFY(QTest::qWaitFor(
        [&] {
            return shown.texts().contains(u"L \u2026 999701 more lines"_s)
                || shown.texts().join(u'\n').contains(u"line 20\n");
        },
        patience));
    shown.type(u"the very end"_s);
    QVERIFY(QTest::qWaitFor([&] { return shown.view.findStatus() == u"1 of 1"; }, patience));
    QVERIFY(
        QTest::qWaitFor([&] { return shown.texts().join(u'\n').contains(u"line 1000000\nthe very end"); }, patience));
    shown.view.toggleRaw();
    QVERIFY(QTest::qWaitFor([&] { return shown.texts().join(u'\n').contains(u"\"parts\""); }, patience));
    QVERIFY2(shown.area().held().second < 30'000'000, qPrintable(QString::number(shown.area().held().second)));
}

void TestTurnList::muchIsRead()
{
    auto run = aRun(2000, 2);
    const auto filler = u"some output that nobody reads, line after line after line\n"_s.repeated(1100);
    for (auto &turn : run)
        turn.parts.back().text.append(filler);
    Shown shown(run, false);
    QVERIFY2(shown.source->reads < 30, qPrintable(QString::number(shown.source->reads.load())));
    for (int i = 0; i < 300; ++i)
        shown.view.nextTurn();
    QVERIFY2(shown.area().held().first <= 60, qPrintable(QString::number(shown.area().held().first)));
    QVERIFY2(shown.area().held().second < 30'000'000, qPrintable(QString::number(shown.area().held().second)));
    shown.type(u"step1999"_s);
    QVERIFY(QTest::qWaitFor([&] { return shown.view.findStatus() == u"1 of 1"; }, patience));
    QCOMPARE(shown.view.currentTurn(), 1998);
}

void TestTurnList::linksLeadToCode()
{
    Shown shown(smallRun());
    QSignalSpy code(&shown.view, &TurnListView::codeRequested);
    shown.view.setCurrentTurn(2);
    shown.area().followMainLink();
    QCOMPARE(code.value(0), QVariantList({u"src/a.js"_s, 12}));
    const auto edit = shown.area().visualRect(3);
    QTest::mouseClick(
        shown.area().viewport(), Qt::LeftButton, {}, QPoint(edit.left() + 120, edit.top() + edit.height() * 6 / 10));
    QCOMPARE(shown.view.currentTurn(), 3);
    QCOMPARE(code.value(1), QVariantList({u"src/a.js"_s, 0}));
}

void TestTurnList::textIsCopied()
{
    Shown shown(smallRun());
    QSignalSpy copied(&shown.view, &TurnListView::copied);
    shown.view.setCurrentTurn(1);
    shown.view.copySelection();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"I look **around**.\nls"_s);
    shown.area().copyParts(PartKind::Command);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"ls"_s);
    const auto rect = shown.area().visualRect(1);
    auto *viewport = shown.area().viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, rect.topLeft() + QPoint(2, 2));
    QTest::mouseMove(viewport, rect.bottomRight() - QPoint(20, 14));
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, rect.bottomRight() - QPoint(20, 14));
    QCOMPARE(shown.area().selectedText(), u"I look around.\nls"_s);
    QTest::keyClick(&shown.area(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"I look around.\nls"_s);
    QCOMPARE(copied.size(), 3);
}

void TestTurnList::courseIsSummed()
{
    auto run = smallRun();
    for (size_t i = 0; i < run.size(); ++i) {
        run[i].time = 1'700'000'000'000 + static_cast<qint64>(i) * 65'000;
        run[i].tokens = TokenCount{.input = 1000, .output = 100};
        run[i].cost = 0.01;
    }
    Shown shown(run);
    QCOMPARE(shown.view.headerText(), u"Turn 1 of 6 \u00b7 1.1k tokens \u00b7 $0.010 \u00b7 0.0 s"_s);
    shown.view.setCurrentTurn(3);
    QCOMPARE(shown.view.headerText(), u"Turn 4 of 6 \u00b7 4.4k tokens \u00b7 $0.040 \u00b7 3 min 15 s"_s);
    QVERIFY2(shown.texts().contains(u"4 \u00b1 Edit | +1 min 5 s \u00b7 1.0k in, 100 out \u00b7 $0.010"_s),
        qPrintable(shown.texts().join(u'\n')));
}

void TestTurnList::loopsAreNamed()
{
    std::vector<TurnContent> run;
    for (int i = 0; i < 12; ++i)
        run.push_back(i % 2 == 0 ? aCommand({}, u"npm start"_s) : anOutput(u"crashed"_s, 1));
    Shown shown(run);
    const auto said = shown.view.strip()->summary();
    QVERIFY2(said.contains(u"6 errors") && said.contains(u"loop: npm start"), qPrintable(said));
    QSignalSpy turns(&shown.view, &TurnListView::currentTurnChanged);
    QTest::mouseClick(shown.view.strip(), Qt::LeftButton, {}, QPoint(10, shown.view.strip()->height() - 8));
    QCOMPARE(shown.view.currentTurn(), 11);
}

void TestTurnList::stateComesBack()
{
    Shown shown(smallRun());
    shown.view.setShown(TurnListView::Group::Outputs, false);
    const auto state = shown.view.state();
    TurnListView other;
    other.restoreState("nonsense");
    QVERIFY(other.isShown(TurnListView::Group::Outputs));
    other.restoreState(state);
    QVERIFY(!other.isShown(TurnListView::Group::Outputs));
    QCOMPARE(other.state(), state);
}

void TestTurnList::hostileTurnsAreShown()
{
    std::vector<TurnContent> run;
    for (const auto &text : {QString(), QString(200'000, u'\n'), u"\x1b[31m"_s.repeated(20'000),
             QString(100'000, QChar(0xd800)), QString(50'000, QChar(0x202e)), u"> "_s.repeated(6000),
             QString(90'000, QChar(0x0300)), u"|a|b|\n|-|-|\n"_s.repeated(900)}) {
        for (const auto kind : {PartKind::Text, PartKind::Reasoning, PartKind::Command, PartKind::Output,
                 PartKind::Error, PartKind::Edit, PartKind::Image, PartKind::Raw}) {
            TurnContent turn;
            turn.role = TurnRole::Assistant;
            turn.parts.push_back({.kind = kind, .text = text});
            run.push_back(turn);
        }
    }
    Shown shown(run);
    shown.view.foldAll(false);
    for (int i = 0; i < static_cast<int>(run.size()); ++i) {
        shown.view.setCurrentTurn(i);
        shown.view.grab();
    }
    QCOMPARE(shown.view.currentTurn(), static_cast<int>(run.size()) - 1);
}

void TestTurnList::readersOfTheScreenSeeItems()
{
    Shown shown(smallRun());
    auto *list = QAccessible::queryAccessibleInterface(&shown.area());
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), 6);
    QStringList items;
    for (int i = 0; i < list->childCount(); ++i)
        items.append(list->child(i)->text(QAccessible::Name));
    QCOMPARE(items,
        QStringList({u"1, Prompt: Build it."_s, u"2, Command: ls"_s, u"3, Output: app.js"_s,
            u"4, Edit: create src/a.js"_s, u"5, Command: npm test"_s, u"6, Output: line 1"_s}));
    QCOMPARE(list->child(2)->role(), QAccessible::ListItem);
    QVERIFY(list->child(0)->state().selected);
    list->child(2)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(shown.view.currentTurn(), 2);
    QVERIFY(list->child(9) == nullptr);
    for (auto *widget : shown.view.findChildren<QWidget *>()) {
        auto *seen = QAccessible::queryAccessibleInterface(widget);
        if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible())
            QVERIFY2(seen && !seen->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
    }
}

QTEST_MAIN(TestTurnList)

#include "tst_turnlist.moc"
