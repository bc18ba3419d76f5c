// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "scorechoice.h"

#include <contracts/offeredtask.h>
#include <domain/runfilter.h>
#include <domain/studysnapshot.h>

#include <map>
#include <memory>

namespace Decayscope {

/// What the Tasks page lists: every contract with its tasks, and the tasks that were imported into the study.
struct TasksInput
{
    ContractBook book;
    std::vector<OfferedTask> offered; ///< Contract by contract, then those that are of none.

    [[nodiscard]] const OfferedTask *find(const TaskSpec &task) const; ///< Null where there is none.
};

/// The contracts of a book with a study's imported tasks.
[[nodiscard]] TasksInput tasksInputOf(ContractBook book, const std::vector<TaskDefinition> &imported);

/// The runs a study has of one task.
struct TaskCount
{
    int runs = 0;
    double assertions = 0; ///< Mean A% of the runs, 0–100.

    bool operator==(const TaskCount &) const = default;
};

using TaskCounts = std::map<TaskSpec, TaskCount>;

/// Of the runs that pass the filter; tasks without any are not in it.
[[nodiscard]] TaskCounts taskCountsOf(const StudySnapshot &study, const RunFilter &filter, ScoreChoice score);

} // namespace Decayscope
