// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contractbook.h"
#include "taskdefinition.h"

namespace Decayscope {

/// Which text of a task is meant where both are there: the one of its contract, or the imported one.
enum class TaskOrigin : quint8 { BuiltIn, Imported };

/// A task as it is listed: of a contract, imported into the study, or both.
struct OfferedTask
{
    TaskSpec task;
    bool isOfContract = false;
    std::optional<TaskDefinition> imported;
};

/// The tasks of some contracts in their order, then imported ones that are none of theirs.
[[nodiscard]] std::vector<OfferedTask> offeredTasks(
    const std::vector<const Contract *> &contracts, const std::vector<TaskDefinition> &imported);

/// What a task says, from the wanted origin or else from the one it has.
[[nodiscard]] TaskDefinition definitionOf(
    const ContractBook &book, const OfferedTask &offered, TaskOrigin wanted = TaskOrigin::BuiltIn);

/// The SHA-256 of a prompt as UTF-8, as lower-case hexadecimal digits.
[[nodiscard]] QString promptHash(const QString &prompt);

} // namespace Decayscope
