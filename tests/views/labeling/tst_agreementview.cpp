// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelwatch.h"

#include <labeling/adjudicationrow.h>
#include <labeling/agreementbar.h>
#include <labeling/agreementview.h>
#include <labeling/confusionmodel.h>
#include <labeling/confusionview.h>
#include <labeling/disagreementreader.h>
#include <labeling/evidencelist.h>
#include <labeling/plaintable.h>

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

LabelTarget target(int trial)
{
    return {.runtime = u"node"_s,
        .configuration = {u"mini_swe_sdk"_s, u"gpt"_s},
        .task = u"express-openapi-unconstrained"_s,
        .trial = trial,
        .date = {}};
}

LabelRow row(const QString &annotator, int trial, const QString &code, const QString &subcode = {})
{
    LabelRow row;
    row.annotator = annotator;
    row.target = target(trial);
    row.label.code = code;
    row.label.subcode = subcode;
    row.label.memo = annotator + u" thinks so."_s;
    row.label.confidence = 3;
    row.label.blind = true;
    row.event = annotator + QString::number(trial);
    return row;
}

AgreementUnit unit(int trial, const LabelRow &by, const LabelRow &against)
{
    return {.target = target(trial), .run = {}, .by = by, .against = against, .byCategory = 0, .againstCategory = 1};
}

/// Two that differ: about the kind, and about the category.
std::vector<AgreementUnit> twoUnits()
{
    auto units
        = std::vector{unit(1, row(u"anna"_s, 1, u"logic"_s, u"query"_s), row(u"ben"_s, 1, u"logic"_s, u"state"_s)),
            unit(2, row(u"anna"_s, 2, u"crash"_s), row(u"ben"_s, 2, u"gone"_s))};
    units[0].by->label.evidence = {Test::evidenceAt("a", 3, "here")};
    return units;
}

AgreementReport smallReport()
{
    AgreementReport report;
    report.by = u"anna"_s;
    report.against = u"ben"_s;
    report.categories = {u"crash"_s, u"query"_s};
    report.titles = {u"Crash"_s, u"Query"_s};
    report.kappa = {.value = 0.6, .low = 0.2, .high = 0.9, .units = 10, .undefined = {}};
    report.accuracy = {.value = 0.8, .low = {}, .high = {}, .units = 10, .undefined = {}};
    report.fleiss = {.value = {}, .low = {}, .high = {}, .units = 0, .undefined = Undefined::OneRater};
    report.confusion = {5, 2, 0, 3};
    CategoryAgreement crash;
    crash.precision = 1.0;
    crash.recall = 0.714;
    crash.support = 7;
    report.perCategory = {crash};
    report.rounds = {{.title = u"Round 1"_s, .units = 10, .kappa = report.kappa}};
    report.intraRater = {{.title = u"anna"_s, .units = 0, .kappa = report.fleiss}};
    report.drift = {
        {.annotator = u"anna"_s, .from = u"2026-01-01"_s, .labels = 4, .shares = {0.25, 0.75}, .medianSeconds = 90.0}};
    report.notes = {u"First note."_s, u"Second note."_s};
    return report;
}

std::vector<Sample> twoSamples()
{
    std::vector<Sample> samples(2);
    samples[0].id = u"1"_s;
    samples[0].design.title = u"Round 1"_s;
    samples[1].id = u"2"_s;
    samples[1].design.title = u"Round 2"_s;
    return samples;
}

} // namespace

class TestAgreementView : public QObject
{
    Q_OBJECT

private slots:
    void numbersStandWithUnitsAndReasons();
    void cellsAreReachedByKeys();
    void oddMatricesAreEmpty();
    void peopleChangePlaces();
    void disagreementsAreReadSideBySide();
    void adjudicatingGoesOn();
    void takingKnowsMergedCodes();
    void longNamesWidenNothing();
    void everyPartHasAName();
};

