// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "studytables.h"
#include "tablecontext.h"
#include "tabledraft.h"

#include <stats/frameworks.h>
#include <stats/subset.h>
#include <stats/verifierimpact.h>

namespace Decayscope {

namespace {

QString percentOf(int part, int whole)
{
    return whole > 0 ? QStringLiteral("%1 of %2 (%3 %)").arg(part).arg(whole).arg(100.0 * part / whole, 0, 'f', 1)
                     : QStringLiteral("0 of 0");
}

void addAverages(TableDraft &draft, const FrameworkBoard &board)
{
    for (const auto &average : board.averages)
        draft.addField({QStringLiteral("average"), average.framework, average.framework, CellKind::Percent,
            cellOf(average.assertions)});
    for (const auto &average : board.averages)
        draft.addField({QStringLiteral("average_p"), average.framework, average.framework, CellKind::Percent,
            cellOf(average.passAt1)});
}

QString averageNote(const FrameworkBoard &board)
{
    QStringList names;
    for (const auto &configuration : board.fullSet)
        names << configuration.model % u" by " % configuration.scaffold;
    return QStringLiteral(
        "The averages (A% and pass@1 by framework) are means over the configurations that cover at least 90 % of "
        "all tasks: %1.")
        .arg(names.isEmpty() ? QStringLiteral("none") : names.join(u", "));
}

std::vector<Cell> impactCells(const ImpactRow &row)
{
    std::vector<Cell> cells{cellOf(row.configuration.scaffold), cellOf(row.configuration.model)};
    for (const auto &level : row.levels) {
        cells.push_back(level ? cellOf(level->strict) : Cell());
        cells.push_back(level ? cellOf(level->raw) : Cell());
        cells.push_back(level ? cellOf(level->difference()) : Cell());
    }
    return cells;
}

void addImpactColumns(TableDraft &draft)
{
    draft.addConfigurationColumns();
    draft.publish({u"scaffold", u"model"});
    for (int level = 0; level < levelCount; ++level) {
        const auto suffix = QStringLiteral(" L%1").arg(level);
        draft.addColumn(levelKey(u"a", level), u"A%" % suffix, CellKind::Percent);
        draft.addColumn(levelKey(u"raw", level), u"Raw" % suffix, CellKind::Percent);
        draft.addColumn(levelKey(u"diff", level), u"Δ" % suffix, CellKind::Points);
        for (const auto &prefix : {u"a", u"raw", u"diff"}) {
            draft.column(levelKey(prefix, level)).level = level;
            draft.publish({levelKey(prefix, level)});
        }
        draft.rank(BestValue::Highest, {levelKey(u"a", level), levelKey(u"raw", level)});
    }
}

void addImpactSummary(TableDraft &draft, const VerifierImpact &impact)
{
    const auto group = QStringLiteral("summary");
    draft.addField({group, QStringLiteral("max_diff"), QStringLiteral("largest Δ"), CellKind::Points,
        cellOf(impact.largestDifference)});
    draft.addField({group, QStringLiteral("mean_drop"), QStringLiteral("mean drop L0 to L3"), CellKind::Number,
        cellOf(impact.meanDrop)});
    draft.addField({group, QStringLiteral("mean_drop_raw"), QStringLiteral("the same raw"), CellKind::Number,
        cellOf(impact.meanDropRaw)});
    draft.addField({group, QStringLiteral("constrained_test_passing"), QStringLiteral("test-passing constrained runs"),
        CellKind::Count, cellOf(impact.constrainedTestPassing)});
    draft.addField({group, QStringLiteral("false_rejects"), QStringLiteral("of them rejected"), CellKind::Count,
        cellOf(impact.falseRejects)});
}

void addCorrelation(
    TableDraft &draft, const QString &name, const QString &sign, const std::optional<Correlation> &correlation)
{
    const auto stem = name.section(u'_', 0, 0);
    const auto coefficient = correlation ? std::optional(correlation->coefficient) : std::nullopt;
    const auto pValue = correlation ? correlation->pValue : std::nullopt;
    draft.addField({.key = name, .title = sign, .kind = CellKind::Number, .value = cellOf(coefficient), .decimals = 3});
    draft.addField({.key = stem + u"_p",
        .title = QStringLiteral("p of ") + sign,
        .kind = CellKind::PValue,
        .value = cellOf(pValue)});
}

void addSubsetFields(TableDraft &draft, const SubsetComparison &comparison)
{
    addCorrelation(draft, QStringLiteral("pearson_r"), QStringLiteral("Pearson r"), comparison.pearson);
    addCorrelation(draft, QStringLiteral("spearman_rho"), QStringLiteral("Spearman ρ"), comparison.spearman);
    draft.addField({.key = QStringLiteral("n_pairs"),
        .title = QStringLiteral("pairs"),
        .kind = CellKind::Count,
        .value = cellOf(comparison.pairs)});
    for (int level = 0; level < levelCount; ++level) {
        draft.addField({QStringLiteral("mae"), QStringLiteral("l%1").arg(level), QStringLiteral("L%1").arg(level),
            CellKind::Number, cellOf(comparison.meanAbsoluteError.at(static_cast<std::size_t>(level)))});
    }
}

QString runMeanNote(ScoreMode mode)
{
    return mode == ScoreMode::Strict
        ? QStringLiteral(
              "Mean over runs of the share of passed assertions, where a run that breaks a constraint counts 0.")
        : QStringLiteral("Mean over runs of the share of passed assertions; constraints are not looked at.");
}

} // namespace

QStringList subsetNotes(const TableOptions &options)
{
    return {assertionsNote(options.mode),
        options.pipelineSubset
            ? QStringLiteral("The subset is the 16 pipeline tasks.")
            : QStringLiteral(
                  "The subset is all tasks of the frameworks of the pipeline: aiohttp, fastapi, express and fastify."),
        QStringLiteral(
            "Rows are the configurations that cover at least 90 % of all generation tasks and all 16 pipeline tasks; "
            "devstral-small is left out, as in the study."),
        QStringLiteral(
            "Pearson r and Spearman ρ are over all pairs (configuration and level), p is two-sided from t with n − 2 "
            "degrees of freedom; MAE is the mean absolute difference at a level in percentage points.")};
}

QStringList impactNotes(const VerifierImpact &impact)
{
    return {QStringLiteral("A% counts a run that breaks a constraint of its task as 0, raw A% does not look at "
                           "constraints; both are means "
                           "over tasks, Δ is raw A% − A% in percentage points."),
        QStringLiteral("The mean drops are over configurations with tasks at L0 and L3."),
        QStringLiteral(
            "Of the runs of constrained tasks %1 break a constraint; of the test-passing ones among them %2 do.")
            .arg(percentOf(impact.violatingRuns, impact.constrainedRuns),
                percentOf(impact.falseRejects, impact.constrainedTestPassing))};
}

TableSpec frameworksTable(const StudySnapshot &study, const TableOptions &options)
{
    const TableContext context(study, options);
    TableDraft draft(u"frameworks");
    draft.addConfigurationColumns();
    draft.addColumn(QStringLiteral("framework"), QStringLiteral("Framework"), CellKind::Text);
    draft.addColumn(QStringLiteral("a"), QStringLiteral("A%"), CellKind::Percent);
    draft.addColumn(QStringLiteral("p"), QStringLiteral("pass@1"), CellKind::Percent);
    const auto board = frameworkBoard(context.runs(), options.mode);
    for (const auto &score : board.scores) {
        draft.addRow({cellOf(score.configuration.scaffold), cellOf(score.configuration.model), cellOf(score.framework),
                         cellOf(score.assertions), cellOf(score.passAt1)},
            context.runsOf(score.configuration, score.framework), context.markOf(score.configuration));
    }
    addAverages(draft, board);
    draft.rank(BestValue::Highest, {u"a", u"p"});
    draft.publish({u"scaffold", u"model", u"framework", u"a", u"p"});
    const auto note = assertionsNote(options.mode);
    draft.addNotes({note, passNote(options.mode), averageNote(board)});
    draft.describe(plainCard(withoutStop(note), QStringLiteral("tasks")), {note});
    return draft.finished(context);
}

TableSpec sensitivityTable(const StudySnapshot &study, const TableOptions &options)
{
    const TableContext context(study, options);
    TableDraft draft(u"sensitivity");
    draft.addConfigurationColumns();
    draft.addColumn(QStringLiteral("framework"), QStringLiteral("Framework"), CellKind::Text);
    draft.addColumn(QStringLiteral("mean"), QStringLiteral("Mean %"), CellKind::Percent);
    draft.addColumn(QStringLiteral("sem"), QStringLiteral("SEM"), CellKind::Number);
    draft.addColumn(QStringLiteral("n"), QStringLiteral("Runs"), CellKind::Count);
    for (const auto &row : frameworkSensitivity(context.runs(), options.mode)) {
        draft.addRow({cellOf(row.configuration.scaffold), cellOf(row.configuration.model), cellOf(row.framework),
                         cellOf(row.mean), cellOf(row.standardError), cellOf(row.runs)},
            context.runsOf(row.configuration, row.framework), context.markOf(row.configuration));
    }
    draft.rank(BestValue::Highest, {u"mean"});
    draft.publish({u"scaffold", u"model", u"framework", u"mean", u"sem"});
    draft.column(u"mean").errorKey = QStringLiteral("sem");
    const auto note = runMeanNote(options.mode);
    draft.addNotes({note, QStringLiteral("SEM = SD/√n over runs; one run has none.")});
    draft.describe(plainCard(withoutStop(note), QStringLiteral("runs")), {note});
    return draft.finished(context);
}

TableSpec verifierImpactTable(const StudySnapshot &study, const TableOptions &options)
{
    const TableContext context(study, options);
    TableDraft draft(u"verifier-impact");
    addImpactColumns(draft);
    const auto impact = verifierImpact(context.runs());
    for (const auto &row : impact.rows)
        draft.addRow(impactCells(row), context.runsOf(row.configuration), context.markOf(row.configuration));
    addImpactSummary(draft, impact);
    const auto notes = impactNotes(impact);
    draft.addNotes(notes);
    draft.describe(plainCard(withoutStop(notes.front()), QStringLiteral("tasks")), {notes.front()});
    return draft.finished(context);
}

TableSpec subsetTable(const StudySnapshot &study, const TableOptions &options)
{
    const TableContext context(study, options);
    TableDraft draft(u"subset");
    draft.addConfigurationColumns();
    draft.addLevelColumns(QStringLiteral("full"), QStringLiteral("Full"), CellKind::Percent);
    draft.addLevelColumns(QStringLiteral("subset"), QStringLiteral("Subset"), CellKind::Percent);
    const auto kind = options.pipelineSubset ? SubsetKind::PipelineTasks : SubsetKind::FourFrameworks;
    const auto comparison = subsetComparison(context.runs(), kind, options.mode);
    for (const auto &row : comparison.rows) {
        std::vector<Cell> cells{cellOf(row.configuration.scaffold), cellOf(row.configuration.model)};
        for (const auto &values : {row.full, row.subset}) {
            for (const auto &value : values)
                cells.push_back(cellOf(value));
        }
        draft.addRow(std::move(cells), context.runsOf(row.configuration));
    }
    addSubsetFields(draft, comparison);
    draft.publish({u"scaffold", u"model"});
    for (int level = 0; level < levelCount; ++level) {
        draft.rank(BestValue::Highest, {levelKey(u"full", level), levelKey(u"subset", level)});
        draft.publish({levelKey(u"full", level), levelKey(u"subset", level)});
    }
    const auto notes = subsetNotes(options);
    draft.addNotes(notes);
    draft.describe(plainCard(withoutStop(notes.front()), QStringLiteral("tasks")), {notes.front()});
    return draft.finished(context);
}

} // namespace Decayscope
