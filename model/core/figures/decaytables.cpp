// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "studytables.h"
#include "tablecontext.h"
#include "tabledraft.h"

#include <stats/decay.h>
#include <stats/marginaleffects.h>
#include <stats/permutation.h>

#include <algorithm>

namespace Decayscope {

namespace {

using LevelValue = std::optional<double> (*)(const LevelScore &);

constexpr LevelValue assertionsOf = [](const LevelScore &level) { return std::optional(level.assertions.mean); };
constexpr LevelValue passOf = [](const LevelScore &level) { return std::optional(level.passAt1.mean); };
constexpr LevelValue lowOf = [](const LevelScore &level) { return level.assertions.low; };
constexpr LevelValue highOf = [](const LevelScore &level) { return level.assertions.high; };

Cell levelCell(const DecayCurve &curve, std::size_t level, LevelValue value)
{
    return curve.levels.at(level) ? cellOf(value(*curve.levels.at(level))) : Cell();
}

std::vector<Cell> decayCells(const DecayCurve &curve)
{
    std::vector<Cell> cells{cellOf(curve.configuration.scaffold), cellOf(curve.configuration.model),
        cellOf(curve.tasks), cellOf(curve.runs)};
    for (const auto value : {assertionsOf, passOf}) {
        for (std::size_t level = 0; level < levelCount; ++level)
            cells.push_back(levelCell(curve, level, value));
    }
    cells.push_back(cellOf(curve.delta));
    cells.push_back(cellOf(curve.relativeLoss));
    for (std::size_t level = 0; level < levelCount; ++level) {
        for (const auto value : {lowOf, highOf})
            cells.push_back(levelCell(curve, level, value));
    }
    return cells;
}

void addDecayColumns(TableDraft &draft)
{
    draft.addConfigurationColumns();
    draft.addColumn(QStringLiteral("tasks"), QStringLiteral("Tasks"), CellKind::Count);
    draft.addColumn(QStringLiteral("runs"), QStringLiteral("Runs"), CellKind::Count);
    draft.addLevelColumns(QStringLiteral("a"), QStringLiteral("A%"), CellKind::Percent);
    draft.addLevelColumns(QStringLiteral("p"), QStringLiteral("pass@1"), CellKind::Percent);
    draft.addColumn(QStringLiteral("delta"), QStringLiteral("ΔA%"), CellKind::Points);
    draft.addColumn(QStringLiteral("relative_loss"), QStringLiteral("Relative loss %"), CellKind::Number);
    for (int level = 0; level < levelCount; ++level) {
        const auto key = levelKey(u"a", level);
        draft.addInterval(key, key + u"_low", key + u"_high");
        draft.rank(BestValue::Highest, {key, levelKey(u"p", level)});
        draft.publish({key, levelKey(u"p", level)});
    }
    draft.rank(BestValue::Highest, {u"delta"});
    draft.rank(BestValue::Lowest, {u"relative_loss"});
    draft.publish({u"scaffold", u"model", u"delta"});
}

void addCapable(TableDraft &draft, const CapableSummary &capable)
{
    const auto group = QStringLiteral("capable");
    draft.addField({group, QStringLiteral("n"), QStringLiteral("n"), CellKind::Count, cellOf(capable.configurations)});
    draft.addField(
        {group, QStringLiteral("mean_delta"), QStringLiteral("mean ΔA%"), CellKind::Points, cellOf(capable.meanDelta)});
    draft.addField({group, QStringLiteral("mean_relative_loss"), QStringLiteral("mean relative loss %"),
        CellKind::Number, cellOf(capable.meanRelativeLoss)});
}

/// Tasks with more constraints than the study's levels stand in no level column; a table that has some says so.
QStringList beyondLevelsNote(std::span<const Run> runs)
{
    std::set<QString> tasks;
    for (const auto &run : runs) {
        if (run.task.level() >= levelCount)
            tasks.insert(run.task.name);
    }
    if (tasks.empty())
        return {};
    return {QStringLiteral("Tasks with more than three constraints stand in no level: %1.")
            .arg(QStringList(tasks.begin(), tasks.end()).join(u", "))};
}

TableSpec decayTableOf(QStringView name, const StudySnapshot &study, const TableOptions &options, ScoreMode mode)
{
    const TableContext context(study, options);
    TableDraft draft(name);
    addDecayColumns(draft);
    const auto curves = decayCurves(context.runs(), mode);
    for (const auto &curve : curves)
        draft.addRow(decayCells(curve), context.runsOf(curve.configuration), context.markOf(curve.configuration));
    addCapable(draft, capableSummary(curves));
    draft.addNotes({assertionsNote(mode), passNote(mode), frameworkIntervalNote(),
        QStringLiteral("ΔA% is L3 − L0 in percentage points; relative loss is (L0 − L3)/L0."),
        QStringLiteral("Capable configurations have an A% above 50 at L0 and tasks at L0 and L3.")});
    draft.addNotes(beyondLevelsNote(context.runs()));
    draft.describe(levelCard(mode), {assertionsNote(mode), frameworkIntervalNote()});
    return draft.finished(context);
}

void addMarginalColumns(TableDraft &draft)
{
    draft.addColumn(QStringLiteral("constraint"), QStringLiteral("Constraint"), CellKind::Text);
    draft.addColumn(QStringLiteral("mean"), QStringLiteral("Mean ΔA%"), CellKind::Points);
    draft.addColumn(QStringLiteral("sd"), QStringLiteral("SD"), CellKind::Number);
    draft.addColumn(QStringLiteral("sem"), QStringLiteral("SEM"), CellKind::Number);
    draft.addColumn(QStringLiteral("n"), QStringLiteral("Pairs"), CellKind::Count);
    draft.addColumn(QStringLiteral("clusters"), QStringLiteral("Clusters"), CellKind::Count);
    draft.addInterval(QStringLiteral("mean"), QStringLiteral("low"), QStringLiteral("high"));
    draft.addColumn(QStringLiteral("p_value"), QStringLiteral("p"), CellKind::PValue);
    draft.addColumn(QStringLiteral("p_holm"), QStringLiteral("p (Holm)"), CellKind::PValue);
    draft.column(u"mean").errorKey = QStringLiteral("sem");
    draft.publish({u"constraint", u"mean", u"sem", u"n"});
}

std::vector<Cell> marginalCells(const MarginalEffect &effect)
{
    return {cellOf(constraintName(effect.constraint)), cellOf(effect.effect.mean), cellOf(effect.deviation),
        cellOf(effect.standardError), cellOf(effect.effect.n), cellOf(effect.effect.clusters),
        cellOf(effect.effect.low), cellOf(effect.effect.high), cellOf(effect.pValue), cellOf(effect.pHolm)};
}

EstimatorCard marginalCard(ScoreMode mode, const std::vector<MarginalEffect> &effects)
{
    const bool isDrawn = std::ranges::any_of(
        effects, [](const MarginalEffect &effect) { return effect.effect.clusters > exactClusters; });
    return {.estimator = QStringLiteral("mean over pairs of sibling tasks of the difference in %1")
                .arg(mode == ScoreMode::Raw ? QStringLiteral("raw A%") : QStringLiteral("A%")),
        .interval = QStringLiteral("95 % cluster-robust t(G − 1) intervals, clusters = pairs of tasks"),
        .unit = QStringLiteral("pairs"),
        .count = {},
        .resamples = isDrawn ? permutationDraws : 0,
        .seed = isDrawn ? std::optional(permutationSeed) : std::nullopt,
        .exclusions = {}};
}

QStringList marginalNotes(ScoreMode mode)
{
    return {assertionsNote(mode),
        QStringLiteral(
            "A pair is one configuration's A% on a task with the constraint less its A% on the same framework's "
            "task without it, in percentage points; mean, SD (n − 1) and SEM = SD/√n are over all pairs."),
        QStringLiteral(
            "Brackets: 95 % interval, cluster-robust with t(G − 1), clusters = pairs of tasks; none for fewer than "
            "two clusters."),
        QStringLiteral(
            "p: two-sided sign-flip permutation of whole clusters, exact up to %1 clusters, else %L2 draws with seed "
            "%3; p (Holm) is adjusted for the constraints shown.")
            .arg(exactClusters)
            .arg(permutationDraws)
            .arg(permutationSeed)};
}

} // namespace

QString withoutStop(QString sentence)
{
    if (sentence.endsWith(u'.'))
        sentence.chop(1);
    return sentence;
}

QString assertionsNote(ScoreMode mode)
{
    if (mode == ScoreMode::Raw)
        return QStringLiteral(
            "Raw A% is the mean over tasks of the share of passed assertions; constraints are not looked at.");
    return QStringLiteral(
        "A% is the mean over tasks of the share of passed assertions, where a run that breaks a constraint of "
        "its task counts 0.");
}

EstimatorCard levelCard(ScoreMode mode)
{
    return {.estimator = withoutStop(assertionsNote(mode)),
        .interval = QStringLiteral("95 % intervals of the mean over tasks, cluster-robust with t(G − 1), clusters = "
                                   "frameworks"),
        .unit = QStringLiteral("tasks"),
        .count = {},
        .resamples = 0,
        .seed = {},
        .exclusions = {}};
}

EstimatorCard plainCard(const QString &estimator, const QString &unit)
{
    EstimatorCard card;
    card.estimator = estimator;
    card.unit = unit;
    return card;
}

QString passNote(ScoreMode mode)
{
    if (mode == ScoreMode::Raw)
        return QStringLiteral("pass@1 is the mean over tasks of the share of runs, in percent, that pass all tests.");
    return QStringLiteral(
        "pass@1 is the mean over tasks of the share of runs, in percent, that pass all tests and keep all "
        "constraints.");
}

QString frameworkIntervalNote(QStringView sign)
{
    return sign
        + QStringLiteral(": 95 % interval of the mean over tasks, cluster-robust with t(G − 1), clusters = frameworks; "
                         "none for fewer than two frameworks; cut to 0–100 for display.");
}

TableSpec decayTable(const StudySnapshot &study, const TableOptions &options)
{
    return decayTableOf(u"decay", study, options, ScoreMode::Strict);
}

TableSpec decayRawTable(const StudySnapshot &study, const TableOptions &options)
{
    return decayTableOf(u"decay-raw", study, options, ScoreMode::Raw);
}

TableSpec marginalEffectsTable(const StudySnapshot &study, const TableOptions &options)
{
    const TableContext context(study, options);
    TableDraft draft(u"marginal-effects");
    addMarginalColumns(draft);
    const auto effects = marginalEffects(context.runs(), options.mode);
    for (const auto &effect : effects)
        draft.addRow(marginalCells(effect), context.runsOf({.only = effect.runs}));
    const auto notes = marginalNotes(options.mode);
    draft.addNotes(notes);
    draft.describe(marginalCard(options.mode, effects), {notes.at(2)});
    return draft.finished(context);
}

} // namespace Decayscope
