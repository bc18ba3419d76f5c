// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysisparts.h"
#include "analysisrows.h"
#include "verifierconclusions.h"

#include <figures/celltext.h>
#include <figures/figuredraft.h>
#include <figures/figureparts.h>
#include <figures/figurewords.h>
#include <figures/studytables.h>
#include <figures/tablecontext.h>
#include <figures/tabledraft.h>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

AnalysisInfo verifierSensitivityInfo()
{
    return {.name = u"verifier-sensitivity"_s,
        .title = u"Sensitivity to verifiers"_s,
        .description
        = u"What changes where nobody, the reference verifiers or the syntax verifiers judge constraints."_s,
        .group = AnalysisGroup::Reliability,
        .options = {},
        .card
        = {.question = u"Would another way of judging constraints change the results, the ranking or a conclusion?"_s,
            .formula
            = u"A% and pass@1 over all tasks, and Δ = A%(L3) − A%(L0), three times over the same runs: raw (no "
              u"verifier), strict by the reference verifiers, strict by the syntax verifiers.\n"
              u"rank: by A%, 1 for the highest, equal ones share the average.\n"
              u"Kendall's τ-b = (concordant − discordant pairs)/√(pairs untied in one · pairs untied in the other)\n"
              u"Intervals of A%: 95 % cluster-robust with t(G − 1), clusters = frameworks."_s,
            .assumptions = {u"All three rest on the same runs: where the syntax verifiers have not judged a run, it is "
                            u"left out of all "
                            u"columns, and a note counts them. Where they have judged none, their columns are empty."_s,
                u"Verifiers read patches, and both can err; neither is the truth. Their quality is measured by "
                u"labelled cases "
                u"(Verifiers page), not here."_s,
                u"τ is over configurations; with few of them it takes few values, and it says nothing of how large the "
                u"differences are."_s},
            .reading
            = u"τ near 1 and no swapped pair: the ranking does not hang on the verifiers. Raw is above strict by "
              u"definition; what matters is whether Δ keeps its sign and configurations their order. A swapped pair "
              u"of nearly equal configurations says little."_s,
            .source = u"Kendall 1945, Biometrika 33(3); the study's own verifiers: arXiv 2605.06445."_s,
            .check = u"SciPy 1.15: scipy.stats.kendalltau, 1e-8 (tests, design.json)."_s}};
}

struct JudgingWords
{
    Judging judging;
    const char *key;
    const char *title;
};

constexpr std::array judgingWords{JudgingWords{Judging::Raw, "raw", "raw"},
    JudgingWords{Judging::Reference, "reference", "reference"}, JudgingWords{Judging::Syntax, "syntax", "syntax"}};

/// A value of a configuration that has a column for each way of judging.
struct JudgedColumn
{
    QString key;
    QString title;
    CellKind kind;
    std::optional<double> (*of)(const JudgedScore &score);
};

std::vector<JudgedColumn> judgedColumns()
{
    return {{u"a"_s, u"A%"_s, CellKind::Percent, [](const JudgedScore &s) { return std::optional(s.assertions.mean); }},
        {u"p"_s, u"pass@1"_s, CellKind::Percent, [](const JudgedScore &s) { return std::optional(s.passAt1.mean); }},
        {u"delta"_s, u"Δ"_s, CellKind::Points, [](const JudgedScore &s) { return s.delta; }},
        {u"rank"_s, u"Rank"_s, CellKind::Number, [](const JudgedScore &s) { return std::optional(s.rank); }}};
}

/// Everything a table and a figure say.
struct Findings
{
    VerifierSensitivity sensitivity;
    QStringList conclusions; ///< Whole sentences.
};

bool isShown(const VerifierSensitivity &sensitivity, Judging judging)
{
    return judging != Judging::Syntax || sensitivity.hasSyntax;
}

void addColumns(TableDraft &draft)
{
    draft.addConfigurationColumns();
    for (const auto &column : judgedColumns()) {
        for (const auto &words : judgingWords) {
            const auto word = QString::fromLatin1(words.title);
            draft.addColumn(
                column.key % u'_' % QString::fromLatin1(words.key), column.title % u' ' % word, column.kind);
        }
    }
    draft.addColumn(u"changed"_s, u"Verdicts changed"_s, CellKind::Count);
    draft.addColumn(u"rejected_reference"_s, u"Rejected by reference"_s, CellKind::Count);
    draft.addColumn(u"rejected_syntax"_s, u"Rejected by syntax"_s, CellKind::Count);
    for (const auto &words : judgingWords) {
        const auto key = u"a_" % QString::fromLatin1(words.key);
        draft.addInterval(key, key + u"_low", key + u"_high");
    }
}

std::vector<Cell> cellsOf(const VerifierSensitivity &sensitivity, const SensitivityRow &row)
{
    std::vector<Cell> cells{cellOf(row.configuration.scaffold), cellOf(row.configuration.model)};
    const auto shown = [&](Judging judging, const Cell &cell) { return isShown(sensitivity, judging) ? cell : Cell(); };
    for (const auto &column : judgedColumns()) {
        for (const auto judging : allJudgings)
            cells.push_back(shown(judging, cellOf(column.of(row.of(judging)))));
    }
    cells.push_back(shown(Judging::Syntax, cellOf(static_cast<int>(row.changed.size()))));
    cells.push_back(cellOf(static_cast<int>(row.rejected.size())));
    cells.push_back(shown(Judging::Syntax, cellOf(static_cast<int>(row.rejectedBySyntax.size()))));
    for (const auto judging : allJudgings) {
        cells.push_back(shown(judging, cellOf(row.of(judging).assertions.low)));
        cells.push_back(shown(judging, cellOf(row.of(judging).assertions.high)));
    }
    return cells;
}

