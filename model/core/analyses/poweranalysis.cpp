// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysisparts.h"
#include "analysisrows.h"
#include "powerrows.h"

#include <figures/celltext.h>
#include <figures/figuredraft.h>
#include <figures/figurewords.h>
#include <figures/studytables.h>
#include <figures/tablecontext.h>
#include <figures/tabledraft.h>

#include <cmath>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr int shownTrials = 10; ///< Of the figure.

AnalysisInfo powerInfo()
{
    return {.name = u"power"_s,
        .title = u"Power and trials"_s,
        .description = u"Which differences this study can find, and how many trials, frameworks or pairs of tasks a "
                       u"smaller one takes."_s,
        .group = AnalysisGroup::Design,
        .options = {AnalysisOption::Score, AnalysisOption::Power},
        .card
        = {.question = u"How many trials do I need to find a difference of so many points, and does it help to run "
                       u"more trials rather than more tasks?"_s,
            .formula = u"Var(mean difference) = (σ_u² + w σ_r²/k)/U,  U units, k trials a task\n"
                       u"σ_r: SD of runs within a task, pooled;  w: what one trial leaves of it, 2/tasks of a unit for "
                       u"two configurations\n"
                       u"σ_u² = variance of the units' differences − w σ_r²/k of the study, at least 0\n"
                       u"power = P(|T| > t(1 − α/2, U − 1)), T noncentral t with U − 1 degrees of freedom and "
                       u"noncentrality δ/√Var\n"
                       u"pass or fail: n = (z(1 − α/2) √ψ + z(power) √(ψ − δ²))²/δ² pairs, ψ = share of discordant "
                       u"pairs"_s,
            .assumptions
            = {u"A new study is like this one: the same kind of tasks, configurations and variances. σ_u from few "
               u"units "
               u"is itself uncertain: with eight frameworks the variance may be four times the estimate, and so the "
               u"units "
               u"needed."_s,
                u"Units are what the intervals take for independent: frameworks for drops and for two configurations, "
                u"pairs of tasks for marginal effects."_s,
                u"More trials shrink only w σ_r²/k. Where σ_u alone hides the difference the trials needed do not "
                u"exist, shown by a dash; then only more units help."_s,
                u"The line on pass or fail pairs the runs of a task at random and takes pairs as independent; runs of "
                u"one task are alike, so take its numbers as the least that is needed."_s},
            .reading = u"Detectable now: a true difference of this size is found with the power asked for. Smaller "
                       u"observed differences may still be real. Do not compute power from the difference that was "
                       u"observed: ask for one that would matter. The middle pair is taken among those with the most "
                       u"units; half of these need more."_s,
            .source = u"Cohen 1988, Statistical Power Analysis, chapter 2; Connor 1987, Biometrics 43(1); Searle, "
                      u"Casella and McCulloch 1992, Variance Components"_s,
            .check
            = u"R 4.5.0, power.t.test with strict = TRUE, and the closed form of Connor (tests, design.json)"_s}};
}

void addColumns(TableDraft &draft, const AnalysisRequest &request)
{
    draft.addColumn(u"what"_s, u"What is compared"_s, CellKind::Text);
    draft.addColumn(u"unit"_s, u"Unit"_s, CellKind::Text);
    draft.addColumn(u"units"_s, u"Units"_s, CellKind::Count);
    draft.addColumn(u"sd_unit"_s, u"SD of units"_s, CellKind::Number);
    draft.addColumn(u"sd_run"_s, u"SD of runs"_s, CellKind::Number);
    draft.addColumn(u"trials"_s, u"Trials now"_s, CellKind::Number);
    draft.addColumn(u"se"_s, u"SE now"_s, CellKind::Number);
    draft.addColumn(u"detectable"_s, u"Detectable now"_s, CellKind::Number);
    const auto points = QString::number(request.difference);
    draft.addColumn(u"power_now"_s, u"Power for %1, %"_s.arg(points), CellKind::Percent);
    for (const auto &[key, title] : {std::pair{u"trials_needed"_s, u"Trials for %1"_s},
             std::pair{u"units_needed"_s, u"Units for %1"_s}, std::pair{u"tasks_needed"_s, u"Tasks for %1"_s}}) {
        draft.addColumn(key, title.arg(points), CellKind::Number);
        draft.column(key).decimals = 0;
    }
}

std::vector<Cell> cellsOf(const PowerRow &row)
{
    return {cellOf(row.name), cellOf(row.unit), row.units ? cellOf(*row.units) : Cell(), cellOf(row.unitDeviation),
        cellOf(row.runDeviation), cellOf(row.trials), cellOf(row.error), cellOf(row.detectable), cellOf(row.powerNow),
        cellOf(row.trialsNeeded), cellOf(row.unitsNeeded), cellOf(row.tasksNeeded)};
}

