// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "comparedsides.h"

#include <figures/celltext.h>

#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

SideComparison compared(const ComparedSide &a, const ComparedSide &b, const SideComparisonOptions &options = {})
{
    auto comparison = compareSides(a, b, options);
    if (!comparison)
        qWarning().noquote() << comparison.error().message;
    return comparison.value_or(SideComparison{});
}

RunFilter ofScaffold(const QString &scaffold)
{
    return {.scaffolds = {scaffold}};
}

nlohmann::json reference()
{
    QFile file(QFINDTESTDATA("reference/r.json"));
    return file.open(QIODevice::ReadOnly) ? nlohmann::json::parse(file.readAll().toStdString()) : nlohmann::json();
}

/// What differs between a table's row and a reference's, by key.
QStringList differing(const TableSpec &table, std::size_t row, const nlohmann::json &expected)
{
    QStringList keys;
    for (const auto &[name, value] : expected.items()) {
        const auto key = QString::fromStdString(name);
        if (!table.columnOf(key))
            continue;
        const auto &cell = table.at(row, key);
        const auto *number = std::get_if<double>(&cell);
        const auto *count = std::get_if<qint64>(&cell);
        const auto seen = number ? std::optional(*number) : count ? std::optional(double(*count)) : std::nullopt;
        const bool isSame = value.is_null() ? !seen : seen && std::abs(*seen - value.get<double>()) < 1e-6;
        if (!isSame)
            keys << u"%1: %2 instead of %3"_s.arg(
                key, seen ? QString::number(*seen, 'g', 12) : u"nothing"_s, QString::fromStdString(value.dump()));
    }
    return keys;
}

/// Chosen columns of all rows as people read them.
QStringList printed(const TableSpec &table, std::initializer_list<QStringView> keys)
{
    QStringList lines;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        QStringList cells;
        for (const auto key : keys)
            cells << cellText(table.at(row, key), table.columns[table.columnOf(key).value()].kind);
        lines << cells.join(u' ');
    }
    return lines;
}

bool notes(const TableSpec &table, QStringView words)
{
    return std::ranges::any_of(table.notes, [&](const QString &note) { return note.contains(words); });
}

QString text(const TableSpec &table, std::size_t row, QStringView key)
{
    const auto *word = std::get_if<QString>(&table.at(row, key));
    return word ? *word : QString();
}

/// Three runs of a configuration on a task.
void add(std::vector<Run> &runs, const char *model, const char *scaffold, const char *framework, int passed,
    ConstraintSet constraints = {})
{
    for (int trial = 0; trial < 3; ++trial)
        runs.push_back(aRun().of(model, scaffold).on(framework, constraints).trial(trial).passing(passed, 10));
}

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT

private slots:
    void levelsAgreeWithR();
    void tasksAgreeWithR();
    void assertionsAgreeWithR();
    void rowsLeadToTheirRuns();
    void swappedSidesChangeSigns();
    void scaffoldsPairWithinModels();
    void othersPairByTask();
    void studiesPairWithinConfigurations();
    void idsOfTwoStudiesAreNotMixed();
    void whatOneSideHasIsNamed();
    void runsWithoutReportFailEverything();
    void fewFrameworksAgreeWithR();
    void aRowsOwnFrameworksBoundItsP();
    void roundingMakesNoInterval();
    void halfOfRunsIsNoSuccess();
    void idsDecideNoOrder();
    void refusals_data();
    void refusals();
    void withoutOutcomesAssertionsSayWhy();
    void featureTasksHaveNoLevels();
    void adjustmentsAreChosen();
    void theFigureIsTheTable();
    void manyAssertionsOfManyRuns();
};

void TestComparison::levelsAgreeWithR()
{
    const auto study = referenceStudy();
    const auto table = compared(study.side(u"A"_s, ofScaffold(u"a"_s)), study.side(u"B"_s, ofScaffold(u"b"_s))).levels;
    QCOMPARE(printed(table, {u"level"}), QStringList({u"L0"_s, u"L1"_s, u"L2"_s, u"L3"_s, u"all"_s}));
    const auto expected = reference();
    for (std::size_t level = 0; level < 4; ++level)
        QCOMPARE(differing(table, level, expected.at("levels").at(level)), QStringList());
    QCOMPARE(differing(table, 4, expected.at("all")), QStringList());
    QVERIFY(notes(table, u"all of one framework together"));
}

