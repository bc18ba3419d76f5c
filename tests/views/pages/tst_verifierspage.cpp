// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <labeling/plaintable.h>
#include <pages/runheader.h>
#include <pages/scorechoice.h>
#include <pages/verifiercaselist.h>
#include <pages/verifierfindings.h>
#include <pages/verifierimpactwords.h>
#include <pages/verifiermatrix.h>
#include <pages/verifierspage.h>
#include <support/arun.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Decayscope;
using namespace Qt::StringLiterals;
using Test::aRun;

namespace {

Run judged(Run run, std::optional<RunVerdicts> syntax)
{
    run.syntaxVerdicts = syntax;
    return run;
}

RunVerdicts architecture(Verdict verdict)
{
    return {.architecture = verdict};
}

/// One capable configuration: 90 % at L0; at L3 two runs of 80 % of which the reference rejects one and syntax both.
StudySnapshot aStudy()
{
    const ConstraintSet full{Constraint::CleanArchitecture, Constraint::Sqlite, Constraint::SqlAlchemy};
    constexpr RunVerdicts broken{Verdict::Violated, Verdict::Compliant, Verdict::Compliant};
    StudySnapshot study;
    study.runs = {judged(aRun().of("a").on("flask").passing(9, 10), RunVerdicts()),
        judged(aRun().of("a").on("flask", full).trial(1).passing(8, 10), broken),
        judged(
            aRun().of("a").on("flask", full).trial(2).passing(8, 10).violating(ConstraintKind::Architecture), broken),
        judged(aRun()
                   .of("a")
                   .on("koa", {Constraint::CleanArchitecture})
                   .passing(5, 10)
                   .violating(ConstraintKind::Architecture),
            architecture(Verdict::Compliant)),
        judged(aRun().of("a").on("koa", {Constraint::Postgres}).passing(5, 10), std::nullopt)};
    return study;
}

QStringList cellsOf(const QAbstractItemModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString();
        lines << cells.join(u" | ");
    }
    return lines;
}

const VerifierCase &aCase(const VerifiersPage &page)
{
    return *page.cases()->current();
}

std::shared_ptr<const RunReading> readingOf(const Run &run)
{
    auto reading = std::make_shared<RunReading>();
    reading->run = run;
    reading->verdicts = {{Constraint::CleanArchitecture, true, u"Three layers."_s, {}, {u"routes: 3 files"_s}}};
    reading->syntaxVerdicts = {{Constraint::CleanArchitecture, false, u"One import goes up."_s,
        {{Constraint::CleanArchitecture, u"app/services/feed.py"_s, 4, u"services imports routes"_s, u"layer-up"_s}},
        {}}};
    return reading;
}

} // namespace

class TestVerifiersPage : public QObject
{
    Q_OBJECT

private slots:
    void countsOfBothModes()
    {
        VerifiersPage page;
        const QAbstractItemModelTester tester(page.matrix()->model());
        page.setFigures(verifierFiguresOf(aStudy(), {}));
        QCOMPARE(page.state().kind, ViewState::Kind::Ready);
        QCOMPARE(cellsOf(*page.matrix()->model()),
            QStringList(
                {u"Clean Architecture | 0 | 1 | 1 | 1 | 2 | 3 | -0.500"_s, u"SQLite | 2 | 0 | 0 | 0 | 0 | 2 | –"_s,
                    u"SQLAlchemy | 2 | 0 | 0 | 0 | 0 | 2 | –"_s, u"All | 4 | 1 | 1 | 1 | 2 | 7 | –"_s}));
        QVERIFY2(page.noticeText().startsWith(u"1 run(s) have not been judged"), qPrintable(page.noticeText()));
    }

