// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifiersensitivity.h"

#include "correlation.h"
#include "decay.h"
#include "grouping.h"
#include "taskscores.h"
#include "verifiermodes.h"

#include <algorithm>

namespace Decayscope {

namespace {

ScoreMode modeOf(Judging judging)
{
    return judging == Judging::Raw ? ScoreMode::Raw : ScoreMode::Strict;
}

JudgedScore scoreOf(const std::vector<TaskScore> &scores, ScoreMode mode)
{
    Numbering<QString> frameworks;
    std::vector<ClusteredValue> assertions;
    std::vector<ClusteredValue> passes;
    assertions.reserve(scores.size());
    passes.reserve(scores.size());
    for (const auto &score : scores) {
        const auto cluster = frameworks.of(score.task.framework);
        assertions.push_back({score.assertions(mode), cluster});
        passes.push_back({score.passAt(1, mode), cluster});
    }
    return {.assertions = clusteredMean(assertions).value_or(Estimate{}),
        .passAt1 = clusteredMean(passes).value_or(Estimate{}),
        .delta = {}};
}

std::map<Configuration, JudgedScore> judgedScores(std::span<const Run> runs, Judging judging)
{
    const auto mode = modeOf(judging);
    std::map<Configuration, JudgedScore> scores;
    for (const auto &[configuration, ofConfiguration] : groupedBy(taskScores(runs), &TaskScore::configuration))
        scores.emplace(configuration, scoreOf(ofConfiguration, mode));
    for (const auto &curve : decayCurves(runs, mode))
        scores.at(curve.configuration).delta = curve.delta;
    return scores;
}

std::vector<double> assertionsUnder(std::span<const SensitivityRow> rows, Judging judging)
{
    std::vector<double> values;
    values.reserve(rows.size());
    for (const auto &row : rows)
        values.push_back(withoutRounding(row.of(judging).assertions.mean));
    return values;
}

void rankRows(std::vector<SensitivityRow> &rows)
{
    for (const auto judging : allJudgings) {
        auto values = assertionsUnder(rows, judging);
        for (auto &value : values)
            value = -value;
        const auto ranks = averageRanks(values);
        for (std::size_t i = 0; i < rows.size(); ++i)
            rows[i].scores.at(static_cast<std::size_t>(judging)).rank = ranks[i];
    }
}

void countVerdicts(std::map<Configuration, SensitivityRow> &rows, const Run &run)
{
    auto &row = rows.at(run.key.configuration);
    row.runs.insert(run.id);
    const auto byReference = run.verdicts.isCompliant();
    const auto bySyntax = run.syntaxVerdicts ? run.syntaxVerdicts->isCompliant() : byReference;
    if (!byReference)
        row.rejected.insert(run.id);
    if (!bySyntax)
        row.rejectedBySyntax.insert(run.id);
    if (byReference != bySyntax)
        row.changed.insert(run.id);
}

} // namespace

VerifierSensitivity verifierSensitivity(std::span<const Run> runs)
{
    std::vector<Run> counted;
    std::ranges::copy_if(
        runs, std::back_inserter(counted), [](const Run &run) { return run.task.kind == TaskKind::Generation; });
    VerifierSensitivity result;
    result.unjudged = static_cast<int>(
        std::ranges::count_if(counted, [](const Run &run) { return !run.syntaxVerdicts.has_value(); }));
    result.hasSyntax = result.unjudged < std::ssize(counted);
    if (result.hasSyntax)
        std::erase_if(counted, [](const Run &run) { return !run.syntaxVerdicts.has_value(); });
    std::map<Configuration, SensitivityRow> rows;
    for (const auto judging : allJudgings) {
        const bool bySyntax = judging == Judging::Syntax && result.hasSyntax;
        for (const auto &[configuration, score] :
            judgedScores(judgedBy(bySyntax ? VerifierMode::Syntax : VerifierMode::Reference, counted), judging)) {
            auto &row = rows.try_emplace(configuration, SensitivityRow{.configuration = configuration}).first->second;
            row.scores.at(static_cast<std::size_t>(judging)) = score;
        }
    }
    for (const auto &run : counted)
        countVerdicts(rows, run);
    for (auto &[configuration, row] : rows)
        result.rows.push_back(std::move(row));
    rankRows(result.rows);
    return result;
}

std::optional<double> rankAgreement(const VerifierSensitivity &sensitivity, Judging a, Judging b)
{
    return kendall(assertionsUnder(sensitivity.rows, a), assertionsUnder(sensitivity.rows, b));
}

std::vector<std::pair<std::size_t, std::size_t>> swappedPairs(
    const VerifierSensitivity &sensitivity, Judging a, Judging b)
{
    const auto first = assertionsUnder(sensitivity.rows, a);
    const auto second = assertionsUnder(sensitivity.rows, b);
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < first.size(); ++i) {
        for (std::size_t j = i + 1; j < first.size(); ++j) {
            if ((first[i] - first[j]) * (second[i] - second[j]) < 0)
                pairs.emplace_back(i, j);
        }
    }
    return pairs;
}

} // namespace Decayscope
