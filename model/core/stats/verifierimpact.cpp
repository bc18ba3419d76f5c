// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifierimpact.h"

#include "decay.h"

#include <algorithm>

namespace Decayscope {

namespace {

ImpactRow rowOf(const DecayCurve &strict, const DecayCurve &raw)
{
    ImpactRow row{.configuration = strict.configuration, .levels = {}};
    for (std::size_t level = 0; level < levelCount; ++level) {
        if (strict.levels.at(level))
            row.levels.at(level)
                = {.strict = strict.levels.at(level)->assertions.mean, .raw = raw.levels.at(level)->assertions.mean};
    }
    return row;
}

void addSummary(VerifierImpact &impact)
{
    std::vector<double> drops;
    std::vector<double> rawDrops;
    for (const auto &row : impact.rows) {
        for (const auto &level : row.levels) {
            if (level)
                impact.largestDifference = std::max(impact.largestDifference.value_or(0), level->difference());
        }
        if (const auto &first = row.levels.front(), &last = row.levels.back(); first && last) {
            drops.push_back(first->strict - last->strict);
            rawDrops.push_back(first->raw - last->raw);
        }
    }
    impact.meanDrop = meanOf(drops);
    impact.meanDropRaw = meanOf(rawDrops);
}

void count(VerifierImpact &impact, const Run &run)
{
    if (run.task.kind != TaskKind::Generation || run.task.constraints.isEmpty())
        return;
    const auto violates = !run.verdicts.isCompliant();
    const auto passes = testsPassed(run);
    impact.constrainedRuns += 1;
    impact.violatingRuns += violates ? 1 : 0;
    impact.constrainedTestPassing += passes ? 1 : 0;
    impact.falseRejects += violates && passes ? 1 : 0;
}

} // namespace

VerifierImpact verifierImpact(std::span<const Run> runs)
{
    const auto strict = decayCurves(runs, ScoreMode::Strict);
    const auto raw = decayCurves(runs, ScoreMode::Raw);
    VerifierImpact impact;
    std::ranges::transform(strict, raw, std::back_inserter(impact.rows), rowOf);
    addSummary(impact);
    for (const auto &run : runs)
        count(impact, run);
    return impact;
}

} // namespace Decayscope
