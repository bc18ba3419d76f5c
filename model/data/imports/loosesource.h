// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runsource.h"

namespace Decayscope {

/// The runs of a single file: a trajectory of any format, several of them, or a report. `path` is absolute and clean.
/// Errors: Unreadable, InvalidInput (nothing of these in it), Refused, Cancelled.
[[nodiscard]] Result<std::unique_ptr<RunSource>> openLooseFile(const QString &path, const Progress &progress);

/// The same of an archive that holds no results tree.
[[nodiscard]] Result<std::unique_ptr<RunSource>> openLooseZip(const QString &path, const Progress &progress);

/// The trajectories, conversations and reports below a folder. Links are not followed.
[[nodiscard]] Result<std::unique_ptr<RunSource>> openLooseFolder(const QString &folder, const Progress &progress);

} // namespace Decayscope
