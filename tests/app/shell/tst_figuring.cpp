// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowfixture.h"

#include <charts/chartview.h>
#include <exporting/figureexportdialog.h>
#include <figures/figurecatalogue.h>
#include <pages/figurecontrols.h>
#include <pages/figurepanel.h>
#include <pages/figurespage.h>
#include <pages/pricesdialog.h>
#include <shell/exportedfiles.h>
#include <shell/figuredesk.h>
#include <shell/figureexporter.h>
#include <shell/tablelookwords.h>
#include <tables/tableview.h>
#include <widgets/messagebar.h>

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QImage>
#include <QMimeData>
#include <QTableWidget>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 120'000;

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files, QDir::Name);
}

} // namespace

/// The Figures page: choosing, looking, exporting, and an exported figure dropped on the window again.
class TestFiguring : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto study = Test::makeStudy(m_folder.path());
        QVERIFY(!study.isEmpty());
        m_context = Test::openWindow(*qApp, study);
        QVERIFY(m_context);
        trigger(Command::Figures);
        QVERIFY(isCalm());
    }

    void showsEveryFigureThatNeedsNoLabels()
    {
        QStringList without;
        for (const auto &info : figureCatalogue()) {
            choose(info.name);
            if (!info.isOfLabels && page()->panel()->chart()->figure().series.empty())
                without << info.name;
            QCOMPARE(page()->chosenFigure(), info.name);
        }
        QCOMPARE(without, QStringList());
        QCOMPARE(Test::namelessWidgets(window()), QStringList());
    }

    void figuresAreReachedByKeys()
    {
        choose(u"decay"_s);
        trigger(Command::Figures);
        Test::press(window(), Qt::Key_Down);
        QVERIFY(isCalm());
        QCOMPARE(window().place().figure, figureCatalogue().at(1).name);
        trigger(Command::Back);
        QVERIFY(isCalm());
        QCOMPARE(page()->chosenFigure(), u"decay"_s);
    }

    void optionsChangeTheFigure()
    {
        choose(u"decay"_s);
        auto request = page()->controls()->request();
        QCOMPARE(page()->panel()->chart()->figure().panels, QStringList());
        request.facet = FigureFacet::Framework;
        emit page() -> controls()->chosen(request);
        QVERIFY(isCalm());
        QVERIFY(page()->panel()->chart()->figure().panels.size() > 1);
        trigger(Command::ScoreRaw);
        QVERIFY(isCalm());
        QVERIFY2(page()->panel()->chart()->figure().y.title.contains(u"raw"),
            qPrintable(page()->panel()->chart()->figure().y.title));
        trigger(Command::ScoreStrict);
        request.facet = FigureFacet::None;
        emit page() -> controls()->chosen(request);
        QVERIFY(isCalm());
    }

    void theTwinHoldsWhatIsDrawn()
    {
        choose(u"decay"_s);
        trigger(Command::DataTable);
        QVERIFY(page()->panel()->isTableShown());
        std::size_t points = 0;
        for (const auto &series : page()->panel()->chart()->figure().series)
            points += series.points.size();
        QCOMPARE(page()->panel()->table()->table().rows.size(), points);
        trigger(Command::DataTable);
    }

    void aPointLeadsToItsRuns()
    {
        choose(u"pass-vs-a"_s);
        auto *chart = page()->panel()->chart();
        chart->setFocus();
        Test::press(window(), Qt::Key_Right);
        Test::press(window(), Qt::Key_Return);
        QVERIFY(Test::waitForPage(window(), Page::Runs));
        QVERIFY(!window().place().originTitle.isEmpty());
        trigger(Command::Back);
        QVERIFY(isCalm());
    }

    /// Written in all formats, changed here, dropped on the window: shown as it was, and found to be the study's.
    void anExportedFigureComesBack()
    {
        choose(u"decay"_s);
        auto view = page()->panel()->chart()->view();
        view.hidden = {page()->panel()->chart()->figure().series.front().name};
        page()->panel()->chart()->setView(view);
        const auto path = exported(u"mine.pdf"_s);
        QCOMPARE(filesIn(m_out.path()),
            QStringList({u"mine.csv"_s, u"mine.pdf"_s, u"mine.png"_s, u"mine.svg"_s, u"mine.tex"_s}));
        for (const auto *suffix : {u".pdf", u".svg", u".png"}) {
            page()->panel()->chart()->setView({});
            choose(u"slope"_s);
            window().messages()->hide();
            window().takePaths({m_out.filePath(u"mine"_s + suffix)});
            QVERIFY(QTest::qWaitFor([&] { return !window().messages()->isHidden(); }, patience));
            QVERIFY(isCalm());
            QCOMPARE(window().messages()->text(), u"This study still gives the figure, value by value."_s);
            QCOMPARE(page()->chosenFigure(), u"decay"_s);
            QCOMPARE(page()->panel()->chart()->view().hidden, view.hidden);
            trigger(Command::ExportView);
            auto *dialog = window().figureDesk()->exporter()->dialog();
            QCOMPARE(dialog->recipe().caption, u"In my own words."_s);
            dialog->close();
        }
    }

    /// One run excluded: the same file is told to differ, and the run is named.
    void aChangedStudyIsTold()
    {
        const auto behind = page()->panel()->chart()->figure().series.back().points.front().runs;
        const auto run = *std::ranges::find_if(
            m_context->study().snapshot()->runs, [&](const Run &each) { return behind.accepts(each); });
        const auto revision = m_context->study().snapshot()->revision;
        m_context->study().setExclusion({run.id}, u"a trial"_s);
        QVERIFY(QTest::qWaitFor([&] { return m_context->study().snapshot()->revision != revision; }, patience));
        QVERIFY(isCalm());
        window().messages()->hide();
        window().figureDesk()->exporter()->verifyFile(m_out.filePath(u"mine.pdf"_s));
        QVERIFY(QTest::qWaitFor([&] { return !window().messages()->isHidden(); }, patience));
        const auto text = window().messages()->text();
        QVERIFY2(text.startsWith(u"The study gives this figure no longer: ") && text.contains(run.key.task)
                && text.contains(run.key.configuration.model),
            qPrintable(text));
        m_context->study().setExclusion({run.id}, std::nullopt);
    }

    void whatIsNoFigureIsSaid()
    {
        QFile file(m_out.filePath(u"other.pdf"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("%PDF-1.4 this is none");
        file.close();
        window().messages()->hide();
        window().takePaths({file.fileName()});
        QVERIFY(QTest::qWaitFor([&] { return !window().messages()->isHidden(); }, patience));
        QVERIFY2(window().messages()->text().contains(u"other.pdf"), qPrintable(window().messages()->text()));
    }

    void theClipboardTakesAPicture()
    {
        choose(u"decay"_s);
        trigger(Command::ExportView);
        auto *dialog = window().figureDesk()->exporter()->dialog();
        QVERIFY(dialog);
        emit dialog->clipboardRequested(dialog->recipe());
        QVERIFY(QGuiApplication::clipboard()->mimeData()->hasImage());
        QVERIFY2(!QGuiApplication::clipboard()->image().isNull(), qPrintable(dialog->message()));
        dialog->close();
    }

    void theOverviewsFiguresLeaveToo()
    {
        trigger(Command::Overview);
        QVERIFY(Test::waitForPage(window(), Page::Overview));
        trigger(Command::ExportView);
        auto *dialog = window().figureDesk()->exporter()->dialog();
        QVERIFY(dialog);
        QCOMPARE(dialog->recipe().figure, u"decay"_s);
        dialog->close();
        trigger(Command::Figures);
        QVERIFY(isCalm());
    }

    void pricesBelongToModels()
    {
        PricesDialog dialog({u"a"_s, u"b"_s}, {{u"b"_s, {.input = 1.5, .output = 6}}});
        dialog.table()->item(0, 1)->setText(u"0.25"_s);
        QCOMPARE(dialog.prices().size(), std::size_t{1});
        dialog.table()->item(0, 2)->setText(u"2"_s);
        const std::map<QString, TokenPrice> both{
            {u"a"_s, {.input = 0.25, .output = 2}}, {u"b"_s, {.input = 1.5, .output = 6}}};
        QCOMPARE(dialog.prices(), both);
    }

    void looksAreKeptAsWords()
    {
        QCOMPARE(lookWords({}), QStringList());
        const TableLook look{.interval = IntervalForm::PlusMinus, .boldBest = true, .paperExact = true, .notes = false};
        QCOMPARE(lookWords(look), QStringList({u"plusminus"_s, u"bold"_s, u"published"_s, u"no-notes"_s}));
        QCOMPARE(lookFromWords(lookWords(look)), look);
    }

private:
    [[nodiscard]] MainWindow &window() const { return m_context->window(); }
    [[nodiscard]] FiguresPage *page() const { return window().figuresPage(); }

    void trigger(Command command) const { window().commands().action(command)->trigger(); }

    [[nodiscard]] bool isCalm() const { return Test::waitForPage(window(), Page::Figures); }

    void choose(const QString &figure) const
    {
        emit page() -> figureChosen(figure);
        QVERIFY(isCalm());
    }

    /// Exports the figure in view in all formats, as the dialog would after its file has been chosen.
    QString exported(const QString &name)
    {
        trigger(Command::ExportView);
        auto *exporter = window().figureDesk()->exporter();
        auto recipe = exporter->dialog()->recipe();
        recipe.caption = u"In my own words."_s;
        const auto path = m_out.filePath(name);
        exporter->write(
            {.recipe = recipe,
                .parts = {ExportPart::Pdf, ExportPart::Svg, ExportPart::Png, ExportPart::Csv, ExportPart::Tex}},
            path);
        [&] {
            QVERIFY2(
                exporter->dialog()->message().startsWith(u"Written to "), qPrintable(exporter->dialog()->message()));
        }();
        exporter->dialog()->close();
        return path;
    }

    QTemporaryDir m_folder;
    QTemporaryDir m_out;
    std::unique_ptr<AppContext> m_context;
};

int main(int argc, char **argv)
{
    const Test::FreshUser user;
    QApplication application(argc, argv);
    TestFiguring test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_figuring.moc"
