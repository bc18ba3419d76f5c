// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sidenotes.h"

namespace Decayscope {

/// What changes on each task that both sides ran, worst first, and the runs of A behind each row.
struct TaskDifferences
{
    TableSpec table;
    std::vector<RunFilter> leftRuns;
};

[[nodiscard]] TaskDifferences taskDifferences(const ComparisonContext &context);

} // namespace Decayscope
