// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "studytables.h"
#include "tablecontext.h"
#include "tabledraft.h"

#include <stats/coverage.h>
#include <stats/feature.h>
#include <stats/termination.h>
#include <stats/tokens.h>

#include <algorithm>

namespace Decayscope {

namespace {

std::vector<Cell> tokenCells(const TokenUse &use, bool hasUsages)
{
    std::vector<Cell> cells{cellOf(use.configuration.scaffold), cellOf(use.configuration.model), cellOf(use.level),
        cellOf(use.runs), cellOf(use.mean.input), cellOf(use.mean.output)};
    if (hasUsages) {
        cells.push_back(use.allUsages ? cellOf(use.allUsages->input) : Cell());
        cells.push_back(use.allUsages ? cellOf(use.allUsages->output) : Cell());
    }
    return cells;
}

} // namespace

QStringList tokenNotes(const std::vector<TokenUse> &rows, bool hasUsages)
{
    int runs = 0;
    int estimated = 0;
    for (const auto &row : rows) {
        runs += row.runs;
        estimated += row.estimated;
    }
    QStringList notes{QStringLiteral("Means per run over the generation runs that say or let infer their tokens. "
                                     "OpenHands: the default usage of "
                                     "its state. Mini-SWE-Agent: for each assistant message, input is all messages "
                                     "before it, output is its own."),
        QStringLiteral("%1 of %2 runs are estimated as characters / 4, because no vocabulary counted them.")
            .arg(estimated)
            .arg(runs)};
    if (hasUsages)
        notes << QStringLiteral("The last two columns sum over all usages of a run.");
    return notes;
}

TableSpec featureTable(const StudySnapshot &study, const TableOptions &options)
{
    const TableContext context(study, options, TaskKind::Feature);
    TableDraft draft(u"feature");
    draft.addConfigurationColumns();
    draft.addColumn(QStringLiteral("p"), QStringLiteral("pass@1"), CellKind::Percent);
    for (const auto &score : featureScores(context.runs())) {
        draft.addRow(
            {cellOf(score.configuration.scaffold), cellOf(score.configuration.model), cellOf(score.passAt1.mean)},
            context.runsOf(score.configuration), context.markOf(score.configuration));
    }
    draft.rank(BestValue::Highest, {u"p"});
    draft.publish({u"scaffold", u"model", u"p"});
    const auto note = QStringLiteral("pass@1 is the mean over feature tasks of the share of runs, in percent, that "
                                     "pass all tests; no verifier is applied.");
    draft.addNotes({note});
    draft.describe(plainCard(withoutStop(note), QStringLiteral("tasks")), {note});
    return draft.finished(context);
}

TableSpec terminationTable(const StudySnapshot &study, const TableOptions &options)
{
    const TableContext context(study, options);
    TableDraft draft(u"termination");
    draft.addConfigurationColumns();
    for (const auto termination : allTerminations)
        draft.addColumn(terminationName(termination), terminationName(termination), CellKind::Count);
    for (const auto &row : terminationCounts(context.runs())) {
        std::vector<Cell> cells{cellOf(row.configuration.scaffold), cellOf(row.configuration.model)};
        for (const auto count : row.counts)
            cells.push_back(cellOf(count));
        draft.addRow(std::move(cells), context.runsOf(row.configuration));
    }
    draft.publish({u"scaffold", u"model"});
    for (const auto termination : allTerminations)
        draft.publish({terminationName(termination)});
    draft.addNotes({QStringLiteral(
        "Counts of generation runs. Submitted: the agent ended by itself; LimitsExceeded: it ran into a limit; "
        "NoTrajectory: its record is missing or cannot be parsed.")});
    draft.describe(plainCard(QStringLiteral("counts of runs by how they ended"), QStringLiteral("runs")), {});
    return draft.finished(context);
}

TableSpec coverageTable(const StudySnapshot &study, const TableOptions &options)
{
    const TableContext context(study, options);
    TableDraft draft(u"coverage");
    draft.addConfigurationColumns();
    draft.addColumn(QStringLiteral("tasks_done"), QStringLiteral("Tasks done"), CellKind::Count);
    draft.addColumn(QStringLiteral("tasks_planned"), QStringLiteral("Tasks planned"), CellKind::Count);
    draft.addColumn(QStringLiteral("missing"), QStringLiteral("Missing"), CellKind::Text);
    draft.column(u"missing").isList = true;
    const StudyPlan plan(study.runs);
    for (const auto &row :
        coverage(context.runs(), plan, [&](const TaskSpec &task) { return context.asksFor(task); })) {
        draft.addRow({cellOf(row.configuration.scaffold), cellOf(row.configuration.model), cellOf(row.tasksDone),
                         cellOf(row.tasksPlanned), cellOf(row.missing.join(listSeparator))},
            context.runsOf(row.configuration));
    }
    draft.addNotes(
        {QStringLiteral("Planned are the ten variants of every framework that the configuration or at least half of "
                        "all took up; for a configuration that keeps to the pipeline tasks, those alone."),
            QStringLiteral("A task is done with one run; most tasks have %1.").arg(plan.trials())});
    draft.describe(plainCard(QStringLiteral("counts of tasks with at least one run"), QStringLiteral("tasks")), {});
    return draft.finished(context);
}

TableSpec tokensTable(const StudySnapshot &study, const TableOptions &options)
{
    const TableContext context(study, options);
    const auto rows = tokenUse(context.runs());
    const auto hasUsages
        = std::ranges::any_of(rows, [](const TokenUse &use) { return use.allUsages && *use.allUsages != use.mean; });
    TableDraft draft(u"tokens");
    draft.addConfigurationColumns();
    draft.addColumn(QStringLiteral("level"), QStringLiteral("Level"), CellKind::Count);
    draft.addColumn(QStringLiteral("runs"), QStringLiteral("Runs"), CellKind::Count);
    draft.addColumn(QStringLiteral("input"), QStringLiteral("Input"), CellKind::Number);
    draft.addColumn(QStringLiteral("output"), QStringLiteral("Output"), CellKind::Number);
    if (hasUsages) {
        draft.addColumn(QStringLiteral("input_all"), QStringLiteral("Input, all usages"), CellKind::Number);
        draft.addColumn(QStringLiteral("output_all"), QStringLiteral("Output, all usages"), CellKind::Number);
    }
    for (const auto &use : rows) {
        draft.addRow(
            tokenCells(use, hasUsages), intersected(context.runsOf(use.configuration), {.levels = {use.level}}));
    }
    draft.publish({u"scaffold", u"model", u"level", u"input", u"output"});
    draft.column(u"input").decimals = 0;
    draft.column(u"output").decimals = 0;
    draft.addNotes(tokenNotes(rows, hasUsages));
    draft.describe(plainCard(QStringLiteral("mean tokens per run"), QStringLiteral("runs")), {});
    return draft.finished(context);
}

} // namespace Decayscope
