// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runsource.h"

namespace Decayscope {

/// Reads the files of a run folder that count; others are left alone. A file that cannot be read comes without bytes
/// and with its problem. Fails with Unreadable where the folder itself cannot be read.
[[nodiscard]] Result<std::vector<RawFile>> loadRunFolder(const QString &folder);

} // namespace Decayscope
