// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "regressionstudy.h"

#include <analyses/analysis.h>
#include <figures/tablewriters.h>
#include <support/arun.h>

#include <QTest>

#include <algorithm>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

const QStringList regressionNames{u"regression"_s, u"logistic-clustered"_s, u"linear-mixed"_s, u"linear-clustered"_s};

StudySnapshot studyOf(std::vector<Run> runs)
{
    StudySnapshot study{.runs = std::move(runs)};
    study.styles = completedStyles({}, study.runs);
    return study;
}

QString textOf(const Cell &cell)
{
    const auto *text = std::get_if<QString>(&cell);
    return text ? *text : u"-"_s;
}

/// Keys of terms by what became of them.
QStringList keysWith(const TableSpec &table, const QString &status)
{
    QStringList keys;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (textOf(table.at(row, u"status")) == status)
            keys << textOf(table.at(row, u"key"));
    }
    return keys;
}

QByteArray fileOf(const Analysis &analysis, QStringView ending)
{
    const auto file = std::ranges::find_if(
        analysis.files, [ending](const AnalysisFile &each) { return each.name.endsWith(ending); });
    return file == analysis.files.end() ? QByteArray() : file->content;
}

QString firstNote(const StudySnapshot &study, const QString &name)
{
    const auto analysis = buildAnalysis(name, study).value();
    if (!analysis.table.rows.empty() || analysis.figure || !analysis.files.empty())
        return u"there are rows, a figure or files"_s;
    return analysis.table.notes.value(0);
}

} // namespace

class TestRegressionAnalyses : public QObject
{
    Q_OBJECT

private slots:
    void eachHasTableFigureAndFiles();
    void aConfigurationThatNeverSucceedsIsTold();
    void theSameStudyGivesTheSameBytes();
    void rowsLeadToTheirRuns();
    void namesOfOthersStayNames();
    void whatCannotBeFittedIsTold();
    void oneOfEverythingIsEnough();
    void tooManyConfigurationsAreTold();
};

void TestRegressionAnalyses::eachHasTableFigureAndFiles()
{
    const auto study = regressionStudy();
    for (const auto &name : regressionNames) {
        const auto analysis = buildAnalysis(name, study).value();
        qInfo().noquote() << QString::fromUtf8(writeTable(analysis.table, TableFormat::Text));
        QCOMPARE(analysis.table.rows.size(), std::size_t{15});
        QVERIFY(!analysis.table.card.estimator.isEmpty() && !analysis.table.card.interval.isEmpty());
        QVERIFY(analysis.figure.has_value());
        QVERIFY(!analysis.figure->summary.isEmpty());
        QCOMPARE(analysis.files.size(), std::size_t{2});
        QCOMPARE(analysis.files[0].name, QString(name + u".R"));
        QCOMPARE(fileOf(analysis, u"csv").count('\n'), std::ssize(study.runs) + 1);
    }
}

void TestRegressionAnalyses::aConfigurationThatNeverSucceedsIsTold()
{
    const auto study = regressionStudy();
    const auto table = buildAnalysis(u"regression", study)->table;
    const auto separated = keysWith(table, u"separated"_s);
    QCOMPARE(separated.size(), 1);
    QVERIFY(separated.front().startsWith(u"configuration:mini_swe_sdk/x"));
    const auto told = table.notes.filter(u"none of its 240 runs succeeds (separation)"_s);
    QCOMPARE(told.size(), 1);
    QVERIFY(keysWith(buildAnalysis(u"linear-mixed", study)->table, u"separated"_s).isEmpty());
}

void TestRegressionAnalyses::theSameStudyGivesTheSameBytes()
{
    const auto study = regressionStudy();
    for (const auto &name : regressionNames) {
        const auto first = buildAnalysis(name, study).value();
        const auto second = buildAnalysis(name, study).value();
        QCOMPARE(writeTable(first.table, TableFormat::Json), writeTable(second.table, TableFormat::Json));
        QCOMPARE(fileOf(first, u"R"), fileOf(second, u"R"));
    }
}

void TestRegressionAnalyses::rowsLeadToTheirRuns()
{
    const auto study = regressionStudy();
    const auto table = buildAnalysis(u"logistic-clustered", study)->table;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        QCOMPARE(std::ssize(filtered(study.runs, table.rows[row].runs)), std::get<qint64>(table.at(row, u"runs")));
}

/// Nothing that a model is called leaves its string: no line of the script begins with it.
void TestRegressionAnalyses::namesOfOthersStayNames()
{
    const auto analysis = buildAnalysis(u"linear-mixed", regressionStudy()).value();
    const auto script = fileOf(analysis, u"R");
    QVERIFY(script.contains("x\\\")\\u{fffd}writeLines('', 'pwned')\\u{fffd}#"));
    QVERIFY(!script.contains("\nwriteLines"));
    QVERIFY(script.contains("n\\u{e9} \\\"quoted\\\", with comma"));
    QVERIFY(std::ranges::all_of(script, [](char character) { return character == '\n' || character >= ' '; }));
    QVERIFY(fileOf(analysis, u"csv").contains("\"mini_swe_sdk/n\xc3\xa9 \"\"quoted\"\", with comma\""));
}

void TestRegressionAnalyses::whatCannotBeFittedIsTold()
{
    QStringList told{firstNote(studyOf({}), u"regression"_s)};
    std::vector<Run> failing;
    for (const auto *framework : {"flask", "koa", "hono"}) {
        for (int trial = 0; trial < 9; ++trial)
            failing.push_back(aRun().on(framework).trial(trial).passing(trial, 20));
    }
    told << firstNote(studyOf(failing), u"logistic-clustered"_s);
    std::erase_if(failing, [](const Run &run) { return run.task.framework != u"koa"; });
    told << firstNote(studyOf(failing), u"linear-mixed"_s);
    const auto intro = u"There is no regression to show: "_s;
    QCOMPARE(told,
        QStringList({intro + u"There are no runs to fit a regression to.",
            intro + u"No run succeeds, so that no term can say anything of success.",
            intro + u"A regression with tasks as groups needs runs of at least two tasks."}));
}

/// One configuration, one framework, one constraint: what is left still has an estimate.
void TestRegressionAnalyses::oneOfEverythingIsEnough()
{
    std::vector<Run> runs;
    for (int trial = 0; trial < 20; ++trial) {
        runs.push_back(aRun().on("flask").trial(trial).passing(trial % 3 == 0 ? 3 : 20, 20));
        runs.push_back(aRun().on("flask", {Constraint::Sqlite}).trial(trial).passing(trial % 2 == 0 ? 4 : 20, 20));
    }
    const auto table = buildAnalysis(u"logistic-clustered", studyOf(runs))->table;
    QCOMPARE(keysWith(table, u"estimated"_s), QStringList({u"(Intercept)"_s, u"sqlite"_s}));
    QCOMPARE(keysWith(table, u"collinear"_s), QStringList({u"architecture"_s, u"postgres"_s, u"orm"_s}));
    QCOMPARE(table.notes.filter(u"no run has it"_s).size(), 3);
}

void TestRegressionAnalyses::tooManyConfigurationsAreTold()
{
    std::vector<Run> runs;
    for (int model = 0; model < 500; ++model) {
        for (const auto *framework : {"flask", "koa"})
            runs.push_back(aRun().of(QByteArray::number(model).constData()).on(framework).passing(model % 20, 20));
    }
    for (const auto &name : regressionNames)
        QVERIFY(firstNote(studyOf(runs), name).contains(u"A filter helps"));
}

QTEST_GUILESS_MAIN(TestRegressionAnalyses)
#include "tst_regressionanalyses.moc"
