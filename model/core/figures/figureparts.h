// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurefacet.h"
#include "figurespec.h"
#include "tablecontext.h"

#include <stats/coverage.h>

#include <algorithm>

namespace Decayscope {

/// What stands in one panel of a figure.
struct FigurePart
{
    QString title; ///< Empty where it is the whole.
    RunFilter filter; ///< What makes it a part, beyond the context's filter.
    std::vector<Run> runs;
};

/// The whole as one part, or a part for every model, scaffold or framework that has runs, in the study's order.
[[nodiscard]] std::vector<FigurePart> figureParts(const TableContext &context, FigureFacet facet);

/// Gives a figure the panels of its parts; a single part without a title stays without panels.
void addPanels(FigureSpec &figure, std::span<const FigurePart> parts);

/// The frameworks of runs: the study's in its order, then others by name.
[[nodiscard]] QStringList frameworksInOrder(std::span<const Run> runs);

/// A configuration as the study shows it, also where the study has no style for it.
[[nodiscard]] ConfigurationStyle shownStyle(const StudySnapshot &study, const Configuration &configuration);

/// A series without points in a configuration's name, colour, line and marker.
[[nodiscard]] FigureSeries styledSeries(const StudySnapshot &study, const Configuration &configuration, int panel = 0);

/// Values about configurations in the order in which the study shows them.
template <typename Value>
[[nodiscard]] std::vector<Value> inStudyOrder(const StudySnapshot &study, std::vector<Value> values)
{
    std::ranges::stable_sort(
        values, {}, [&](const Value &value) { return shownStyle(study, value.configuration).order; });
    return values;
}

/// The configurations of runs in the order in which the study shows them.
[[nodiscard]] std::vector<Configuration> configurationsInOrder(const StudySnapshot &study, std::span<const Run> runs);

/// Which planned generation tasks and runs of a context are not there.
class PlanGaps
{
public:
    explicit PlanGaps(const TableContext &context);

    /// Of one configuration, for the tasks of a choice.
    [[nodiscard]] LevelCoverage of(const Configuration &configuration, const TaskChoice &choice) const;

    /// Runs a task should have.
    [[nodiscard]] int trials() const { return m_trials; }

private:
    std::map<Configuration, std::vector<TaskSpec>> m_planned; ///< That the context asks for.
    std::map<Configuration, std::map<TaskSpec, int>> m_done;
    int m_trials = 0;
};

} // namespace Decayscope
