// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <contracts/contractbook.h>
#include <contracts/taskdefinition.h>

namespace Decayscope {

/// A task as `tasks` lists it: of a contract, imported into the study, or both.
struct OfferedTask
{
    TaskSpec task;
    bool isOfContract = false;
    std::optional<TaskDefinition> imported;
};

/// The tasks of some contracts in their order, then imported ones that are none of theirs.
[[nodiscard]] std::vector<OfferedTask> offeredTasks(
    const std::vector<const Contract *> &contracts, const std::vector<TaskDefinition> &imported);

} // namespace Decayscope