void TestComparison::tasksAgreeWithR()
{
    const auto study = referenceStudy();
    const auto table = compared(study.side(u"A"_s, ofScaffold(u"a"_s)), study.side(u"B"_s, ofScaffold(u"b"_s))).tasks;
    QCOMPARE(table.rows.size(), std::size_t{32});
    double last = -101;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto difference = std::get<double>(table.at(row, u"difference"));
        QVERIFY(difference >= last); // Worst first.
        last = difference;
    }
    const auto expected = reference();
    for (const auto &task : expected.at("tasks")) {
        const auto *framework = referenceFrameworks().at(task.at("f").get<std::size_t>());
        const auto variant = referenceVariants(framework).at(task.at("v").get<std::size_t>());
        const auto name = generationTaskName(QString::fromLatin1(framework), variant);
        std::size_t row = 0;
        while (row < table.rows.size() && text(table, row, u"task") != name)
            ++row;
        QVERIFY2(row < table.rows.size(), qPrintable(name));
        QCOMPARE(differing(table, row, task), QStringList());
    }
}

void TestComparison::assertionsAgreeWithR()
{
    const auto study = referenceStudy();
    const auto table
        = compared(study.side(u"A"_s, ofScaffold(u"a"_s)), study.side(u"B"_s, ofScaffold(u"b"_s))).assertions;
    QCOMPARE(table.rows.size(), std::size_t{10});
    const auto expected = reference().at("assertions");
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        QCOMPARE(text(table, row, u"request"), u"Suite"_s);
        const auto number = text(table, row, u"assertion").mid(1).toUInt();
        QCOMPARE(differing(table, row, expected.at(number)), QStringList());
    }
}

void TestComparison::rowsLeadToTheirRuns()
{
    const auto study = referenceStudy();
    const auto comparison = compared(study.side(u"A"_s, ofScaffold(u"a"_s)), study.side(u"B"_s, ofScaffold(u"b"_s)));
    QCOMPARE(comparison.leftRuns.size(), comparison.tasks.rows.size());
    QCOMPARE(comparison.leftLevels.size(), comparison.levels.rows.size());
    QCOMPARE(comparison.leftFailures.size(), comparison.assertions.rows.size());
    const auto runs = [&](const RunFilter &filter) { return filtered(study.study->runs, filter); };
    for (std::size_t row = 0; row < comparison.tasks.rows.size(); ++row) {
        const auto left = runs(comparison.leftRuns[row]);
        const auto right = runs(comparison.tasks.rows[row].runs);
        QCOMPARE(left.size(), std::size_t{3});
        QCOMPARE(right.size(), std::size_t{3});
        QCOMPARE(left.front().key.task, text(comparison.tasks, row, u"task"));
        QCOMPARE(left.front().key.configuration.scaffold, u"a"_s);
        QCOMPARE(right.front().key.configuration.scaffold, u"b"_s);
    }
    QCOMPARE(runs(comparison.leftLevels[0]).size(), std::size_t{24});
    QCOMPARE(runs(comparison.levels.rows[4].runs).size(), std::size_t{96});
    for (std::size_t row = 0; row < comparison.assertions.rows.size(); ++row) {
        const auto number = text(comparison.assertions, row, u"assertion").mid(1).toInt();
        const auto failing = runs(comparison.assertions.rows[row].runs);
        const auto expected = std::ranges::count_if(study.study->runs,
            [&](const Run &run) { return run.key.configuration.scaffold == u"b" && run.passed <= number; });
        QCOMPARE(std::ssize(failing), expected);
    }
}