void TestAgreementView::numbersStandWithUnitsAndReasons()
{
    AgreementView view;
    view.setChoices({u"anna"_s, u"ben"_s}, twoSamples());
    view.setReport(smallReport(), {.by = u"anna"_s, .against = u"ben"_s});
    QCOMPARE(view.headlines(),
        QStringList({u"0.600 — Cohen's κ [0.20, 0.90], 10 unit(s)"_s, u"0.800 — Accuracy, 10 unit(s)"_s,
            u"– — Macro F1 over 2 category(s)"_s}));
    QCOMPARE(view.printedCoefficients().at(1), u"Cohen's κ | 0.600 | 0.200 – 0.900 | 10 | Agreement beyond chance"_s);
    QCOMPARE(view.printedCoefficients().at(6), u"Fleiss' κ | – | – | 0 | "_s + undefinedReason(Undefined::OneRater));
    QCOMPARE(view.printedCategories(), QStringList{u"Crash | 1.000 | 0.714 | – | – | 0.00 | 0.00 | 7"_s});
    QCOMPARE(view.printedSteps(),
        QStringList({u"Round 1 | 0.600 [0.20, 0.90] | 10"_s,
            u"anna with themselves | "_s + undefinedReason(Undefined::OneRater) + u" | 0"_s}));
    QCOMPARE(view.printedDrift(), QStringList{u"anna, 2026-01-01 | 4 | 1 min 30 s | 25.0 % | 75.0 %"_s});
    QCOMPARE(view.confusion()->printed(), QStringList({u"Crash: 5 2 | 7"_s, u"Query: 0 3 | 3"_s, u"Sum: 5 5 | 10"_s}));
}

void TestAgreementView::cellsAreReachedByKeys()
{
    AgreementView view;
    view.setReport(smallReport(), {});
    view.resize(700, 700);
    view.show();
    QStringList cells;
    connect(&view, &AgreementView::cellChosen, this,
        [&](int by, int against) { cells << QStringLiteral("%1 %2").arg(by).arg(against); });
    auto *matrix = view.confusion();
    QTest::keyClick(matrix, Qt::Key_Right);
    QTest::keyClick(matrix, Qt::Key_Return);
    QTest::keyClick(matrix, Qt::Key_Right); // The sum.
    QTest::keyClick(matrix, Qt::Key_Return);
    QTest::mouseClick(
        matrix->viewport(), Qt::LeftButton, {}, matrix->visualRect(matrix->model()->index(1, 1)).center());
    QCOMPARE(cells, QStringList({u"0 1"_s, u"1 1"_s}));
    const auto cell = matrix->model()->index(0, 1).data(Qt::AccessibleTextRole).toString();
    QCOMPARE(cell, u"Crash, then Query: 2 unit(s)"_s);
}

void TestAgreementView::oddMatricesAreEmpty()
{
    ConfusionModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setCounts({u"a"_s, u"b"_s}, {1, 2, 3});
    QCOMPARE(model.rowCount(), 0);
    model.setCounts({}, {});
    QCOMPARE(model.rowCount(), 0);
    model.setCounts({u"a"_s}, {4});
    QCOMPARE(model.rowCount(), 2);
    ConfusionView view;
    view.grab();
    QTest::keyClick(&view, Qt::Key_Return);
}

void TestAgreementView::peopleChangePlaces()
{
    AgreementBar bar;
    bar.setChoices({u"anna"_s, u"ben"_s, u"judge"_s}, twoSamples());
    bar.setRequest({.by = u"anna"_s, .against = u"judge"_s});
    QStringList told;
    connect(&bar, &AgreementBar::requestChanged, this, [&](const AgreementRequest &request) {
        told << QStringLiteral("%1 %2 %3 %4")
                    .arg(request.by, request.against, request.samples.join(u','))
                    .arg(static_cast<int>(request.level));
    });
    auto *by = bar.findChildren<QComboBox *>().front();
    by->setCurrentIndex(2);
    emit by->activated(2);
    by->setCurrentIndex(1);
    emit by->activated(1);
    emit by->activated(1);
    for (auto *button : bar.findChildren<QPushButton *>()) {
        if (button->text() == u"Level 2")
            button->click();
    }
    QCOMPARE(told, QStringList({u"judge anna  0"_s, u"ben anna  0"_s, u"ben anna  2"_s}));
}

void TestAgreementView::disagreementsAreReadSideBySide()
{
    DisagreementReader reader;
    reader.setCodebook(Test::smallCodebook());
    reader.setUnits(twoUnits(), u"All"_s);
    QCOMPARE(reader.printedUnits(),
        QStringList({u"express · L0 | Query | State | "_s, u"express · L0 | Crash | Gone | "_s}));
    QCOMPARE(reader.printedLabels(),
        QStringList({u"anna"_s, u"Logic <b>error</b> › Query"_s, u"Sure · blind"_s, u"anna thinks so."_s,
            u"turn 4 — here"_s, u"ben"_s, u"Logic <b>error</b> › State"_s, u"Sure · blind"_s, u"ben thinks so."_s}));
    QSignalSpy asked(&reader, &DisagreementReader::evidenceRequested);
    auto *evidence = reader.findChildren<EvidenceList *>().front();
    QTest::keyClick(evidence, Qt::Key_Delete); // Not theirs to remove.
    QTest::keyClick(evidence, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().at(0).value<LabelTarget>(), target(1));
    QSignalSpy runs(&reader, &DisagreementReader::runRequested);
    QTest::keyClick(reader.findChild<PlainTable *>(), Qt::Key_Return);
    QCOMPARE(runs.size(), 1);
    auto missing = twoUnits();
    missing[0].against.reset();
    reader.setUnits(missing, u"All"_s);
    QCOMPARE(reader.printedLabels().mid(5), QStringList({u"ben"_s, u"No label"_s, {}, {}}));
    reader.setUnits({}, u"None"_s);
    QCOMPARE(reader.printedUnits(), QStringList());
}

