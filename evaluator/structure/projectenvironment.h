// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sourceproject.h"

namespace Decayscope {

/// The variables that a server is started with: what run.sh and other scripts set, and .env files.
[[nodiscard]] std::map<std::string, std::string> environmentOf(const SourceProject &project);

} // namespace Decayscope
