// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifierfigures.h"

#include <figures/tablecontext.h>
#include <stats/interval.h>
#include <stats/verifierimpact.h>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr double capableAbove = 50;

bool isCapable(const ImpactRow &row)
{
    return row.levels.front() && row.levels.front()->raw > capableAbove;
}

/// Means over the rows chosen.
ModeLevels meansOf(const std::vector<ImpactRow> &rows, const std::vector<bool> &chosen, double ImpactLevel::*score)
{
    ModeLevels means;
    std::vector<double> drops;
    for (std::size_t level = 0; level < levelCount; ++level) {
        std::vector<double> values;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (chosen[i] && rows[i].levels.at(level))
                values.push_back(*rows[i].levels.at(level).*score);
        }
        means.levels.at(level) = meanOf(values);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (const auto &first = rows[i].levels.front(), &last = rows[i].levels.back(); chosen[i] && first && last)
            drops.push_back(*first.*score - *last.*score);
    }
    means.drop = meanOf(drops);
    return means;
}

ModeImpact impactOf(const std::vector<Run> &judged)
{
    const auto reference = verifierImpact(judgedBy(VerifierMode::Reference, judged)).rows;
    const auto syntax = verifierImpact(judgedBy(VerifierMode::Syntax, judged)).rows;
    ModeImpact impact;
    impact.areCapable = std::ranges::any_of(reference, isCapable);
    std::vector<bool> chosen;
    chosen.reserve(reference.size());
    for (const auto &row : reference)
        chosen.push_back(!impact.areCapable || isCapable(row));
    impact.configurations = static_cast<int>(std::ranges::count(chosen, true));
    impact.raw = meansOf(reference, chosen, &ImpactLevel::raw);
    impact.reference = meansOf(reference, chosen, &ImpactLevel::strict);
    impact.syntax = meansOf(syntax, chosen, &ImpactLevel::strict);
    return impact;
}

} // namespace

VerifierFigures verifierFiguresOf(const StudySnapshot &study, const RunFilter &filter)
{
    const TableContext context(study, {.filter = filter});
    auto judged = context.runs();
    const auto unjudged = std::ranges::count_if(
        judged, [](const Run &run) { return !run.syntaxVerdicts && !run.task.constraints.isEmpty(); });
    std::erase_if(judged, [](const Run &run) { return !run.syntaxVerdicts; });
    VerifierFigures figures{.agreement = modeAgreement(judged),
        .impact = impactOf(judged),
        .runs = {},
        .styles = study.styles,
        .unjudged = unjudged,
        .isReadOnly = study.isReadOnly};
    std::ranges::copy_if(
        judged, std::back_inserter(figures.runs), [](const Run &run) { return !run.task.constraints.isEmpty(); });
    return figures;
}

} // namespace Decayscope
