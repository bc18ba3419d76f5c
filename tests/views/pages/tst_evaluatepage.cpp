// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pages/evaluatepage.h>
#include <pages/evaluationdetail.h>
#include <pages/evaluationform.h>
#include <pages/evaluationqueueview.h>
#include <pages/needsbanner.h>
#include <pages/taskfield.h>
#include <runview/exchangepanel.h>
#include <runview/logtail.h>
#include <runview/steplist.h>
#include <support/madeupevaluation.h>

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

const auto flask = Test::generationTask("flask-openapi-clean_architecture-postgres-sqlalchemy");
const auto koa = Test::generationTask("koa-openapi-unconstrained");

EvaluationDraft aDraft()
{
    return {.code = u"/data/flask"_s, .task = flask, .configuration = {u"manual"_s, u"atlas-2"_s}};
}

/// Focusable widgets without a name.
QStringList nameless(const QWidget &page)
{
    QStringList found;
    for (auto *widget : page.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy())
            continue;
        auto *interface = QAccessible::queryAccessibleInterface(widget);
        if (interface && interface->text(QAccessible::Name).isEmpty())
            found << QString::fromLatin1(widget->metaObject()->className());
    }
    return found;
}

} // namespace

class TestEvaluatePage : public QObject
{
    Q_OBJECT

private slots:
    void aTaskIsFoundByTyping()
    {
        TaskField field;
        field.setTasks(generationTasks());
        QSignalSpy chosen(&field, &TaskField::taskChosen);
        QTest::keyClicks(field.edit(), u"koa l2 post"_s);
        QCOMPARE(field.offered(),
            QStringList({u"L2   koa · Clean Architecture · PostgreSQL"_s, u"L2   koa · PostgreSQL · Sequelize"_s}));
        QVERIFY(!field.task());
        field.edit()->setText(u"koa-openapi-unconstrained"_s);
        emit field.edit()->editingFinished();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(field.task()->name, u"koa-openapi-unconstrained"_s);
        QCOMPARE(field.edit()->text(), u"koa · no constraint"_s);
        field.edit()->end(false);
        QTest::keyClick(field.edit(), Qt::Key_Backspace);
        QVERIFY(!field.task());
        field.edit()->setText(u"flask l3 postgres"_s);
        emit field.edit()->editingFinished();
        QCOMPARE(field.task()->name, flask.name);
    }

    void tasksOfOtherContractsSaySo()
    {
        auto tasks = generationTasks();
        for (const auto *name : {"koa-shelf-sqlite", "koa-shelf-unconstrained"})
            tasks.push_back(*taskFromFolder(u"node"_s, QString::fromLatin1(name)));
        TaskField field;
        field.setTasks(tasks);
        QTest::keyClicks(field.edit(), u"koa l1 sqlite"_s);
        QCOMPARE(field.offered(), QStringList({u"L1   koa · SQLite"_s, u"L1   koa · shelf · SQLite"_s}));
        field.edit()->setText(u"koa shelf l0"_s);
        emit field.edit()->editingFinished();
        QCOMPARE(field.task()->name, u"koa-shelf-unconstrained"_s);
        QCOMPARE(field.edit()->text(), u"koa · shelf · no constraint"_s);
    }

    void theFormGivesWhatItWasGiven()
    {
        EvaluationForm form;
        form.setOffers({.tasks = generationTasks()});
        QSignalSpy changed(&form, &EvaluationForm::draftChanged);
        form.setDraft(aDraft());
        QCOMPARE(form.draft(), aDraft());
        const EvaluationDraft feature{.code = u"/x.patch"_s,
            .task = {TaskKind::Feature, u"express"_s, u"express"_s, u"hard-focused-task-001"_s, {}},
            .base = u"/repo"_s,
            .taskPatch = u"/task.patch"_s,
            .configuration = {u"manual"_s, u"manual"_s},
            .network = SetUpNetwork::Nothing,
            .deepSuite = false};
        form.setDraft(feature);
        QCOMPARE(form.draft(), feature);
        QCOMPARE(changed.size(), 0);
        QSignalSpy asked(&form, &EvaluationForm::addRequested);
        form.request();
        QCOMPARE(asked.size(), 1);
        form.setAddable(false);
        form.request();
        QCOMPARE(asked.size(), 1);
    }

