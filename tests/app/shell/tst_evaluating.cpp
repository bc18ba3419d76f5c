// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "madeupbench.h"
#include "windowfixture.h"

#include <domain/tasknaming.h>
#include <pages/evaluatepage.h>
#include <pages/evaluationform.h>
#include <pages/evaluationqueueview.h>
#include <pages/needsbanner.h>
#include <pages/runpage.h>
#include <pages/runtimespanel.h>
#include <pages/taskfield.h>
#include <runview/evaluationpanel.h>
#include <shell/evaluationdesk.h>
#include <shell/evaluationguess.h>
#include <shell/runtimeswindow.h>
#include <support/madeupevaluation.h>
#include <widgets/messagebar.h>

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 120'000;

QString guess(const QString &path)
{
    const auto made = guessFromPath(path, ContractBook::builtIn().tasks());
    const auto who
        = made.configuration ? QString(made.configuration->scaffold % u'/' % made.configuration->model) : u"nobody"_s;
    return QString((made.task ? made.task->name : u"nothing"_s) % u" by " % who);
}

} // namespace

/// Evaluating in the whole program, with a bench that makes evaluations up.
class TestEvaluating : public QObject
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
        auto bench = std::make_unique<Test::MadeUpBench>();
        m_bench = bench.get();
        desk().setBench(std::move(bench));
    }

    void cleanup()
    {
        if (m_context) {
            window().close();
            window().close();
        }
        m_context.reset();
    }

    void pathsTellTheirTask()
    {
        QCOMPARE(guess(u"/r/uv/openhands_sdk/atlas/flask-openapi-sqlite/2026-01-02/run_1"_s),
            u"flask-openapi-sqlite by openhands_sdk/atlas"_s);
        QCOMPARE(
            guess(
                u"/r/uv/mini_swe_sdk/atlas/flask-openapi-sqlite/2026/run_0/mini_swe_sdk-flask-openapi-sqlite.patch"_s),
            u"flask-openapi-sqlite by mini_swe_sdk/atlas"_s);
        QCOMPARE(guess(u"/tmp/openhands_sdk-koa-openapi-postgres-sequelize.patch"_s),
            u"koa-openapi-postgres-sequelize by nobody"_s);
        QCOMPARE(guess(u"koa-openapi-unconstrained/"_s), u"koa-openapi-unconstrained by nobody"_s);
        QCOMPARE(guess(u"/r/node/mini_swe_sdk/atlas/express-shelf-sqlite/2026-01-02/run_1"_s),
            u"express-shelf-sqlite by mini_swe_sdk/atlas"_s);
        QCOMPARE(guess(u"/tmp/flask-nowhere-sqlite"_s), u"nothing by nobody"_s);
        QCOMPARE(guess(u"/tmp/backend"_s), u"nothing by nobody"_s);
        QCOMPARE(guess({}), u"nothing by nobody"_s);
    }

    void aTypedPathTellsItsTaskUntilAnotherIsChosen()
    {
        openPage();
        const auto typed = [this](const QString &text) {
            QTest::keyClicks(QApplication::focusWidget(), text);
            return form().draft().task.name;
        };
        QCOMPARE(typed(u"/data/flask-openapi-sqlite"_s), u"flask-openapi-sqlite");
        QCOMPARE(typed(u"-sqlalchemy"_s), u"flask-openapi-sqlite-sqlalchemy");
        QCOMPARE(typed(u"-new"_s), QString());
        auto draft = form().draft();
        draft.task = *taskFromText(u"koa-openapi-unconstrained"_s);
        form().setDraft(draft);
        QCOMPARE(typed(u"/flask-openapi-sqlite"_s), u"koa-openapi-unconstrained");
    }

    void anEvaluationBecomesARunThatIsRead()
    {
        openPage();
        desk().takePaths({u"/data/koa-openapi-sqlite"_s});
        form().setDraft(withMaker(form().draft(), u"atlas-9"_s));
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_bench->asked.last(), u"add koa-openapi-sqlite run_0 of atlas-9"_s);
        const auto before = m_context->study().snapshot()->runs.size();
        m_bench->begin(1);
        m_bench->say(1, "installing\n");
        m_bench->finish(1);
        QVERIFY(QTest::qWaitFor([&] { return m_bench->evaluations().front().run.has_value(); }, patience));
        QVERIFY(QTest::qWaitFor([&] { return m_context->study().snapshot()->runs.size() == before + 1; }, patience));
        page().queue()->table()->setFocus();
        press(Qt::Key_Return);
        QVERIFY(Test::waitForPage(window(), Page::Run));
        QVERIFY(QTest::qWaitFor([&] { return window().runPage()->reading() != nullptr; }, patience));
        QCOMPARE(window().runPage()->reading()->run.key.configuration.model, u"atlas-9"_s);
        QVERIFY(window().runPage()->reading()->evaluation);
        auto *panels = window().runPage()->panels();
        QVERIFY(panels->isTabVisible(panels->indexOf(window().runPage()->evaluation())));
    }

    void trialsCountOn()
    {
        openPage();
        form().setDraft(withMaker(form().draft(), u"atlas-7"_s));
        desk().takePaths({u"/a/flask-openapi-unconstrained"_s, u"/b/flask-openapi-unconstrained"_s, u"/c/other"_s});
        QCOMPARE(m_bench->asked.filter(u"add"_s),
            QStringList({u"add flask-openapi-unconstrained run_0 of atlas-7"_s,
                u"add flask-openapi-unconstrained run_1 of atlas-7"_s}));
        QCOMPARE(form().draft().code, u"/c/other"_s);
        QCOMPARE(form().problem(), u"The name of 1 path does not tell its task. Choose it here."_s);
    }

    void whatIsMissingIsSaid()
    {
        openPage();
        form().setDraft({});
        form().request();
        QCOMPARE(form().problem(), u"Choose the folder or the patch with the code."_s);
        auto draft = form().draft();
        draft.code = u"/data/here"_s;
        form().setDraft(draft);
        form().task()->edit()->setText(u"flask-nowhere-sqlite"_s);
        form().request();
        QVERIFY2(form().problem().contains(u"flask-nowhere-sqlite") && form().problem().contains(u"shelf"),
            qPrintable(form().problem()));
        m_bench->refusesAll = true;
        desk().takePaths({u"/data/koa-openapi-sqlite"_s});
        form().setDraft(withMaker(form().draft(), u"atlas-9"_s));
        form().request();
        QCOMPARE(form().problem(), u"There is no such folder."_s);
        QCOMPARE(desk().unfinished(), 0);
    }

    void needsAreLookedForWhenThePageIsSeen()
    {
        press(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(Test::waitForPage(window(), Page::Overview));
        auto bench = std::make_unique<Test::MadeUpBench>();
        m_bench = bench.get();
        desk().setBench(std::move(bench));
        m_bench->needs = {{u"npm"_s, {}, {}}};
        QVERIFY(!m_bench->asked.contains(u"look"_s));
        openPage();
        QVERIFY(m_bench->asked.contains(u"look"_s));
        QVERIFY(page().needs()->text().contains(u"npm"));
    }

    void aRunningEvaluationHoldsTheWindowOnce()
    {
        openPage();
        desk().takePaths({u"/data/koa-openapi-sqlite"_s});
        form().request();
        m_bench->begin(1);
        QVERIFY(!window().close());
        QCOMPARE(window().messages()->text(),
            u"1 evaluation is not finished. Close the window again to stop it: it leaves no run."_s);
        QVERIFY(window().close());
    }

    void theSampleTakesNoRuns()
    {
        m_context->study().openSample();
        QVERIFY(QTest::qWaitFor([&] { return m_context->study().snapshot()->isSample; }, patience));
        openPage();
        QVERIFY(form().problem().startsWith(u"The sample cannot be changed."));
        form().request();
        QVERIFY(m_bench->asked.filter(u"add"_s).isEmpty());
    }

    void runtimesAreSeenAndKept()
    {
        openPage();
        window().commands().action(Command::Runtimes)->trigger();
        auto *runtimes = window().runtimesWindow();
        QCOMPARE(runtimes->panel()->list()->count(), 4);
        emit runtimes->panel()->changed({.name = u"uv"_s});
        emit runtimes->panel()->resetRequested(u"uv"_s);
        QCOMPARE(m_bench->asked.mid(m_bench->asked.size() - 2), QStringList({u"recipe uv"_s, u"reset uv"_s}));
        runtimes->close();
    }

    void everythingIsNamed()
    {
        openPage();
        desk().takePaths({u"/data/koa-openapi-sqlite"_s});
        form().request();
        m_bench->begin(1);
        QCOMPARE(Test::namelessWidgets(window()).join(u", "), QString());
    }

private:
    MainWindow &window() { return m_context->window(); }
    EvaluatePage &page() { return *window().evaluatePage(); }
    EvaluationForm &form() { return *page().form(); }
    EvaluationDesk &desk() { return *window().evaluationDesk(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { Test::press(window(), key, modifiers); }

    void openPage()
    {
        press(Qt::Key_8, Qt::ControlModifier);
        QVERIFY(Test::waitForPage(window(), Page::Evaluate));
    }

    static EvaluationDraft withMaker(EvaluationDraft draft, const QString &model)
    {
        draft.configuration = {u"manual"_s, model};
        return draft;
    }

    QTemporaryDir m_folder;
    QString m_study;
    std::unique_ptr<AppContext> m_context;
    Test::MadeUpBench *m_bench = nullptr;
};

int main(int argc, char **argv)
{
    const Decayscope::Test::FreshUser user;
    QApplication application(argc, argv);
    TestEvaluating test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_evaluating.moc"
