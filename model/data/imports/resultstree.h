// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runsource.h"

namespace Decayscope {

/// The runs below a folder of the disk, sorted by key. Files are listed when a run is loaded, not before.
/// `folder` is an absolute, clean path; where it lies inside a tree its own ancestors complete the runs' places.
/// Errors: Unreadable, InvalidInput (no run folder below), Cancelled.
[[nodiscard]] Result<std::unique_ptr<RunSource>> openResultsTree(const QString &folder, const Progress &progress);

} // namespace Decayscope