    void howMuchItMatters()
    {
        const auto impact = verifierFiguresOf(aStudy(), {}).impact;
        QCOMPARE(impactSentence(impact),
            u"A% at L3 falls from 40.0 (reference) to 0.0 (syntax); mean drop L0→L3 50.0 points against 90.0 (1 "
            u"capable "
            "configuration(s))."_s);
        VerifiersPage page;
        page.setFigures(verifierFiguresOf(aStudy(), {}));
        QCOMPARE(page.levels()->printed(),
            QStringList({u"Raw: tests alone | 90.0 | 50.0 | – | 80.0 | 10.0"_s,
                u"Reference | 90.0 | 0.0 | – | 40.0 | 50.0"_s, u"Syntax | 90.0 | 50.0 | – | 0.0 | 90.0"_s}));
        QVERIFY(impactSentence({}).startsWith(u"No configuration has runs at L3"));
    }

    void aCellListsItsRuns()
    {
        VerifiersPage page;
        page.setFigures(verifierFiguresOf(aStudy(), {}));
        QCOMPARE(page.casesTitle(), u"All constraints · the verifiers differ: 2 run(s)"_s);
        QCOMPARE(page.cases()->printed(),
            QStringList({u"Clean Architecture | a · mini_swe_sdk | flask · Clean Architecture, SQLite, SQLAlchemy | 1 "
                         "| 8 of 10 | ✓ kept | ✗ broken"_s,
                u"Clean Architecture | a · mini_swe_sdk | koa · Clean Architecture | 0 | 5 of 10 | ✗ broken | ✓ kept"_s}));
        page.setReasons({{aCase(page).run.id, Constraint::CleanArchitecture, VerifierMode::Syntax, u"One goes up."_s}});
        QVERIFY(page.cases()->printed().front().endsWith(u"| 8 of 10 | ✓ kept | ✗ broken: One goes up."));
        page.matrix()->setCurrentIndex(page.matrix()->model()->index(1, 1));
        QCOMPARE(page.casesTitle(), u"SQLite · Both ✓: 2 run(s)"_s);
        QCOMPARE(page.cases()->printed().size(), 2);
        page.cases()->sortByColumn(4, Qt::DescendingOrder);
        page.matrix()->setCurrentIndex(page.matrix()->model()->index(3, 6));
        QCOMPARE(page.cases()->printed().size(), 7);
        QVERIFY(page.cases()->printed().back().contains(u"5 of 10"));
    }

    void findingsOfBothStandSideBySide()
    {
        VerifiersPage page;
        const QSignalSpy chosen(&page, &VerifiersPage::caseChosen);
        const auto study = aStudy();
        page.setFigures(verifierFiguresOf(study, {}));
        QCOMPARE(chosen.back().front().value<RunId>(), study.runs[1].id);
        page.setReading(readingOf(study.runs[3])); // Of a run that is not chosen.
        QCOMPARE(page.findings()->reason(VerifierMode::Syntax), QString());
        page.setReading(readingOf(study.runs[1]));
        QCOMPARE(page.findings()->headline(VerifierMode::Reference), u"Reference: ✓ kept"_s);
        QCOMPARE(page.findings()->headline(VerifierMode::Syntax), u"Syntax: ✗ broken"_s);
        QCOMPARE(page.findings()->reason(VerifierMode::Syntax), u"One import goes up."_s);
        QCOMPARE(cellsOf(*page.findings()->list(VerifierMode::Syntax)->model()),
            QStringList({u"Clean Architecture | app/services/feed.py:4 | Import goes up a layer | services imports "
                         "routes"_s}));
        QVERIFY2(page.findings()->explanation().startsWith(u"Import goes up a layer. "),
            qPrintable(page.findings()->explanation()));
    }