void TestComparison::swappedSidesChangeSigns()
{
    const auto study = referenceStudy();
    const auto a = study.side(u"A"_s, ofScaffold(u"a"_s));
    const auto b = study.side(u"B"_s, ofScaffold(u"b"_s));
    const auto there = compared(a, b).levels;
    const auto back = compared(b, a).levels;
    for (std::size_t row = 0; row < there.rows.size(); ++row) {
        for (const auto key : {u"difference", u"pass_difference", u"effect"})
            QVERIFY(std::abs(std::get<double>(there.at(row, key)) + std::get<double>(back.at(row, key))) < 1e-6);
        QCOMPARE(there.at(row, u"p_value"), back.at(row, u"p_value"));
        QCOMPARE(there.at(row, u"only_a"), back.at(row, u"only_b"));
    }
}

/// Model y is only on one side, model z on different tasks: neither may count.
void TestComparison::scaffoldsPairWithinModels()
{
    std::vector<Run> runs;
    add(runs, "x", "a", "flask", 4);
    add(runs, "x", "b", "flask", 6);
    add(runs, "w", "a", "flask", 2);
    add(runs, "w", "b", "flask", 10);
    add(runs, "y", "b", "flask", 0);
    add(runs, "z", "a", "koa", 0);
    add(runs, "z", "b", "flask", 0);
    const auto study = madeUpStudy(u"s"_s, std::move(runs));
    const auto comparison = compared(study.side(u"A"_s, ofScaffold(u"a"_s)), study.side(u"B"_s, ofScaffold(u"b"_s)));
    QCOMPARE(printed(comparison.tasks, {u"task", u"pairs", u"runs_a", u"runs_b", u"a", u"b", u"difference"}),
        QStringList({u"flask-openapi-unconstrained 2 6 6 30.0 80.0 +50.0"_s}));
    QVERIFY(notes(comparison.tasks, u"paired within each model"));
    QVERIFY(notes(comparison.tasks, u"1 model that only B has: y."));
    QVERIFY(notes(comparison.tasks, u"1 task that only A ran: koa-openapi-unconstrained."));
    QVERIFY(notes(comparison.tasks, u"count nowhere here: 3 of A, 6 of B."));
}

void TestComparison::othersPairByTask()
{
    std::vector<Run> runs;
    add(runs, "x", "a", "flask", 4);
    add(runs, "y", "b", "flask", 6);
    add(runs, "y", "c", "flask", 10);
    const auto study = madeUpStudy(u"s"_s, std::move(runs));
    const auto comparison
        = compared(study.side(u"A"_s, {.models = {u"x"_s}}), study.side(u"B"_s, {.models = {u"y"_s}}));
    QCOMPARE(printed(comparison.levels, {u"level", u"a", u"b", u"difference"}),
        QStringList({u"L0 40.0 80.0 +40.0"_s, u"all 40.0 80.0 +40.0"_s}));
    QVERIFY(notes(comparison.levels, u"paired by task"));
}

void TestComparison::studiesPairWithinConfigurations()
{
    std::vector<Run> before;
    add(before, "x", "a", "flask", 4);
    add(before, "y", "a", "flask", 6);
    std::vector<Run> after;
    add(after, "x", "a", "flask", 5);
    add(after, "y", "a", "flask", 3);
    const auto comparison = compared(madeUpStudy(u"one"_s, std::move(before)).side(u"before"_s),
        madeUpStudy(u"two"_s, std::move(after)).side(u"after"_s));
    QCOMPARE(printed(comparison.tasks, {u"pairs", u"a", u"b", u"difference"}), QStringList({u"2 50.0 40.0 -10.0"_s}));
    QVERIFY(notes(comparison.tasks, u"paired within each configuration"));
}

/// Two studies whose runs have the same numbers, as a copy has: nobody is taken for the other.
void TestComparison::idsOfTwoStudiesAreNotMixed()
{
    std::vector<Run> runs;
    add(runs, "x", "a", "flask", 10);
    auto later = runs;
    for (auto &run : later) {
        run.passed = 7;
        run.failed = 3;
    }
    const auto comparison = compared(madeUpStudy(u"one"_s, std::move(runs)).side(u"before"_s),
        madeUpStudy(u"two"_s, std::move(later)).side(u"after"_s));
    QCOMPARE(printed(comparison.levels, {u"a", u"b"}).last(), u"100.0 70.0"_s);
    QVERIFY(!notes(comparison.levels, u"on both sides."));
    QCOMPARE(printed(comparison.assertions, {u"assertion", u"a", u"b", u"change"}).first(3),
        QStringList({u"a7 100.0 0.0 new failure"_s, u"a8 100.0 0.0 new failure"_s, u"a9 100.0 0.0 new failure"_s}));
}

