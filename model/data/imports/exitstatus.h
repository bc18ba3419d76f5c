// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/run.h>

#include <string_view>

namespace Decayscope {

/// How a run ended by the exit status that Mini-SWE-Agent or SWE-agent wrote; Unknown where it is empty. A name that is
/// not known is that of an exception.
[[nodiscard]] Termination terminationOfStatus(std::string_view status);

} // namespace Decayscope
