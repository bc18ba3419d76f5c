// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tasksinput.h"

#include <stats/verifiermodes.h>

#include <algorithm>
#include <utility>

namespace Decayscope {

const OfferedTask *TasksInput::find(const TaskSpec &task) const
{
    const auto found = std::ranges::find(offered, task, &OfferedTask::task);
    return found == offered.end() ? nullptr : &*found;
}

TasksInput tasksInputOf(ContractBook book, const std::vector<TaskDefinition> &imported)
{
    std::vector<const Contract *> contracts;
    contracts.reserve(book.contracts().size());
    for (const auto &contract : book.contracts())
        contracts.push_back(&contract);
    auto offered = offeredTasks(contracts, imported);
    return {.book = std::move(book), .offered = std::move(offered)};
}

TaskCounts taskCountsOf(const StudySnapshot &study, const RunFilter &filter, ScoreChoice score)
{
    TaskCounts counts;
    const auto mode = scoreModeOf(score);
    for (const auto &run : judgedBy(verifiersOf(score), filtered(study.runs, filter))) {
        auto &count = counts[run.task];
        ++count.runs;
        count.assertions += share(run, mode);
    }
    for (auto &[task, count] : counts)
        count.assertions /= count.runs;
    return counts;
}

} // namespace Decayscope
