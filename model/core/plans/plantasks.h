// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <contracts/contractbook.h>
#include <contracts/filefields.h>

namespace Decayscope {

/// The tasks that a plan's file names, in its order. Faults go to the fields.
[[nodiscard]] std::vector<TaskSpec> readPlanTasks(FileFields &fields, const ContractBook &book);

/// How a plan's file names tasks: "all", "pipeline subset", or each below its runtime ("uv/flask-openapi-sqlite").
[[nodiscard]] QStringList planTaskTexts(const std::vector<TaskSpec> &tasks);

} // namespace Decayscope
