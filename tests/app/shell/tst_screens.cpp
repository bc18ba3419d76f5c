// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "madeupbench.h"
#include "windowfixture.h"

#include <exporting/bundledialog.h>
#include <exporting/reportdialog.h>
#include <labeling/labelpanel.h>
#include <labeling/queuepanel.h>
#include <pages/analysespage.h>
#include <pages/evaluatepage.h>
#include <pages/evaluationdetail.h>
#include <pages/evaluationform.h>
#include <pages/evaluationqueueview.h>
#include <pages/figurespage.h>
#include <pages/importpanel.h>
#include <pages/labelpage.h>
#include <pages/runpage.h>
#include <pages/searchpanel.h>
#include <pages/sidespage.h>
#include <pages/tasksdetail.h>
#include <pages/tasksmatrix.h>
#include <pages/taskspage.h>
#include <pages/verifiercaselist.h>
#include <pages/verifiermatrix.h>
#include <pages/verifierspage.h>
#include <runview/assertionpanel.h>
#include <runview/evaluationpanel.h>
#include <runview/exchangepanel.h>
#include <runview/exchangeview.h>
#include <runview/logview.h>
#include <shell/commandpalette.h>
#include <shell/commands.h>
#include <shell/evaluationdesk.h>
#include <shell/figuredesk.h>
#include <shell/figureexporter.h>
#include <shell/handbook.h>
#include <shell/keyssheet.h>
#include <shell/publishingdesk.h>
#include <shell/quickopen.h>
#include <shell/readingdesk.h>
#include <shell/verifierstrip.h>

#include <QApplication>
#include <QComboBox>
#include <QImage>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

using namespace Decayscope;

namespace {

struct Screen
{
    const char *name;
    Command command;
};

constexpr std::array screens{Screen{"overview", Command::Overview}, Screen{"tables", Command::Tables},
    Screen{"figures", Command::Figures}, Screen{"analyses", Command::Analyses},
    Screen{"differences", Command::Differences}, Screen{"runs", Command::Runs}, Screen{"run", Command::Run},
    Screen{"compare", Command::Compare}, Screen{"label", Command::Label}, Screen{"agreement", Command::Agreement},
    Screen{"evaluate", Command::Evaluate}, Screen{"verifiers", Command::Verifiers}, Screen{"tasks", Command::Tasks}};

} // namespace

