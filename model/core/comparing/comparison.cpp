// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "comparison.h"

#include "assertiondifferences.h"
#include "differencesfigure.h"
#include "leveldifferences.h"
#include "taskdifferences.h"

namespace Decayscope {

Result<SideComparison> compareSides(const ComparedSide &a, const ComparedSide &b, const SideComparisonOptions &options)
{
    const auto sides = pairedSides(a, b, options);
    if (!sides)
        return std::unexpected(sides.error());
    const ComparisonContext context(a, b, options, *sides);
    const auto levels = levelDifferences(context);
    auto tasks = taskDifferences(context);
    auto assertions = assertionDifferences(context);
    SideComparison comparison{.levels = levelDifferencesTable(context, levels),
        .tasks = std::move(tasks.table),
        .assertions = std::move(assertions.table),
        .figure = differencesFigure(context, levels),
        .leftRuns = std::move(tasks.leftRuns),
        .leftLevels = {},
        .leftFailures = std::move(assertions.leftFailures)};
    comparison.leftLevels.reserve(levels.size());
    for (const auto &level : levels)
        comparison.leftLevels.push_back(context.runsOfA(level.runsA));
    return comparison;
}

} // namespace Decayscope