void TestAgreementView::adjudicatingGoesOn()
{
    DisagreementReader reader;
    reader.setCodebook(Test::smallCodebook());
    reader.setUnits(twoUnits(), u"All"_s);
    QStringList decided;
    connect(&reader, &DisagreementReader::adjudicated, this, [&](const AgreementUnit &unit, const Label &label) {
        decided << QStringLiteral("%1: %2/%3 v%4 %5")
                       .arg(unit.target.trial)
                       .arg(label.code, label.subcode)
                       .arg(label.version)
                       .arg(label.memo);
        reader.setUnits(twoUnits(), u"All"_s); // As the journal's answer does.
    });
    auto *memo = reader.adjudication()->findChild<QLineEdit *>();
    QTest::keyClick(memo, Qt::Key_Return);
    QCOMPARE(decided, QStringList());
    for (auto *button : reader.findChildren<QPushButton *>()) {
        if (button->accessibleName() == u"Take the label of ben")
            button->click();
    }
    QTest::keyClicks(memo, u"as ben says"_s);
    QTest::keyClick(memo, Qt::Key_Return);
    QCOMPARE(decided, QStringList{u"1: logic/state v3 as ben says"_s});
    QCOMPARE(reader.printedUnits().first(), u"express · L0 | Query | State | State"_s);
    QCOMPARE(reader.printedLabels().at(1), u"Crash"_s);
    QCOMPARE(memo->text(), QString());
}

void TestAgreementView::takingKnowsMergedCodes()
{
    auto book = Test::smallCodebook();
    auto merged = withMerged(book, {u"crash"_s, u"breach"_s}, {.name = u"both"_s, .title = u"Both"_s}, {});
    QVERIFY(merged);
    AdjudicationRow row;
    row.setCodebook(*merged);
    Label label;
    label.code = u"crash"_s;
    row.take(label);
    QCOMPARE(row.findChild<QComboBox *>()->currentText(), u"Both"_s);
    label.code = u"never heard of"_s;
    row.take(label);
    QCOMPARE(row.findChild<QComboBox *>()->currentIndex(), -1);
}

void TestAgreementView::longNamesWidenNothing()
{
    const auto longWord = QString(5000, u'w');
    auto report = smallReport();
    report.by = report.against = longWord;
    report.titles = {longWord, longWord};
    report.notes = QStringList(500, longWord);
    report.annotators = QStringList(500, longWord);
    AgreementView view;
    view.setChoices({longWord, u"ben"_s}, twoSamples());
    view.setReport(report, {.by = longWord, .against = u"ben"_s, .samples = {u"1"_s}});
    DisagreementReader reader;
    reader.setCodebook(Test::smallCodebook());
    auto units = twoUnits();
    units[0].by = row(longWord, 1, longWord);
    units[0].by->label.memo = QString(500'000, u'm');
    reader.setUnits(units, longWord);
    for (auto *part : std::initializer_list<QWidget *>{&view, &reader}) {
        part->grab();
        QVERIFY2(part->minimumSizeHint().width() <= 640, qPrintable(QString::number(part->minimumSizeHint().width())));
    }
}

void TestAgreementView::everyPartHasAName()
{
    AgreementView view;
    view.setChoices({u"anna"_s, u"ben"_s}, twoSamples());
    view.setReport(smallReport(), {.by = u"anna"_s, .against = u"ben"_s});
    QCOMPARE(Test::namelessParts(view).join(u"; "_s), QString());
    DisagreementReader reader;
    reader.setUnits(twoUnits(), u"All"_s);
    QCOMPARE(Test::namelessParts(reader).join(u"; "_s), QString());
}

QTEST_MAIN(TestAgreementView)
#include "tst_agreementview.moc"
