// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shownturns.h"

#include <QTest>
#include <QToolButton>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

/// Finding in the turns of a run.
class TestTurnFind : public QObject
{
    Q_OBJECT

private slots:
    void hitsAreFound();
    void hitsInFoldedRowsAreOpened();
    void hitsInMarkdownAreFound();
    void hostileSearchEnds();
};

void TestTurnFind::hitsAreFound()
{
    Shown shown(aRun(100, 3));
    shown.view.setCurrentTurn(60);
    shown.type(u"END 1"_s); // Of turns 10, 12 to 18 and 100, counted by people.
    QVERIFY(QTest::qWaitFor([&] { return shown.view.findStatus() == u"6 of 6"; }, patience));
    QCOMPARE(shown.view.currentTurn(), 99);
    shown.view.findNext();
    QCOMPARE(shown.view.findStatus(), u"1 of 6"_s);
    QCOMPARE(shown.view.currentTurn(), 9);
    shown.view.findPrevious();
    QCOMPARE(shown.view.currentTurn(), 99);
    shown.type(u"nowhere"_s);
    QVERIFY(QTest::qWaitFor([&] { return shown.view.findStatus() == u"Not found"; }, patience));
    shown.view.closeBars();
    QCOMPARE(shown.view.findStatus(), QString());
}

void TestTurnFind::hitsInFoldedRowsAreOpened()
{
    Shown shown(aRun(10, 5000));
    shown.type(u"line 3456"_s);
    QVERIFY(QTest::qWaitFor([&] { return shown.view.findStatus() == u"1 of 5"; }, patience));
    QVERIFY(shown.texts().filter(u"L \u2026 3435 earlier lines"_s).size() == 1);
    QVERIFY(shown.texts().join(u'\n').contains(u"line 3456\n"));
}

void TestTurnFind::hitsInMarkdownAreFound()
{
    Shown shown(smallRun());
    shown.type(u"around"_s);
    QVERIFY(QTest::qWaitFor([&] { return shown.view.findStatus() == u"1 of 1"; }, patience));
    QCOMPARE(shown.view.currentTurn(), 1);
    shown.view.highlight(u"\"look\" AND app*"_s);
    QVERIFY(!shown.view.grab().isNull());
}

void TestTurnFind::hostileSearchEnds()
{
    auto run = aRun(50, 3);
    for (auto &turn : run)
        turn.parts.push_back({.kind = PartKind::Output, .text = QString(QString(3900, u'a') + u"!\n"_s).repeated(20)});
    Shown shown(run);
    for (auto *button : shown.view.findChildren<QToolButton *>()) {
        if (button->text() == u".*")
            button->click();
    }
    for (const auto &pattern : {u"(a+)+$"_s, u"(.*)*(.*)*x"_s, u"(((a*)*)*)*b"_s}) {
        shown.type(pattern);
        QVERIFY2(
            QTest::qWaitFor(
                [&] { return !shown.view.findStatus().isEmpty() && !shown.view.findStatus().startsWith(u"Search"); },
                patience),
            qPrintable(shown.view.findStatus()));
    }
    shown.type(u"(a"_s);
    QVERIFY(QTest::qWaitFor([&] { return shown.view.findStatus().contains(u"parenthesis"); }, patience));
}

QTEST_MAIN(TestTurnFind)
#include "tst_turnfind.moc"