void TestComparison::whatOneSideHasIsNamed()
{
    std::vector<Run> runs;
    add(runs, "x", "a", "flask", 4);
    add(runs, "x", "b", "flask", 4);
    for (const auto *framework : referenceFrameworks()) {
        add(runs, "x", "b", framework, 1, {Constraint::CleanArchitecture});
        add(runs, "x", "b", framework, 1, {Constraint::Sqlite});
    }
    const auto study = madeUpStudy(u"s"_s, std::move(runs));
    auto a = study.side(u"A"_s, ofScaffold(u"a"_s));
    const auto b = study.side(u"B"_s, ofScaffold(u"b"_s));
    AssertionOutcomes more = *study.assertions;
    more.names << u"Extra › only here"_s;
    for (const auto &run : study.study->runs) {
        if (run.key.configuration.scaffold == u"a")
            more.counted[run.id].push_back(10);
    }
    a.assertions = std::make_shared<const AssertionOutcomes>(std::move(more));
    const auto comparison = compared(a, b);
    QVERIFY(notes(comparison.levels,
        u"16 tasks that only B ran: aiohttp (2), django (2), express (2), fastapi (2), fastify (2), flask (2), hono "
        u"(2), "
        "koa (2)."));
    QVERIFY(notes(comparison.assertions, u"1 assertion that only A's runs have: Extra › only here."));
    QCOMPARE(comparison.assertions.rows.size(), std::size_t{10});
}

void TestComparison::runsWithoutReportFailEverything()
{
    std::vector<Run> runs;
    add(runs, "x", "a", "flask", 10);
    add(runs, "x", "b", "flask", 10);
    runs.push_back(aRun().of("x", "b").on("flask").trial(3).passing(0, 0));
    const auto study = madeUpStudy(u"s"_s, std::move(runs));
    const auto comparison = compared(study.side(u"A"_s, ofScaffold(u"a"_s)), study.side(u"B"_s, ofScaffold(u"b"_s)));
    QCOMPARE(printed(comparison.assertions, {u"runs_a", u"runs_b", u"b", u"difference", u"change"}).first(),
        u"3 4 75.0 -25.0 new failure"_s);
    QVERIFY(notes(comparison.assertions, u"1 run without a report count as failing every assertion.")
        || notes(comparison.assertions, u"1 run without a report counts as failing every assertion."));
    QCOMPARE(filtered(study.study->runs, comparison.assertions.rows.front().runs).size(), std::size_t{1});
}

/// Whole frameworks change their sign however few they are, as the interval of the same row takes them for clusters.
void TestComparison::fewFrameworksAgreeWithR()
{
    const auto study = referenceStudy();
    const auto compareOn = [&](const std::set<QString> &frameworks) {
        const RunFilter some{.frameworks = QStringList(frameworks.begin(), frameworks.end())};
        return compared(study.side(u"A"_s, intersected(some, ofScaffold(u"a"_s))),
            study.side(u"B"_s, intersected(some, ofScaffold(u"b"_s))))
            .levels;
    };
    const auto table = compareOn({u"aiohttp"_s, u"django"_s, u"fastapi"_s, u"flask"_s});
    const auto expected = reference();
    for (std::size_t level = 0; level < 4; ++level)
        QCOMPARE(differing(table, level, expected.at("few_levels").at(level)), QStringList());
    QCOMPARE(differing(table, 4, expected.at("few_all")), QStringList());
    QVERIFY(notes(table, u"With 4 frameworks no p can be below 0.125."));

    const auto one = compareOn({u"flask"_s});
    QVERIFY(notes(one, u"With 1 framework no p can be below 1."));
    QVERIFY(std::holds_alternative<std::monostate>(one.at(4, u"low"))); // One framework, no interval.
    QVERIFY(std::holds_alternative<double>(one.at(4, u"effect")));
}