EstimatorCard cardOf()
{
    return {.estimator
        = u"means over tasks of the share of passed assertions (A%), raw and strict by the reference and the "
          u"syntax verifiers"_s,
        .interval = frameworksIntervalPhrase(),
        .unit = u"tasks"_s,
        .count = {},
        .resamples = 0,
        .seed = {},
        .exclusions = {}};
}

void addFields(TableDraft &draft, const VerifierSensitivity &sensitivity)
{
    const auto group = u"tau"_s;
    draft.addField({group, u"raw_reference"_s, u"raw, reference"_s, CellKind::Coefficient,
        cellOf(rankAgreement(sensitivity, Judging::Raw, Judging::Reference))});
    const auto withSyntax = [&](Judging judging) {
        return sensitivity.hasSyntax ? cellOf(rankAgreement(sensitivity, judging, Judging::Syntax)) : Cell();
    };
    draft.addField({group, u"raw_syntax"_s, u"raw, syntax"_s, CellKind::Coefficient, withSyntax(Judging::Raw)});
    draft.addField(
        {group, u"reference_syntax"_s, u"reference, syntax"_s, CellKind::Coefficient, withSyntax(Judging::Reference)});
    std::size_t changed = 0;
    for (const auto &row : sensitivity.rows)
        changed += row.changed.size();
    draft.addField({{}, u"changed"_s, u"runs with another verdict"_s, CellKind::Count,
        sensitivity.hasSyntax ? cellOf(static_cast<int>(changed)) : Cell()});
}

TableSpec tableOf(const TableContext &context, const Findings &findings)
{
    const auto info = verifierSensitivityInfo();
    const auto &sensitivity = findings.sensitivity;
    TableDraft draft(info.name, info.title);
    addColumns(draft);
    for (const auto &row : inStudyOrder(context.study(), sensitivity.rows))
        draft.addRow(cellsOf(sensitivity, row), context.runsOf({.only = row.runs}));
    addFields(draft, sensitivity);
    draft.addNotes(findings.conclusions);
    draft.addNotes({u"Δ is A% at L3 less A% at L0 in percentage points; ranks are by A%."_s,
        u"Verdicts changed: runs that one kind of verifier finds compliant as a whole and the other does not."_s,
        frameworkIntervalNote()});
    draft.describe(cardOf(), {frameworkIntervalNote()});
    return draft.finished(context);
}

FigurePoint pointOf(const TableContext &context, const SensitivityRow &row, const JudgedScore &score, std::size_t place)
{
    FigurePoint point{.x = static_cast<double>(place),
        .y = score.assertions.mean,
        .low = score.assertions.low,
        .high = score.assertions.high,
        .text = {}};
    point.n = score.assertions.n;
    point.detail = u"A% %1, pass@1 %2 over %3; rank %4. %5"_s.arg(percentWords(score.assertions.mean),
        percentWords(score.passAt1.mean), countedWords(point.n, u"task"), cellText(score.rank, CellKind::Number),
        frameworksInterval(score.assertions));
    point.runs = context.runsOf({.only = row.runs});
    return point;
}

/// A category a configuration, a series a way of judging.
FigureSpec figureOf(const TableContext &context, const Findings &findings)
{
    auto figure = startedAnalysisFigure(verifierSensitivityInfo(), FigureShape::Dots);
    const auto rows = inStudyOrder(context.study(), findings.sensitivity.rows);
    figure.x.title = u"Configuration"_s;
    figure.y = {.title = u"A%"_s};
    for (const auto &row : rows)
        figure.x.categories << shownStyle(context.study(), row.configuration).displayName;
    const std::array names{u"Raw"_s, u"Strict, reference"_s, u"Strict, syntax"_s};
    for (std::size_t i = 0; i < allJudgings.size(); ++i) {
        if (!isShown(findings.sensitivity, allJudgings.at(i)))
            continue;
        FigureSeries series{.name = names.at(i),
            .color = static_cast<int>(i),
            .marker = static_cast<int>(i),
            .joined = false,
            .points = {}};
        for (std::size_t place = 0; place < rows.size(); ++place)
            series.points.push_back(pointOf(context, rows[place], rows[place].of(allJudgings.at(i)), place));
        figure.series.push_back(std::move(series));
    }
    figure.x.subLabels = countsByCategory(figure, figure.x.categories.size(), &FigurePoint::x, u"task");
    figure.card = cardOf();
    figure.notes << findings.conclusions << frameworkIntervalNote(u"Intervals");
    figure.summary = curvesInWords(figure);
    finishFigure(figure, context);
    return figure;
}

Analysis verifierSensitivityAnalysis(const StudySnapshot &study, const AnalysisRequest &request)
{
    const TableContext context(study, analysisOptions({.filter = request.filter}));
    Findings findings{.sensitivity = verifierSensitivity(context.runs()), .conclusions = {}};
    findings.conclusions = verifierConclusions(context, findings.sensitivity);
    return {.table = tableOf(context, findings), .figure = figureOf(context, findings), .files = {}};
}

} // namespace

AnalysisRow verifierSensitivityRow()
{
    return {.info = verifierSensitivityInfo(), .make = verifierSensitivityAnalysis};
}

} // namespace Decayscope
