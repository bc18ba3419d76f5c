// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runsource.h"

namespace Decayscope {

/// The runs of a zip archive, handed out as the stream completes them. Nothing is unpacked to the disk.
///
/// A first look through the archive's directory finds the runs and refuses hostile archives as a whole. An archive that
/// breaks off gives the runs before the damage; a damaged entry costs its run a warning.
/// Errors: Unreadable, InvalidInput (no run inside), Refused, Cancelled.
[[nodiscard]] Result<std::unique_ptr<RunSource>> openZipSource(const QString &path, const Progress &progress);

} // namespace Decayscope
