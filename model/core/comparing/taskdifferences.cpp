// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "taskdifferences.h"

#include <figures/figurewords.h>
#include <figures/studytables.h>
#include <inference/effectsize.h>
#include <inference/twosample.h>

#include <algorithm>

namespace Decayscope {

namespace {

using Values = std::vector<double> PairedRuns::*;

std::vector<ClusteredValue> eachItsOwn(std::span<const double> values)
{
    std::vector<ClusteredValue> clustered;
    clustered.reserve(values.size());
    for (const auto value : values)
        clustered.push_back({value, static_cast<int>(clustered.size())});
    return clustered;
}

/// Whether values differ by more than rounding leaves of percentages.
bool varies(std::span<const double> values)
{
    const auto [least, most] = std::ranges::minmax(values);
    return most - least > roundingOfPercent;
}

std::optional<Interval> intervalIn(const std::optional<Estimate> &estimate)
{
    if (!estimate || !estimate->low || !estimate->high)
        return std::nullopt;
    return Interval{*estimate->low, *estimate->high};
}

/// Welch's interval of one pair: over the runs of each side, or over its configurations where it has several.
std::optional<Interval> independentInterval(const TaskPair &pair, Values values)
{
    const auto &a = pair.a.*values;
    const auto &b = pair.b.*values;
    if (a.size() < 2 || b.size() < 2 || (!varies(a) && !varies(b)))
        return std::nullopt;
    return intervalIn(independentDifference(eachItsOwn(b), eachItsOwn(a)));
}

/// The t interval over pairs.
std::optional<Interval> pairedInterval(const PairedTask &task, double PairedRuns::*value)
{
    std::vector<double> differences;
    differences.reserve(task.pairs.size());
    for (const auto &pair : task.pairs)
        differences.push_back(pair.b.*value - pair.a.*value);
    if (differences.size() < 2 || !varies(differences))
        return std::nullopt;
    return intervalIn(clusteredMean(eachItsOwn(differences)));
}

std::optional<Interval> shareInterval(const PairedTask &task)
{
    if (task.pairs.size() > 1)
        return pairedInterval(task, &PairedRuns::share);
    return independentInterval(task.pairs.front(), &PairedRuns::shares);
}

SuccessCount countOf(const PairedRuns &side)
{
    return {.successes = side.successes, .trials = static_cast<int>(side.runs.size())};
}

std::optional<Interval> passInterval(const PairedTask &task)
{
    if (task.pairs.size() > 1)
        return pairedInterval(task, &PairedRuns::pass);
    const auto &pair = task.pairs.front();
    if (!pair.a.isOneConfiguration || !pair.b.isOneConfiguration)
        return independentInterval(pair, &PairedRuns::passes);
    return proportionDifference(countOf(pair.b), countOf(pair.a)).and_then([](const EffectSize &difference) {
        return difference.interval;
    });
}

void addTaskColumns(TableDraft &draft)
{
    const std::tuple<QString, QString, CellKind> columns[] = {
        {QStringLiteral("task"), QStringLiteral("Task"), CellKind::Text},
        {QStringLiteral("framework"), QStringLiteral("Framework"), CellKind::Text},
        {QStringLiteral("level"), QStringLiteral("Level"), CellKind::Text},
        {QStringLiteral("pairs"), QStringLiteral("Pairs"), CellKind::Count},
        {QStringLiteral("runs_a"), QStringLiteral("Runs of A"), CellKind::Count},
        {QStringLiteral("runs_b"), QStringLiteral("Runs of B"), CellKind::Count},
        {QStringLiteral("a"), QStringLiteral("A% of A"), CellKind::Percent},
        {QStringLiteral("b"), QStringLiteral("A% of B"), CellKind::Percent},
        {QStringLiteral("difference"), QStringLiteral("Difference"), CellKind::Points},
        {QStringLiteral("pass_a"), QStringLiteral("pass@1 of A"), CellKind::Percent},
        {QStringLiteral("pass_b"), QStringLiteral("pass@1 of B"), CellKind::Percent},
        {QStringLiteral("pass_difference"), QStringLiteral("Difference in pass@1"), CellKind::Points},
    };
    for (const auto &[key, title, kind] : columns)
        draft.addColumn(key, title, kind);
    draft.column(u"framework").forPeople = false; // The task's name says it.
    draft.addInterval(QStringLiteral("difference"), QStringLiteral("low"), QStringLiteral("high"));
    draft.addInterval(QStringLiteral("pass_difference"), QStringLiteral("pass_low"), QStringLiteral("pass_high"));
}

Cell lowCell(const std::optional<Interval> &interval)
{
    return interval ? cellOf(interval->low) : Cell();
}

Cell highCell(const std::optional<Interval> &interval)
{
    return interval ? cellOf(interval->high) : Cell();
}

/// One row; `runs_a` and `runs_b` count what is paired.
std::vector<Cell> cellsOf(const PairedTask &task, const std::set<RunId> &runsA, const std::set<RunId> &runsB)
{
    const auto share = shareInterval(task);
    const auto pass = passInterval(task);
    const auto level = task.task.kind == TaskKind::Generation ? cellOf(levelWords(task.task.level())) : Cell();
    return {cellOf(task.task.kind == TaskKind::Feature ? QString(task.task.framework % u'/' % task.task.name)
                                                       : task.task.name),
        cellOf(task.task.framework), level, cellOf(static_cast<int>(task.pairs.size())),
        cellOf(static_cast<int>(runsA.size())), cellOf(static_cast<int>(runsB.size())),
        cellOf(task.meanOf(&TaskPair::a, &PairedRuns::share)), cellOf(task.meanOf(&TaskPair::b, &PairedRuns::share)),
        cellOf(task.difference(&PairedRuns::share)), cellOf(task.meanOf(&TaskPair::a, &PairedRuns::pass)),
        cellOf(task.meanOf(&TaskPair::b, &PairedRuns::pass)), cellOf(task.difference(&PairedRuns::pass)),
        lowCell(share), highCell(share), lowCell(pass), highCell(pass)};
}

std::vector<const PairedTask *> worstFirst(const PairedSides &sides)
{
    std::vector<const PairedTask *> tasks;
    tasks.reserve(sides.tasks.size());
    for (const auto &task : sides.tasks)
        tasks.push_back(&task);
    std::ranges::stable_sort(tasks, {}, [](const PairedTask *task) { // By name among equals, as they come.
        return std::pair(
            roundedPercent(task->difference(&PairedRuns::share)), roundedPercent(task->difference(&PairedRuns::pass)));
    });
    return tasks;
}

/// Where an interval comes from; no two tasks need to have it alike, since pairs may be missing.
QString intervalNote(Pairing pairing)
{
    const auto alone = QStringLiteral("of runs taken for independent: Welch's t for A%, Newcombe's hybrid score for "
                                      "pass@1; none for A% where a side has one run or no run differs");
    switch (pairing) {
    case Pairing::Model:
    case Pairing::Scaffold:
    case Pairing::Configuration:
        return QStringLiteral(
            "Brackets: 95 % interval over the pairs of a task (t), none where all differ by the same; of a task with "
            "one pair, %1.")
            .arg(alone);
    case Pairing::Task:
        return QStringLiteral("Brackets: 95 % interval %1. A side of several configurations counts these instead of "
                              "runs, for both with Welch's t.")
            .arg(alone);
    }
    return {};
}

} // namespace

TaskDifferences taskDifferences(const ComparisonContext &context)
{
    auto draft = context.startedTable(QStringLiteral("compare-tasks"), QStringLiteral("Differences by task"));
    addTaskColumns(draft);
    TaskDifferences differences;
    for (const auto *task : worstFirst(context.sides())) {
        auto runsA = task->runsOf(&TaskPair::a);
        auto runsB = task->runsOf(&TaskPair::b);
        auto cells = cellsOf(*task, runsA, runsB);
        differences.leftRuns.push_back(context.runsOfA(std::move(runsA)));
        draft.addRow(std::move(cells), context.runsOfB(std::move(runsB)));
    }
    const auto brackets = intervalNote(context.sides().pairing);
    draft.addNotes({assertionsNote(context.options().mode), brackets,
        QStringLiteral(
            "With few runs a task the intervals are wide, and the first of many tasks looks worse than it is; "
            "they are not adjusted for the number of tasks.")});
    draft.describe({.estimator = QStringLiteral("difference in %1 of each task, B less A").arg(context.measureWords()),
                       .interval = QStringLiteral("95 % intervals over the runs or pairs of a task"),
                       .unit = QStringLiteral("runs"),
                       .count = {},
                       .resamples = 0,
                       .seed = {},
                       .exclusions = {}},
        {});
    differences.table = context.finished(draft);
    return differences;
}

} // namespace Decayscope
