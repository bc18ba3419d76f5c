// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "taskchoice.h"

#include <algorithm>

namespace Decayscope {

std::vector<OfferedTask> offeredTasks(
    const std::vector<const Contract *> &contracts, const std::vector<TaskDefinition> &imported)
{
    std::vector<OfferedTask> offered;
    for (const auto *contract : contracts) {
        for (const auto &task : contract->tasks())
            offered.push_back({.task = task, .isOfContract = true, .imported = {}});
    }
    for (const auto &definition : imported) {
        const auto known = std::ranges::find(offered, definition.task, &OfferedTask::task);
        if (known == offered.end())
            offered.push_back({.task = definition.task, .imported = definition});
        else
            known->imported = definition;
    }
    return offered;
}

} // namespace Decayscope