QString demandWords(const AnalysisRequest &request)
{
    return u"two-sided tests at %1 with power %2"_s.arg(request.significance).arg(request.power);
}

EstimatorCard cardOf(const AnalysisRequest &request)
{
    return {.estimator = u"smallest differences of A% in percentage points that are found by "_s % demandWords(request)
            % u", variances estimated from the runs at hand",
        .interval = {},
        .unit = u"units"_s,
        .count = {},
        .resamples = 0,
        .seed = {},
        .exclusions = {}};
}

QStringList notesOf(const AnalysisRequest &request)
{
    return {u"Deviations, SE and differences in percentage points; %1."_s.arg(demandWords(request)),
        u"A dash at the trials needed: up to %L1 trials do not suffice, mostly because the units themselves differ too "
        u"much; the units needed are those with the trials of now."_s.arg(mostTrialsNeeded),
        u"Pass or fail: a dash where the difference asked for is larger than the share of pairs that disagree."_s,
        u"The middle of two configurations is taken of at most %1 configurations."_s.arg(mostCompared)};
}

TableSpec tableOf(const TableContext &context, std::span<const PowerRow> rows, const AnalysisRequest &request)
{
    const auto info = powerInfo();
    TableDraft draft(info.name, info.title);
    addColumns(draft, request);
    for (const auto &row : rows)
        draft.addRow(cellsOf(row), row.runs);
    draft.addNotes(notesOf(request));
    draft.describe(cardOf(request), {});
    return draft.finished(context);
}

FigureSeries seriesOf(const TableContext &context, const StudyDesign &study, int sign, const AnalysisRequest &request)
{
    FigureSeries series{.name = study.name.section(u',', 0, 0), .color = sign, .marker = sign, .points = {}};
    // In standard errors the difference is the same for any number of trials.
    const auto first = detectableDifference(study.design, 1, demandOf(request));
    if (!first)
        return series;
    const auto errors = *first > 0 ? *first / designError(study.design, 1) : 0;
    for (int trials = 1; trials <= shownTrials; ++trials) {
        FigurePoint point{.x = trials - 1.0, .y = errors * designError(study.design, trials), .text = {}};
        point.n = study.design.units;
        point.detail = u"%1: with %2 a task a difference of %3 points is found."_s.arg(
            series.name, countedWords(trials, u"trial"), cellText(point.y, CellKind::Number));
        point.runs = runsOfConfigurations(context, study.configurations);
        series.points.push_back(std::move(point));
    }
    return series;
}

/// "Drop from L0 to L3: 31.0 points with 1 trial, 22.5 with 10."
QString inWords(const FigureSpec &figure)
{
    QStringList sentences;
    for (const auto &series : figure.series) {
        if (!series.points.empty()) {
            sentences << u"%1: %2 points with 1 trial, %3 with %4."_s.arg(series.name,
                cellText(series.points.front().y, CellKind::Number), cellText(series.points.back().y, CellKind::Number),
                QString::number(shownTrials));
        }
    }
    return sentences.join(u' ');
}

FigureSpec figureOf(const TableContext &context, std::span<const StudyDesign> designs, const AnalysisRequest &request)
{
    auto figure = startedAnalysisFigure(powerInfo(), FigureShape::Curves);
    figure.x = {.title = u"Trials a task"_s};
    for (int trials = 1; trials <= shownTrials; ++trials)
        figure.x.categories << QString::number(trials);
    figure.y = {
        .title = u"Detectable difference, percentage points"_s, .minimum = 0, .maximum = 10, .kind = CellKind::Number};
    for (const auto &design : designs) {
        auto series = seriesOf(context, design, static_cast<int>(figure.series.size()), request);
        for (const auto &point : series.points)
            figure.y.maximum = std::max(figure.y.maximum, 10 * std::ceil(point.y / 10));
        figure.series.push_back(std::move(series));
    }
    figure.card = cardOf(request);
    figure.notes << notesOf(request);
    figure.summary = inWords(figure);
    finishFigure(figure, context);
    return figure;
}

Analysis powerAnalysis(const StudySnapshot &study, const AnalysisRequest &request)
{
    const TableContext context(study, analysisOptions(request));
    const auto designs = studyDesigns(context.runs(), request.mode);
    const auto rows = powerRows(context, designs, request);
    return {.table = tableOf(context, rows, request), .figure = figureOf(context, designs, request), .files = {}};
}

} // namespace

AnalysisRow powerRow()
{
    return {.info = powerInfo(), .make = powerAnalysis};
}

} // namespace Decayscope