/// L0 on three frameworks, L1 on six of them all; by hand, all frameworks changing alike: 2/2^3 and 2/2^6.
void TestComparison::aRowsOwnFrameworksBoundItsP()
{
    std::vector<Run> runs;
    int number = 0;
    for (const auto *framework : {"aiohttp", "django", "fastapi", "flask", "express", "koa"}) {
        for (const auto *scaffold : {"a", "b"}) {
            const auto passed = *scaffold == 'a' ? 8 : 2 + number % 3;
            if (number < 3)
                add(runs, "x", scaffold, framework, passed);
            add(runs, "x", scaffold, framework, passed, {Constraint::CleanArchitecture});
        }
        ++number;
    }
    const auto study = madeUpStudy(u"s"_s, std::move(runs));
    const auto comparison = compared(study.side(u"A"_s, ofScaffold(u"a"_s)), study.side(u"B"_s, ofScaffold(u"b"_s)));
    const auto &table = comparison.levels;
    QCOMPARE(printed(table, {u"level"}), QStringList({u"L0"_s, u"L1"_s, u"all"_s}));
    QCOMPARE(std::get<double>(table.at(0, u"p_value")), 0.25);
    QCOMPARE(std::get<double>(table.at(1, u"p_value")), 0.03125);
    QCOMPARE(std::get<double>(table.at(2, u"p_value")), 0.03125);
    QVERIFY(notes(table, u"L0: with 3 frameworks no p can be below 0.25."));
    QVERIFY(!notes(table, u"0.03125"));
    QVERIFY(comparison.figure.notes.contains(u"L0: with 3 frameworks no p can be below 0.25."_s));
}

/// Values that differ by rounding alone have no interval, not one without width.
void TestComparison::roundingMakesNoInterval()
{
    const auto intervals = [](std::vector<Run> runs) {
        const auto study = madeUpStudy(u"s"_s, std::move(runs));
        auto a = study.side(u"A"_s, ofScaffold(u"a"_s));
        auto b = study.side(u"B"_s, ofScaffold(u"b"_s));
        a.assertions.reset();
        b.assertions.reset();
        return printed(compared(a, b).tasks, {u"difference", u"low", u"high"});
    };
    std::vector<Run> runs;
    for (int trial = 0; trial < 3; ++trial) {
        runs.push_back(aRun().of("x", "a").trial(trial).passing(289, 290));
        runs.push_back(aRun().of("x", "b").trial(trial).passing(290, 290));
    }
    const auto nothing = cellText({}, CellKind::Percent);
    QCOMPARE(intervals(runs), QStringList({u"+0.3 %1 %1"_s.arg(nothing)}));

    const std::tuple<const char *, const char *, int> thirds[]
        = {{"x", "a", 1}, {"x", "b", 2}, {"y", "a", 0}, {"y", "b", 1}};
    runs.clear();
    for (const auto &[model, scaffold, passed] : thirds)
        runs.push_back(aRun().of(model, scaffold).passing(passed, 3));
    QCOMPARE(intervals(runs), QStringList({u"+33.3 %1 %1"_s.arg(nothing)}));

    runs.push_back(aRun().of("y", "b").trial(1).passing(2, 3)); // A real difference has one.
    QVERIFY(!intervals(runs).constFirst().contains(nothing));
}

/// Two of three and one of three runs of two configurations: half, whatever rounding says.
void TestComparison::halfOfRunsIsNoSuccess()
{
    std::vector<Run> runs;
    add(runs, "x", "a", "flask", 0);
    for (int trial = 0; trial < 3; ++trial) {
        runs.push_back(aRun().of("y", "b").trial(trial).passing(trial < 2 ? 10 : 0, 10));
        runs.push_back(aRun().of("z", "b").trial(trial).passing(trial < 1 ? 10 : 0, 10));
    }
    const auto study = madeUpStudy(u"s"_s, std::move(runs));
    const auto table = compared(study.side(u"A"_s, ofScaffold(u"a"_s)), study.side(u"B"_s, ofScaffold(u"b"_s))).levels;
    QCOMPARE(printed(table, {u"pass_b", u"only_b"}), QStringList({u"50.0 0"_s, u"50.0 0"_s}));
    QVERIFY(notes(table, u"above 50 %"));
    QVERIFY(notes(table, u"takes all pairs for independent"));
}