    /// Arrows choose a cell, Enter leads to its runs, Enter reads the run at the finding of the mode that objects.
    void theKeyboardWalksThrough()
    {
        VerifiersPage page;
        const auto study = aStudy();
        page.setFigures(verifierFiguresOf(study, {}));
        page.resize(1000, 700);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        page.matrix()->setFocus();
        QTest::keyClick(page.matrix(), Qt::Key_Up);
        QTest::keyClick(page.matrix(), Qt::Key_Up);
        QTest::keyClick(page.matrix(), Qt::Key_Up);
        QTest::keyClick(page.matrix(), Qt::Key_Left);
        QTest::keyClick(page.matrix(), Qt::Key_Left);
        QTest::keyClick(page.matrix(), Qt::Key_Left);
        QCOMPARE(page.casesTitle(), u"Clean Architecture · Ref ✓ Syn ✗: 1 run(s)"_s);
        QTest::keyClick(page.matrix(), Qt::Key_Return);
        QVERIFY(page.cases()->hasFocus());
        page.setReading(readingOf(study.runs[1]));
        const QSignalSpy read(&page, &VerifiersPage::readRequested);
        QTest::keyClick(page.cases(), Qt::Key_Return);
        QCOMPARE(read.size(), 1);
        QCOMPARE(read[0][0].value<RunId>(), study.runs[1].id);
        QCOMPARE(read[0][1].value<VerifierMode>(), VerifierMode::Syntax);
        QCOMPARE(read[0][2].value<Constraint>(), Constraint::CleanArchitecture);
        QCOMPARE(read[0][3].toString(), u"app/services/feed.py"_s);
        QCOMPARE(read[0][4].toInt(), 4);
    }

    void theChosenCellStays()
    {
        VerifiersPage page;
        const auto study = aStudy();
        page.setFigures(verifierFiguresOf(study, {}));
        page.matrix()->setCurrentIndex(page.matrix()->model()->index(2, 1));
        page.setFigures(verifierFiguresOf(study, {.frameworks = {u"flask"_s}}));
        QCOMPARE(page.casesTitle(), u"SQLAlchemy · Both ✓: 2 run(s)"_s);
        page.setFigures(verifierFiguresOf(study, {.frameworks = {u"koa"_s}}));
        QCOMPARE(page.casesTitle(), u"All constraints · Both ✓: 0 run(s)"_s);
    }

    void nothingToShowIsSaid()
    {
        VerifiersPage page;
        StudySnapshot study;
        study.runs = {judged(aRun(), RunVerdicts())};
        page.setFigures(verifierFiguresOf(study, {}));
        QCOMPARE(page.state().title, u"No constraints to verify"_s);
        study.runs = {judged(aRun().on("koa", {Constraint::Postgres}), std::nullopt)};
        study.isReadOnly = true;
        page.setFigures(verifierFiguresOf(study, {}));
        QCOMPARE(page.state().title, u"Not judged yet"_s);
        QVERIFY2(page.state().text.contains(u"Save a copy"), qPrintable(page.state().text));
        page.setWork(u"1 of 2"_s);
        QCOMPARE(page.state().text, u"1 of 2"_s);
        page.setWork({});
        QVERIFY(page.state().text.contains(u"Save a copy"));
    }

    void layoutComesBack()
    {
        VerifiersPage page;
        page.cases()->setColumnWidth(0, 77);
        const auto state = page.layoutState();
        VerifiersPage other;
        other.restoreLayoutState(state);
        QCOMPARE(other.cases()->columnWidth(0), 77);
        other.restoreLayoutState("odd");
    }

    void scoresHaveNames()
    {
        QStringList lines;
        for (const auto choice : allScoreChoices) {
            QCOMPARE(scoreChoiceFromName(scoreChoiceName(choice)), choice);
            lines << scoreChoiceName(choice) % u' ' % scoreMetricTitle(choice) % u' '
                    % verifierModeName(verifiersOf(choice));
        }
        QCOMPARE(lines,
            QStringList({u"strict A% (strict) reference"_s, u"syntax A% (strict, syntax) syntax"_s,
                u"raw A% (raw) reference"_s}));
        QCOMPARE(scoreChoiceFromName(u"odd"), ScoreChoice::Strict);
    }

    void theHeaderTellsDifferences()
    {
        const auto study = aStudy();
        RunHeader header;
        header.setRun(study.runs[1], u"A"_s);
        QCOMPARE(header.difference(), u"The verifiers differ\nClean Architecture: reference ✓ kept, syntax ✗ broken"_s);
        header.setRun(study.runs[3], u"A"_s);
        QVERIFY(header.difference().endsWith(u"reference ✗ broken, syntax ✓ kept"));
        header.setRun(study.runs[4], u"A"_s);
        QCOMPARE(header.difference(), QString());
    }
};

QTEST_MAIN(TestVerifiersPage)
#include "tst_verifierspage.moc"
