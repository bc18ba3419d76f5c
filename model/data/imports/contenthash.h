// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runsource.h"

namespace Decayscope {

/// 32 bytes over paths and bytes of files that are sorted by path: equal hash, equal files.
[[nodiscard]] QByteArray contentHashOf(const std::vector<RawFile> &files);

} // namespace Decayscope