/// The same runs read in another order have other ids; the tables are the same.
void TestComparison::idsDecideNoOrder()
{
    auto study = referenceStudy();
    const auto rowsOf = [](const MadeUpStudy &of) {
        const auto comparison = compared(of.side(u"A"_s, ofScaffold(u"a"_s)), of.side(u"B"_s, ofScaffold(u"b"_s)));
        std::vector<std::vector<Cell>> rows;
        for (const auto *table : {&comparison.levels, &comparison.tasks, &comparison.assertions}) {
            for (const auto &row : table->rows)
                rows.push_back(row.cells);
        }
        return rows;
    };
    auto runs = study.study->runs;
    const auto last = std::ranges::max(runs, {}, &Run::id).id.value;
    for (auto &run : runs)
        run.id.value = 2 * last - run.id.value;
    QVERIFY(rowsOf(study) == rowsOf(madeUpStudy(u"reversed"_s, std::move(runs))));
}

void TestComparison::refusals_data()
{
    QTest::addColumn<RunFilter>("a");
    QTest::addColumn<RunFilter>("b");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("the same") << RunFilter{} << RunFilter{} << ErrorKind::InvalidInput << u"the same 192 runs"_s;
    QTest::newRow("the same by other words")
        << RunFilter{.models = {u"gpt-x"_s}} << RunFilter{} << ErrorKind::InvalidInput << u"the same 192 runs"_s;
    QTest::newRow("no runs") << RunFilter{.models = {u"none"_s}} << RunFilter{} << ErrorKind::NotFound
                             << u"\"A\" has no runs"_s;
    QTest::newRow("no task") << RunFilter{.levels = {0}} << RunFilter{.levels = {1}} << ErrorKind::NotFound
                             << u"have no task in common"_s;
}

void TestComparison::refusals()
{
    QFETCH(RunFilter, a);
    QFETCH(RunFilter, b);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, words);
    const auto study = referenceStudy();
    const auto comparison = compareSides(study.side(u"A"_s, a), study.side(u"B"_s, b));
    QVERIFY(!comparison);
    QCOMPARE(comparison.error().kind, kind);
    QVERIFY2(comparison.error().message.contains(words), qPrintable(comparison.error().message));
}

void TestComparison::withoutOutcomesAssertionsSayWhy()
{
    const auto study = referenceStudy();
    auto a = study.side(u"A"_s, ofScaffold(u"a"_s));
    a.assertions.reset();
    const auto table = compared(a, study.side(u"B"_s, ofScaffold(u"b"_s))).assertions;
    QVERIFY(table.rows.empty());
    QVERIFY(notes(table, u"Assertions are not compared"));
}

void TestComparison::featureTasksHaveNoLevels()
{
    std::vector<Run> runs;
    for (const auto *scaffold : {"a", "b"}) {
        for (const auto *framework : {"flask", "express"})
            runs.push_back(aRun()
                    .of("x", scaffold)
                    .onFeature(framework, "hard-focused-task-001")
                    .passing(*scaffold == 'a' ? 10 : 5, 10));
    }
    const auto study = madeUpStudy(u"s"_s, std::move(runs));
    const RunFilter features{.kinds = {TaskKind::Feature}};
    const auto comparison = compared(study.side(u"A"_s, intersected(features, ofScaffold(u"a"_s))),
        study.side(u"B"_s, intersected(features, ofScaffold(u"b"_s))));
    QCOMPARE(printed(comparison.levels, {u"level", u"tasks", u"difference"}), QStringList({u"all 2 -50.0"_s}));
    QCOMPARE(printed(comparison.tasks, {u"task", u"difference"}),
        QStringList({u"express/hard-focused-task-001 -50.0"_s, u"flask/hard-focused-task-001 -50.0"_s}));
}

