// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis.h"
#include "studydesigns.h"

#include <figures/tablecontext.h>

namespace Decayscope {

/// One line of the table of power.
struct PowerRow
{
    QString name;
    QString unit;
    std::optional<int> units;
    std::optional<double> unitDeviation;
    std::optional<double> runDeviation;
    double trials = 0;
    std::optional<double> error;
    std::optional<double> detectable; ///< Percentage points.
    std::optional<double> powerNow; ///< Percent, for the difference asked for.
    std::optional<double> trialsNeeded;
    std::optional<double> unitsNeeded; ///< With the trials of now.
    std::optional<double> tasksNeeded;
    RunFilter runs;
};

[[nodiscard]] TestDemand demandOf(const AnalysisRequest &request);

/// The runs of some configurations; of all where none are named.
[[nodiscard]] RunFilter runsOfConfigurations(
    const TableContext &context, const std::set<Configuration> &configurations);

/// A line a design, and one for runs that pass or fail.
[[nodiscard]] std::vector<PowerRow> powerRows(
    const TableContext &context, std::span<const StudyDesign> designs, const AnalysisRequest &request);

} // namespace Decayscope
