// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "run.h"

#include <QDateTime>

#include <span>

namespace Decayscope {

/// The key of a run to be made: in the newest date folder of its configuration and task, so that trials made one after
/// the other count together, else in one named by `now`. Without a trial, the smallest number that is free there.
[[nodiscard]] RunKey nextRunKey(std::span<const Run> runs, const Configuration &configuration, const TaskSpec &task,
    const std::optional<int> &trial, const QDateTime &now);

/// A date folder's name, such as "2026-11-22T20-14-16".
[[nodiscard]] QString dateFolderName(const QDateTime &time);

} // namespace Decayscope
