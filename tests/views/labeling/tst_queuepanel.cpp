// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelwatch.h"

#include <labeling/familylist.h>
#include <labeling/inlinefield.h>
#include <labeling/plaintable.h>
#include <labeling/queuepanel.h>

#include <QAbstractItemModelTester>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

QueueItem item(const char *title, int seconds = 0)
{
    QueueItem item;
    item.title = QString::fromUtf8(title);
    item.state.milliseconds = seconds * 1000;
    return item;
}

/// Done, begun, skipped and flagged, to do.
QueueContent fourItems()
{
    QueueContent content{.title = u"Round 1"_s, .annotator = u"anna"_s, .annotators = {u"anna"_s, u"ben"_s}};
    auto done = item("express · L0", 40);
    done.state.committed = done.state.draft;
    auto begun = item("express · L1", 5);
    begun.state.draft.code = u"x"_s;
    auto skipped = item("flask · L2", 60);
    skipped.state.skipped = u"no log"_s;
    skipped.state.isFlagged = true;
    content.items = {done, begun, skipped, item("koa · L3")};
    return content;
}

} // namespace

class TestQueuePanel : public QObject
{
    Q_OBJECT

private slots:
    void rowsSayHowTheyStand();
    void filterKeepsTheItemAtHand();
    void headerSaysHowFar();
    void annotatorsAreChosenOrAdded();
    void enterOpensAnItem();
    void modelIsSound();
    void familiesAreChosen();
    void everyPartHasAName();
};

void TestQueuePanel::rowsSayHowTheyStand()
{
    QueuePanel panel;
    panel.setQueue(fourItems());
    QCOMPARE(panel.printed(),
        QStringList({u"1, express · L0, done"_s, u"2, express · L1, begun"_s, u"3, flask · L2, skipped, flagged"_s,
            u"4, koa · L3, to do"_s}));
}

void TestQueuePanel::filterKeepsTheItemAtHand()
{
    QueuePanel panel;
    auto content = fourItems();
    content.current = 1;
    panel.setQueue(content);
    panel.setPart(QueueProxy::Part::ToDo);
    QCOMPARE(panel.printed(), QStringList({u"2, express · L1, begun"_s, u"4, koa · L3, to do"_s}));
    QCOMPARE(panel.current(), 1);
    panel.setPart(QueueProxy::Part::Flagged);
    QCOMPARE(panel.printed(), QStringList{u"3, flask · L2, skipped, flagged"_s});
    content.items[3].state.isFlagged = true;
    panel.setQueue(content);
    QCOMPARE(panel.printed().size(), 2);
    QCOMPARE(panel.current(), 1);
}

void TestQueuePanel::headerSaysHowFar()
{
    QueuePanel panel;
    panel.setQueue(fourItems());
    QCOMPARE(panel.header()->progress(), u"2 of 4 done · 1 min an item · about 2 min left"_s);
    panel.setQueue({});
    QCOMPARE(panel.header()->progress(), u"0 of 0 done"_s);
}

void TestQueuePanel::annotatorsAreChosenOrAdded()
{
    QueuePanel panel;
    panel.setQueue(fourItems());
    panel.show();
    QSignalSpy chosen(&panel, &QueuePanel::annotatorChosen);
    auto *menu = panel.header()->findChild<QMenu *>();
    emit menu->aboutToShow();
    QStringList texts;
    for (const auto *action : menu->actions()) {
        if (!action->isSeparator())
            texts << (action->isChecked() ? u"✓ "_s : QString()) + action->text();
    }
    QCOMPARE(texts, QStringList({u"✓ anna"_s, u"ben"_s, u"Another annotator…"_s}));
    menu->actions().at(1)->trigger();
    QCOMPARE(chosen.takeFirst().first().toString(), u"ben"_s);
    menu->actions().last()->trigger();
    auto *field = panel.header()->findChild<InlineField *>();
    QTest::keyClicks(field, u"  carla  b "_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(chosen.takeFirst().first().toString(), u"carla b"_s);
}

void TestQueuePanel::enterOpensAnItem()
{
    QueuePanel panel;
    panel.setQueue(fourItems());
    panel.setPart(QueueProxy::Part::ToDo);
    QSignalSpy chosen(&panel, &QueuePanel::itemChosen);
    auto *list = panel.findChild<QListView *>();
    list->setCurrentIndex(list->model()->index(1, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toInt(), 3);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
}

void TestQueuePanel::modelIsSound()
{
    QueueModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows({{.title = u"a"_s}, {.title = u"b"_s}});
    QSignalSpy changed(&model, &QueueModel::dataChanged);
    model.setRows({{.title = u"a"_s}, {.title = u"b"_s, .state = QueueRow::State::Done}});
    QCOMPARE(changed.size(), 1);
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

void TestQueuePanel::familiesAreChosen()
{
    FamilyList list;
    QSignalSpy chosen(&list, &FamilyList::familyChosen);
    QSignalSpy sampled(&list, &FamilyList::sampleRequested);
    FailureFamily one{
        .id = u"1"_s, .title = u"3 of 9 failed · <TypeError>"_s, .signature = u"TypeError"_s, .failed = 3};
    one.violatedRules = {u"architecture"_s};
    one.runs.resize(2);
    FailureFamily two{.id = u"2"_s, .title = u"No log"_s};
    two.runs.resize(1);
    list.setFamilies({one, two});
    QCOMPARE(
        list.printed(), QStringList({u"3 of 9 failed · <TypeError> | 3 | architecture | 2"_s, u"No log | 0 |  | 1"_s}));
    QCOMPARE(list.details(), u"Last error: TypeError"_s);
    auto *table = list.findChild<PlainTable *>();
    table->selectRow(1);
    QCOMPARE(list.details(), u"Its logs name no error."_s);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<FailureFamily>().id, u"2"_s);
    list.findChildren<QPushButton *>().last()->click();
    QCOMPARE(sampled.size(), 1);
    list.setBusy(true);
    list.setBusy(false);
    QCOMPARE(list.printed().size(), 2);
}

void TestQueuePanel::everyPartHasAName()
{
    QueuePanel panel;
    panel.setQueue(fourItems());
    QCOMPARE(Test::namelessParts(panel).join(u"; "_s), QString());
    QCOMPARE(Test::namelessParts(FamilyList()).join(u"; "_s), QString());
}

QTEST_MAIN(TestQueuePanel)
#include "tst_queuepanel.moc"