    void theQueueSaysHowFarItIs()
    {
        EvaluatePage page;
        page.put(Test::waitingEvaluation(1, flask));
        page.put(Test::waitingEvaluation(2, koa));
        page.put(Test::runningEvaluation(1, flask));
        auto failed = Test::waitingEvaluation(3, koa);
        failed.state = EvaluationState::Failed;
        failed.message = u"bwrap is not installed."_s;
        page.put(failed);
        QCOMPARE(page.queue()->printed(),
            QStringList(
                {u"1 | L3  flask · Clean Architecture · PostgreSQL · SQLAlchemy | mini_swe_sdk · atlas-2 · run_0 | "
                 u"◔ at work | Suite · 3.1 s | 11 / 12 | 240.0 MiB"_s,
                    u"2 | L0  koa · no constraint | mini_swe_sdk · atlas-2 · run_1 | ○ waiting |  |  | "_s,
                    u"3 | L0  koa · no constraint | mini_swe_sdk · atlas-2 · run_2 | ✗ failed |  |  | "_s}));
        QCOMPARE(page.queue()->summary(), u"1 at work · 1 waiting · 1 ended"_s);
        QCOMPARE(page.queue()->current(), 1);
        QCOMPARE(page.detail()->requests()->countText(), u"6 of 32 requests · 11 of 12 checks pass"_s);
        QCOMPARE(page.detail()->resources(), u"240.0 MiB memory at most · 14 process(es) · 9.3 s of CPU"_s);
        page.queue()->setCurrent(3);
        QVERIFY(page.detail()->headline().endsWith(u"bwrap is not installed."));
        page.remove(3);
        QVERIFY(page.queue()->current() != 3);
    }

    void eachEvaluationHasItsLog()
    {
        EvaluatePage page;
        page.put(Test::waitingEvaluation(1, flask));
        page.put(Test::waitingEvaluation(2, koa));
        page.appendLog(1, "installing flask\n");
        page.appendLog(2, "installing koa\n");
        QVERIFY(QTest::qWaitFor([&] { return page.detail()->log()->text() == u"installing flask\n"_s; }));
        page.queue()->setCurrent(2);
        QVERIFY(QTest::qWaitFor([&] { return page.detail()->log()->text() == u"installing koa\n"_s; }));
    }

    void keysDoWhatButtonsDo()
    {
        EvaluatePage page;
        page.show();
        auto done = Test::doneEvaluation(1, flask);
        done.run = RunId{42};
        page.put(done);
        QSignalSpy opened(page.queue(), &EvaluationQueueView::runRequested);
        QSignalSpy forgotten(page.queue(), &EvaluationQueueView::forgetRequested);
        QSignalSpy cancelled(page.queue(), &EvaluationQueueView::cancelRequested);
        auto *table = page.queue()->table();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].value<RunId>(), RunId{42});
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(forgotten.size(), 1);
        page.queue()->requestCancel();
        QCOMPARE(cancelled.size(), 0);
    }

    void whatIsMissingIsNamed()
    {
        NeedsBanner banner;
        QCOMPARE(banner.text(), QString());
        banner.setNeeds({{u"bubblewrap"_s, u"Keeps what runs away from this system."_s, u"./bootstrap evaluation"_s},
            {u"npm"_s, {}, {}}});
        QCOMPARE(banner.text(),
            u"Missing on this system: bubblewrap, npm. The command ./bootstrap evaluation installs what evaluations need."_s);
        banner.setNeeds({});
        QCOMPARE(banner.text(), QString());
    }

    void everythingHasAName()
    {
        EvaluatePage page;
        page.resize(1200, 700);
        page.put(Test::doneEvaluation(1, flask));
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QCOMPARE(nameless(page).join(u", "), QString());
        auto draft = aDraft();
        draft.task = {TaskKind::Feature, u"express"_s, u"express"_s, u"hard-focused-task-001"_s, {}};
        page.form()->setDraft(draft);
        QCOMPARE(nameless(page).join(u", "), QString());
    }

    /// From the code to the button in the order of the form, by Tab alone.
    void theFormIsWalkedByTab()
    {
        EvaluatePage page;
        page.resize(1200, 700);
        page.form()->setDraft(aDraft());
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.form()->focusCode();
        QStringList walked;
        for (int i = 0; i < 12 && QApplication::focusWidget() != page.form()->addButton(); ++i) {
            auto *interface = QAccessible::queryAccessibleInterface(QApplication::focusWidget());
            walked << interface->text(QAccessible::Name);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(walked,
            QStringList({u"Code"_s, u"Browse for: Code"_s, u"Kind of task: Generation"_s, u"Task"_s, u"Scaffold"_s,
                u"Model"_s, u"Package registries"_s, u"Run the second suite beside it"_s}));
    }
};

QTEST_MAIN(TestEvaluatePage)
#include "tst_evaluatepage.moc"