void TestComparison::adjustmentsAreChosen()
{
    const auto study = referenceStudy();
    const auto a = study.side(u"A"_s, ofScaffold(u"a"_s));
    const auto b = study.side(u"B"_s, ofScaffold(u"b"_s));
    const auto bh = compared(a, b, {.adjustment = Adjustment::BenjaminiHochberg}).levels;
    const auto expected = reference().at("bh");
    for (std::size_t level = 0; level < 4; ++level)
        QVERIFY(std::abs(std::get<double>(bh.at(level, u"p_adjusted")) - expected.at(level).get<double>()) < 1e-9);
    const auto none = compared(a, b, {.adjustment = Adjustment::None}).levels;
    QCOMPARE(none.at(0, u"p_adjusted"), none.at(0, u"p_value"));
    QVERIFY(notes(none, u"not adjusted"));
    const auto raw = compared(a, b, {.mode = ScoreMode::Raw}).levels;
    QVERIFY(std::get<double>(raw.at(1, u"b")) > std::get<double>(bh.at(1, u"b")));
}

void TestComparison::theFigureIsTheTable()
{
    const auto study = referenceStudy();
    const auto comparison = compared(study.side(u"A"_s, ofScaffold(u"a"_s)), study.side(u"B"_s, ofScaffold(u"b"_s)));
    const auto &figure = comparison.figure;
    QCOMPARE(figure.panels, QStringList({u"A% (strict)"_s, u"pass@1 (strict)"_s}));
    QCOMPARE(figure.y.categories, QStringList({u"L0"_s, u"L1"_s, u"L2"_s, u"L3"_s, u"all"_s}));
    const std::pair<std::size_t, QStringView> measures[] = {{0, u"difference"}, {1, u"pass_difference"}};
    for (const auto &[series, key] : measures) {
        for (std::size_t row = 0; row < comparison.levels.rows.size(); ++row) {
            const auto &point = figure.series[series].points[row];
            QCOMPARE(Cell(point.x), comparison.levels.at(row, key));
            QVERIFY(point.low.value() >= figure.x.minimum && point.high.value() <= figure.x.maximum);
            QCOMPARE(point.runs, comparison.levels.rows[row].runs);
        }
    }
    const auto isNoted = [&](QStringView words) {
        return std::ranges::any_of(figure.notes, [&](const QString &note) { return note.startsWith(words); });
    };
    QVERIFY(isNoted(u"p: two-sided sign-flip permutation"));
    QVERIFY2(figure.series[0].points[1].detail.endsWith(u" Permutation p 0.234, adjusted 0.906."),
        qPrintable(figure.series[0].points[1].detail));
    QCOMPARE(figure.card.resamples, 0);
    QVERIFY(!figure.card.seed);
    QVERIFY(!figure.card.estimator.isEmpty() && !figure.card.count.isEmpty());
    QVERIFY(!comparison.tasks.card.estimator.isEmpty() && !comparison.assertions.card.estimator.isEmpty());
}

/// As many as in the study, by two scaffolds with five models each: every p-value is exact all the same.
void TestComparison::manyAssertionsOfManyRuns()
{
    constexpr int assertions = 60;
    std::vector<Run> runs;
    for (const auto *model : {"v", "w", "x", "y", "z"}) {
        for (const auto *scaffold : {"a", "b"}) {
            for (const auto *framework : referenceFrameworks())
                add(runs, model, scaffold, framework, 5);
        }
    }
    auto study = madeUpStudy(u"s"_s, std::move(runs));
    AssertionOutcomes outcomes;
    for (int i = 0; i < assertions; ++i)
        outcomes.names << u"R › %1"_s.arg(i);
    for (const auto &run : study.study->runs) {
        for (int i = 0; i < assertions; ++i) {
            outcomes.counted[run.id].push_back(i);
            if ((run.id.value * 7 + i * run.id.value) % 11 < 4)
                outcomes.failed[run.id].push_back(i);
        }
    }
    study.assertions = std::make_shared<const AssertionOutcomes>(std::move(outcomes));
    const auto table
        = compared(study.side(u"A"_s, ofScaffold(u"a"_s)), study.side(u"B"_s, ofScaffold(u"b"_s))).assertions;
    QCOMPARE(table.rows.size(), std::size_t{assertions});
    QCOMPARE(table.card.resamples, 0);
}

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