/// Draws every page at two sizes, light and dark. The pictures are kept where $DECAYSCOPE_SCREENSHOTS names a folder;
/// $DECAYSCOPE_SCREENSHOT_STORE names another study than the sample.
class TestScreens : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_context = Test::openWindow(*qApp, qEnvironmentVariable("DECAYSCOPE_SCREENSHOT_STORE"));
        QVERIFY(m_context);
        readWorstRun();
    }

    void draws_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        for (const auto size : {QSize(1280, 800), QSize(1920, 1080)}) {
            for (const bool dark : {false, true})
                QTest::addRow("%d %s", size.width(), dark ? "dark" : "light") << size << dark;
        }
    }

    void draws()
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        auto &window = m_context->window();
        window.commands().action(dark ? Command::SchemeDark : Command::SchemeLight)->trigger();
        window.resize(size);
        QVERIFY(QTest::qWaitFor([&] { return (window.palette().color(QPalette::Base).lightness() < 128) == dark; }));
        for (const auto &screen : screens) {
            window.commands().action(screen.command)->trigger();
            QVERIFY(QTest::qWaitFor([&] { return !window.isComputing(); }, 120'000));
            QTest::qWait(50); // Texts of other widths are laid out when events run.
            const auto image = window.grab().toImage();
            QCOMPARE(image.size(), size * window.devicePixelRatio());
            QVERIFY((image.pixelColor(2, 2).lightness() < 128) == dark);
            if (const auto folder = qEnvironmentVariable("DECAYSCOPE_SCREENSHOTS"); !folder.isEmpty())
                QVERIFY(image.save(QStringLiteral("%1/%2-%3-%4.png")
                        .arg(folder, QString::fromLatin1(screen.name))
                        .arg(size.width())
                        .arg(dark ? u"dark" : u"light")));
        }
    }

    void drawsReading_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    /// What stands beside the assertions of a run, a conversation, and a search.
    void drawsReading()
    {
        QFETCH(bool, dark);
        auto &window = m_context->window();
        const auto trigger = [&](Command command) { window.commands().action(command)->trigger(); };
        const QString suffix = dark ? QStringLiteral("-dark") : QString();
        trigger(dark ? Command::SchemeDark : Command::SchemeLight);
        window.resize(1280, 800);
        readWorstRun();
        trigger(Command::NextViolation);
        keep(window, QStringLiteral("violations") + suffix);
        window.runPage()->panels()->setCurrentWidget(window.runPage()->serverLog());
        trigger(Command::CodeAtTurn);
        keep(window, QStringLiteral("log") + suffix);
        readConversation();
        keep(window, QStringLiteral("conversation") + suffix);
        trigger(Command::SearchRuns);
        window.searchPanel()->search(QStringLiteral("error"));
        QVERIFY(QTest::qWaitFor([&] { return !window.searchPanel()->rows().isEmpty(); }, 120'000));
        keep(window, QStringLiteral("search") + suffix);
        trigger(Command::SearchPanel);
        trigger(Command::QuickOpen);
        window.quickOpen()->setQuery(QStringLiteral("flask run_1"));
        keep(window, QStringLiteral("quickopen") + suffix);
        window.quickOpen()->hide();
        trigger(Command::Shortcuts);
        keep(*window.keysSheet(), QStringLiteral("keys") + suffix);
        window.keysSheet()->close();
    }

    void drawsLabelling_data() { drawsReading_data(); }

    void drawsLabelling()
    {
        QFETCH(bool, dark);
        auto &window = m_context->window();
        const QString suffix = dark ? QStringLiteral("-dark") : QString();
        window.commands().action(dark ? Command::SchemeDark : Command::SchemeLight)->trigger();
        window.resize(1280, 800);
        makeWritable();
        window.commands().action(Command::Label)->trigger();
        auto *page = window.labelPage();
        page->openView(LabelPage::View::Queue);
        emit page->queue()->annotatorChosen(QStringLiteral("Ada"));
        emit page->queue()->itemChosen(dark ? 4 : 3);
        QVERIFY(QTest::qWaitFor([&] { return !window.isComputing() && page->run()->reading(); }, 120'000));
        for (int i = 0; i < 2; ++i)
            page->panel()->clearChoice();
        page->panel()->chooseNumber(5);
        page->run()->nextFailing();
        page->run()->showWriter();
        emit page->panel()->evidenceAtFocusRequested();
        keep(window, QStringLiteral("labelling") + suffix);
        for (const auto &[view, name] : {std::pair(LabelPage::View::Samples, QStringLiteral("samples")),
                 std::pair(LabelPage::View::Families, QStringLiteral("families")),
                 std::pair(LabelPage::View::Codebook, QStringLiteral("codebook"))}) {
            page->openView(view);
            QVERIFY(QTest::qWaitFor([&] { return !window.isComputing(); }, 120'000));
            keep(window, name + suffix);
        }
        page->openView(LabelPage::View::Queue);
        emit page->queue()->itemChosen(4);
        QVERIFY(QTest::qWaitFor([&] { return !window.isComputing(); }, 120'000));
        page->panel()->showDefinition();
        keep(window, QStringLiteral("definition") + suffix);
        page->panel()->showDefinition();
        window.commands().action(Command::ItemHistory)->trigger();
        emit page->panel()->historyRequested();
        keep(window, QStringLiteral("history") + suffix);
        window.commands().action(Command::Tables)->trigger();
        emit window.tablesPage()->tableChosen(QStringLiteral("taxonomy"));
        QVERIFY(QTest::qWaitFor([&] { return !window.isComputing(); }, 120'000));
        keep(window, QStringLiteral("taxonomy") + suffix);
    }

    void drawsEvaluating_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << QSize(1280, 800) << false;
        QTest::newRow("dark") << QSize(1280, 800) << true;
        QTest::newRow("wide") << QSize(1920, 1080) << false;
    }

    /// Evaluations made up by the test: what is missing, a queue at work, a failed one, a feature task, a run.
    void drawsEvaluating()
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        auto &window = m_context->window();
        const auto suffix = dress(size, dark);
        makeWritable();
        auto owned = std::make_unique<Test::MadeUpBench>();
        auto *bench = owned.get();
        bench->needs = {{QStringLiteral("PostgreSQL 16 or newer"), QStringLiteral("Serves runs that need it."), {}},
            {QStringLiteral("npm"), QStringLiteral("Sets Node projects up."), {}}};
        window.evaluationDesk()->setBench(std::move(owned));
        window.commands().action(Command::Evaluate)->trigger();
        keep(window, QStringLiteral("evaluate-needs") + suffix);
        bench->needs.clear();
        bench->lookForNeeds();
        auto *form = window.evaluatePage()->form();
        for (const auto *path : {"/data/generated/flask-openapi-clean_architecture-postgres-sqlalchemy",
                 "/data/generated/koa-openapi-unconstrained", "/data/generated/express-openapi-sqlite-sequelize",
                 "/data/generated/django-openapi-postgres", "/data/generated/fastify-openapi-clean_architecture"}) {
            window.evaluationDesk()->takePaths({QString::fromLatin1(path)});
            form->request();
        }
        bench->begin(1);
        bench->begin(2);
        bench->finish(3);
        bench->cancel(4);
        bench->say(1,
            "\x1b[32m+\x1b[0m flask==3.1.0\n\x1b[32m+\x1b[0m sqlalchemy==2.0.38\n * Running on http://0.0.0.0:8080\n");
        window.evaluatePage()->queue()->setCurrent(1);
        QVERIFY(QTest::qWaitFor([&] { return bench->evaluations()[2].run.has_value(); }, 120'000));
        keep(window, QStringLiteral("evaluate-running") + suffix);
        auto *detail = window.evaluatePage()->detail();
        detail->tabs()->setCurrentIndex(2);
        QTest::qWait(200);
        keep(window, QStringLiteral("evaluate-log") + suffix);
        detail->tabs()->setCurrentIndex(0);
        window.evaluatePage()->queue()->setCurrent(3);
        auto *tree = detail->requests()->tree();
        tree->setCurrentIndex(tree->model()->index(31, 0));
        tree->expand(tree->currentIndex());
        detail->requests()->setWireShown(true);
        keep(window, QStringLiteral("evaluate-done") + suffix);
        detail->requests()->setWireShown(false);
        form->setDraft({.code = QStringLiteral("/data/feature/openhands_sdk.patch"),
            .task = {TaskKind::Feature, QStringLiteral("express"), QStringLiteral("express"),
                QStringLiteral("hard-focused-task-001"), {}},
            .base = QStringLiteral("/data/repositories/express"),
            .taskPatch = QStringLiteral("/data/feature/task.patch"),
            .configuration = {QStringLiteral("openhands_sdk"), QStringLiteral("atlas-2")}});
        keep(window, QStringLiteral("evaluate-feature") + suffix);
        window.desk()->read({.run = *bench->evaluations()[2].run});
        QVERIFY(
            QTest::qWaitFor([&] { return !window.isComputing() && window.runPage()->reading()->evaluation; }, 120'000));
        window.runPage()->nextFailing();
        keep(window, QStringLiteral("evaluated-assertions") + suffix);
        emit window.runPage()->assertions()->exchangeRequested(window.runPage()->assertions()->currentRequest());
        keep(window, QStringLiteral("evaluated-exchange") + suffix);
        window.runPage()->openPanel(window.runPage()->evaluation());
        keep(window, QStringLiteral("evaluated-steps") + suffix);
        window.runPage()->evaluation()->showBeside();
        keep(window, QStringLiteral("evaluated-beside") + suffix);
        m_context->study().undoImport(m_context->study().imports().front().id);
    }

    void drawsVerifying_data() { drawsEvaluating_data(); }

    /// The verifiers that differ, runs judged late, and a run by the verifiers that read code.
    void drawsVerifying()
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        auto &window = m_context->window();
        const auto suffix = dress(size, dark);
        window.commands().action(Command::ScoreSyntax)->trigger();
        window.commands().action(Command::Verifiers)->trigger();
        auto *page = window.verifiersPage();
        const auto isCalm = [&] { return !window.isComputing(); };
        QVERIFY(QTest::qWaitFor(isCalm, 120'000));
        keep(window, QStringLiteral("verifiers") + suffix);
        page->matrix()->setFocus();
        page->matrix()->setCurrentIndex(page->matrix()->model()->index(0, 4));
        QVERIFY(QTest::qWaitFor(isCalm, 120'000));
        page->cases()->setFocus();
        window.judgingStrip()->setProgress(740, 2184);
        page->setWork(QStringLiteral("Runs are being judged: 740 of 2,184."));
        keep(window, QStringLiteral("verifiers-cell") + suffix);
        page->setWork({});
        window.judgingStrip()->hide();
        emit page->cases()->caseActivated();
        QVERIFY(QTest::qWaitFor([&] { return window.place().page == Page::Run && isCalm(); }, 120'000));
        keep(window, QStringLiteral("verifiers-run") + suffix);
        window.commands().action(Command::Overview)->trigger();
        QVERIFY(QTest::qWaitFor(isCalm, 120'000));
        keep(window, QStringLiteral("verifiers-overview") + suffix);
        window.commands().action(Command::ScoreStrict)->trigger();
    }

    void drawsTasks_data() { drawsEvaluating_data(); }

    /// A task with everything, its prompt opened, and beside its sibling.
    void drawsTasks()
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        auto &window = m_context->window();
        const auto suffix = dress(size, dark);
        window.commands().action(Command::Tasks)->trigger();
        const auto isCalm = [&] { return !window.isComputing(); };
        QVERIFY(QTest::qWaitFor(isCalm, 120'000));
        auto *page = window.tasksPage();
        page->matrix()->setFocus();
        page->matrix()->setCurrentIndex(page->matrix()->model()->index(1, 8));
        keep(window, QStringLiteral("tasks-task") + suffix);
        window.commands().action(Command::CompareTask)->trigger();
        keep(window, QStringLiteral("tasks-compare") + suffix);
        window.commands().action(Command::CompareTask)->trigger();
        page->contracts()->setCurrentIndex(page->contracts()->count() - 1);
        keep(window, QStringLiteral("tasks-contract") + suffix);
        page->contracts()->setCurrentIndex(0);
    }

    void drawsFigures_data() { drawsEvaluating_data(); }

    /// Every figure of the catalogue, and the export dialog over one.
    void drawsFigures()
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        auto &window = m_context->window();
        const auto suffix = dress(size, dark);
        window.commands().action(Command::Figures)->trigger();
        const auto isCalm = [&] { return !window.isComputing(); };
        for (const auto &info : figureCatalogue()) {
            emit window.figuresPage()->figureChosen(info.name);
            QVERIFY(QTest::qWaitFor(isCalm, 120'000));
            QTest::qWait(50);
            keep(window, u"figure-" + info.name + suffix);
        }
        emit window.figuresPage()->figureChosen(QStringLiteral("decay"));
        QVERIFY(QTest::qWaitFor(isCalm, 120'000));
        window.commands().action(Command::ExportView)->trigger();
        auto *dialog = window.figureDesk()->exporter()->dialog();
        QVERIFY(dialog);
        QVERIFY(QTest::qWaitFor([&] { return !dialog->isChecking(); }, 30'000));
        QTest::qWait(300);
        keep(*dialog, QStringLiteral("figure-export") + suffix);
        dialog->close();
    }

    void drawsAnalyses_data() { drawsEvaluating_data(); }

    /// Every analysis of the catalogue, differences task by task and assertion by assertion, and what leaves as a
    /// whole.
    void drawsAnalyses()
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        auto &window = m_context->window();
        const auto suffix = dress(size, dark);
        const auto trigger = [&](Command command) { window.commands().action(command)->trigger(); };
        const auto isCalm = [&] { return !window.isComputing(); };
        trigger(Command::Analyses);
        for (const auto &info : analysisCatalogue()) {
            emit window.analysesPage()->analysisChosen(info.name);
            QVERIFY(QTest::qWaitFor(isCalm, 120'000));
            QTest::qWait(50);
            keep(window, u"analysis-" + info.name + suffix);
        }
        trigger(Command::Differences);
        QVERIFY(QTest::qWaitFor(isCalm, 120'000));
        auto *tabs = window.sidesPage()->tabs();
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            keep(window, QStringLiteral("differences-%1").arg(tab) + suffix);
        }
        trigger(Command::BuildBundle);
        keep(*window.publishingDesk()->bundleDialog(), QStringLiteral("bundle") + suffix);
        window.publishingDesk()->bundleDialog()->close();
        trigger(Command::WriteReport);
        keep(*window.publishingDesk()->reportDialog(), QStringLiteral("report") + suffix);
        window.publishingDesk()->reportDialog()->close();
    }

    /// What is not seen until it is asked for.
    void drawsPanels()
    {
        auto &window = m_context->window();
        const auto trigger = [&](Command command) { window.commands().action(command)->trigger(); };
        trigger(Command::SchemeLight);
        trigger(Command::Overview);
        window.resize(1280, 800);
        trigger(Command::Styles);
        keep(window, QStringLiteral("styles"));
        trigger(Command::Styles);
        window.importPanel()->setReport({.importId = 1,
            .imported = 2160,
            .refused = {{QStringLiteral("results/uv/notes.zip"),
                QStringLiteral("The archive holds a path that climbs out of it.")}},
            .warnings = {{QStringLiteral("results/uv/mini_swe_sdk/atlas/run_1"),
                QStringLiteral("The report is cut after 193 of 290 assertions.")}},
            .runs = 2184,
            .seconds = 27.4,
            .bytes = 690'000'000});
        trigger(Command::ImportPanel);
        keep(window, QStringLiteral("import"));
        trigger(Command::ImportPanel);
        trigger(Command::DataTable);
        keep(window, QStringLiteral("datatable"));
        trigger(Command::DataTable);
        trigger(Command::Runs);
        emit window.runsPage()->filterChosen({.frameworks = {QStringLiteral("flask"), QStringLiteral("koa")},
            .levels = {2, 3},
            .outcomes = {RunOutcome::TestsPassedButViolating, RunOutcome::TestsFailed}});
        QVERIFY(QTest::qWaitFor([&] { return !window.isComputing(); }, 120'000));
        trigger(Command::CommandPalette);
        window.palettePopup()->setQuery(QStringLiteral("import"));
        keep(window, QStringLiteral("palette"));
        window.palettePopup()->hide();
        trigger(Command::ClearFilter);
        trigger(Command::Handbook);
        auto *handbook = window.findChild<HandbookWindow *>();
        handbook->showPage(QStringLiteral("What the numbers mean"));
        keep(*handbook, QStringLiteral("handbook"));
        handbook->close();
    }

private:
    void makeWritable()
    {
        if (!m_context->study().snapshot()->isReadOnly)
            return;
        m_context->study().copyStudy(m_folder.filePath(QStringLiteral("copy.decayscope")));
        QVERIFY(QTest::qWaitFor([&] { return !m_context->study().snapshot()->isReadOnly; }, 120'000));
    }

    /// The run page shows a run with failing assertions and violations, the compare page that one and another.
    void readWorstRun()
    {
        auto &window = m_context->window();
        const auto study = m_context->study().snapshot();
        const auto worst = std::ranges::find_if(study->runs, [](const Run &run) {
            return run.newestDate && run.verdicts.architecture == Verdict::Violated && run.failed > 0 && run.passed > 0;
        });
        QVERIFY(worst != study->runs.end());
        window.desk()->compare({study->runs.front().id, worst->id});
        QVERIFY(QTest::qWaitFor([&] { return !window.isComputing(); }, 120'000));
        window.desk()->read({.run = worst->id});
        QVERIFY(QTest::qWaitFor([&] { return window.runPage()->reading() && !window.isComputing(); }, 120'000));
        window.runPage()->nextFailing();
        window.runPage()->showWriter();
    }

    /// A run of another scaffold that went badly, in its middle.
    void readConversation()
    {
        auto &window = m_context->window();
        const auto study = m_context->study().snapshot();
        const auto run = std::ranges::find_if(study->runs, [](const Run &one) {
            return one.key.configuration.scaffold == u"openhands_sdk" && one.termination == Termination::LimitsExceeded;
        });
        QVERIFY(run != study->runs.end());
        window.desk()->read({.run = run->id, .turn = 40});
        QVERIFY(QTest::qWaitFor(
            [&] { return window.runPage()->reading()->run.id == run->id && !window.isComputing(); }, 120'000));
    }

    QTemporaryDir m_folder; ///< For a study that may be changed.

    /// Gives the window a size and a scheme; what they are called in the names of pictures.
    [[nodiscard]] QString dress(QSize size, bool dark)
    {
        auto &window = m_context->window();
        window.commands().action(dark ? Command::SchemeDark : Command::SchemeLight)->trigger();
        window.resize(size);
        if (size.width() > 1280)
            return QStringLiteral("-wide");
        return dark ? QStringLiteral("-dark") : QString();
    }

    static void keep(QWidget &widget, const QString &name)
    {
        QTest::qWait(50); // For layouts of panels that have just been opened.
        const auto image = widget.grab().toImage();
        QVERIFY(!image.isNull());
        if (const auto folder = qEnvironmentVariable("DECAYSCOPE_SCREENSHOTS"); !folder.isEmpty())
            QVERIFY(image.save(folder % u"/panel-" % name % u".png"));
    }

    std::unique_ptr<AppContext> m_context;
};

int main(int argc, char **argv)
{
    const Decayscope::Test::FreshUser user;
    QApplication application(argc, argv);
    TestScreens test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_screens.moc"
