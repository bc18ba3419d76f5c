// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "leveldifferences.h"

#include "levelnotes.h"

#include <figures/figurewords.h>
#include <figures/studytables.h>
#include <stats/grouping.h>
#include <stats/permutation.h>

#include <algorithm>

namespace Decayscope {

namespace {

using Tasks = std::vector<const PairedTask *>;

std::vector<ClusteredValue> differencesOf(const Tasks &tasks, double PairedRuns::*value)
{
    Numbering<QString> frameworks;
    std::vector<ClusteredValue> differences;
    differences.reserve(tasks.size());
    for (const auto *task : tasks)
        differences.push_back({task->difference(value), frameworks.of(task->task.framework)});
    return differences;
}

double meanOver(const Tasks &tasks, PairedRuns TaskPair::*side, double PairedRuns::*value)
{
    double sum = 0;
    for (const auto *task : tasks)
        sum += task->meanOf(side, value);
    return sum / static_cast<double>(tasks.size());
}

/// Sums of the frameworks, which change their sign as a whole: the clusters of the interval.
std::vector<double> flippedSums(std::span<const ClusteredValue> differences)
{
    std::map<int, double> sums;
    for (const auto &[value, framework] : differences)
        sums[framework] += value;
    std::vector<double> list;
    list.reserve(sums.size());
    for (const auto &[cluster, sum] : sums)
        list.push_back(sum);
    return list;
}

void testDifference(LevelDifference &level, std::span<const ClusteredValue> differences)
{
    const auto sums = flippedSums(differences);
    level.pValue = signFlipPValue(sums);
    level.isDrawn = sums.size() > exactClusters;
    std::vector<double> values;
    values.reserve(differences.size());
    for (const auto &difference : differences)
        values.push_back(difference.value);
    level.effect = standardizedDifference(values);
}

void countOutcome(PairedOutcomes &outcomes, bool a, bool b)
{
    if (a && b)
        ++outcomes.both;
    else if (a)
        ++outcomes.onlyA;
    else if (b)
        ++outcomes.onlyB;
    else
        ++outcomes.neither;
}

void addPairs(LevelDifference &level, const Tasks &tasks)
{
    for (const auto *task : tasks) {
        level.pairs += static_cast<int>(task->pairs.size());
        for (const auto &pair : task->pairs)
            countOutcome(level.outcomes, pair.a.succeedsMostly(), pair.b.succeedsMostly());
        level.runsA.merge(task->runsOf(&TaskPair::a));
        level.runsB.merge(task->runsOf(&TaskPair::b));
    }
    level.mcNemar = mcNemar(level.outcomes);
}

LevelDifference differenceOver(const Tasks &tasks)
{
    LevelDifference level;
    level.shareA = meanOver(tasks, &TaskPair::a, &PairedRuns::share);
    level.shareB = meanOver(tasks, &TaskPair::b, &PairedRuns::share);
    level.passA = meanOver(tasks, &TaskPair::a, &PairedRuns::pass);
    level.passB = meanOver(tasks, &TaskPair::b, &PairedRuns::pass);
    const auto differences = differencesOf(tasks, &PairedRuns::share);
    level.share = clusteredMean(differences).value_or(Estimate{});
    level.pass = clusteredMean(differencesOf(tasks, &PairedRuns::pass)).value_or(Estimate{});
    testDifference(level, differences);
    addPairs(level, tasks);
    return level;
}

void adjust(std::span<LevelDifference> levels, Adjustment adjustment)
{
    std::vector<double> pValues;
    pValues.reserve(levels.size());
    for (const auto &level : levels)
        pValues.push_back(level.pValue);
    const auto adjusted = adjustedPValues(pValues, adjustment);
    for (std::size_t i = 0; i < levels.size(); ++i)
        levels[i].adjustedP = adjusted[i];
}

void addColumns(TableDraft &draft)
{
    struct Column
    {
        QLatin1StringView key;
        QString title;
        CellKind kind;
    };
    const Column columns[] = {
        {QLatin1StringView("level"), QStringLiteral("Level"), CellKind::Text},
        {QLatin1StringView("tasks"), QStringLiteral("Tasks"), CellKind::Count},
        {QLatin1StringView("pairs"), QStringLiteral("Pairs"), CellKind::Count},
        {QLatin1StringView("a"), QStringLiteral("A% of A"), CellKind::Percent},
        {QLatin1StringView("b"), QStringLiteral("A% of B"), CellKind::Percent},
        {QLatin1StringView("difference"), QStringLiteral("Difference"), CellKind::Points},
        {QLatin1StringView("p_value"), QStringLiteral("p"), CellKind::PValue},
        {QLatin1StringView("p_adjusted"), QStringLiteral("p (adjusted)"), CellKind::PValue},
        {QLatin1StringView("effect"), QStringLiteral("d_z"), CellKind::Number},
        {QLatin1StringView("pass_a"), QStringLiteral("pass@1 of A"), CellKind::Percent},
        {QLatin1StringView("pass_b"), QStringLiteral("pass@1 of B"), CellKind::Percent},
        {QLatin1StringView("pass_difference"), QStringLiteral("Difference in pass@1"), CellKind::Points},
        {QLatin1StringView("only_a"), QStringLiteral("Only A succeeds"), CellKind::Count},
        {QLatin1StringView("only_b"), QStringLiteral("Only B succeeds"), CellKind::Count},
        {QLatin1StringView("p_mcnemar"), QStringLiteral("p (McNemar)"), CellKind::PValue},
    };
    for (const auto &column : columns)
        draft.addColumn(column.key, column.title, column.kind);
    draft.column(u"effect").decimals = 2;
    draft.addInterval(QStringLiteral("difference"), QStringLiteral("low"), QStringLiteral("high"));
    draft.addInterval(QStringLiteral("effect"), QStringLiteral("effect_low"), QStringLiteral("effect_high"));
    draft.addInterval(QStringLiteral("pass_difference"), QStringLiteral("pass_low"), QStringLiteral("pass_high"));
}

std::vector<Cell> cellsOf(const LevelDifference &level)
{
    const auto effect = level.effect.transform([](const EffectSize &size) { return size.value; });
    const auto interval = level.effect ? level.effect->interval : std::nullopt;
    return {cellOf(level.name()), cellOf(level.share.n), cellOf(level.pairs), cellOf(level.shareA),
        cellOf(level.shareB), cellOf(level.share.mean), cellOf(level.pValue), cellOf(level.adjustedP), cellOf(effect),
        cellOf(level.passA), cellOf(level.passB), cellOf(level.pass.mean), cellOf(level.outcomes.onlyA),
        cellOf(level.outcomes.onlyB), cellOf(level.mcNemar.exactP), cellOf(level.share.low), cellOf(level.share.high),
        cellOf(interval.transform([](const Interval &i) { return i.low; })),
        cellOf(interval.transform([](const Interval &i) { return i.high; })), cellOf(level.pass.low),
        cellOf(level.pass.high)};
}

EstimatorCard cardOf(const ComparisonContext &context, std::span<const LevelDifference> differences)
{
    EstimatorCard card{
        .estimator = QStringLiteral("means over tasks of the difference in %1, B less A on the same tasks")
            .arg(context.measureWords()),
        .interval = QStringLiteral("95 % cluster-robust t(G − 1) intervals, clusters = frameworks"),
        .unit = QStringLiteral("tasks"),
        .count = {}};
    describeDraws(card, differences);
    return card;
}

QString effectNote()
{
    return QStringLiteral("d_z: mean difference over its standard deviation between tasks, corrected for few tasks "
                          "(Hedges), with an interval of the noncentral t distribution, which takes tasks for "
                          "independent: where those of one framework change alike, it is too narrow.");
}

QString mcNemarNote()
{
    return QStringLiteral(
        "p (McNemar): exact test of the pairs in which only one side succeeds; a side succeeds in a pair where its "
        "pass@1 there is above 50 %, a mean over its configurations where it has several, since trials of two sides "
        "have nothing in common. It takes all pairs for independent, also those of one task or framework, and is not "
        "adjusted.");
}

} // namespace

QString LevelDifference::name() const
{
    return level ? levelWords(*level) : QStringLiteral("all");
}

std::vector<LevelDifference> levelDifferences(const ComparisonContext &context)
{
    std::map<int, Tasks> byLevel;
    Tasks all;
    for (const auto &task : context.sides().tasks) {
        byLevel[task.task.level()].push_back(&task);
        all.push_back(&task);
    }
    std::vector<LevelDifference> levels;
    if (context.sides().kind == TaskKind::Generation) { // Feature tasks have no level.
        for (const auto &[level, tasks] : byLevel) {
            levels.push_back(differenceOver(tasks));
            levels.back().level = level;
        }
    }
    adjust(levels, context.options().adjustment);
    levels.push_back(differenceOver(all));
    return levels;
}

TableSpec levelDifferencesTable(const ComparisonContext &context, std::span<const LevelDifference> differences)
{
    auto draft = context.startedTable(QStringLiteral("compare-levels"), QStringLiteral("Differences by level"));
    addColumns(draft);
    for (const auto &level : differences)
        draft.addRow(cellsOf(level), context.runsOfB(level.runsB));
    const auto brackets
        = QStringLiteral("Brackets: 95 % interval of the mean difference over tasks, cluster-robust with "
                         "t(G − 1), clusters = frameworks; none for fewer than two frameworks.");
    draft.addNotes({assertionsNote(context.options().mode), passNote(context.options().mode), brackets});
    draft.addNotes(permutationNotes(context, differences) + QStringList{effectNote(), mcNemarNote()});
    draft.describe(cardOf(context, differences), {brackets});
    return context.finished(draft);
}

} // namespace Decayscope
