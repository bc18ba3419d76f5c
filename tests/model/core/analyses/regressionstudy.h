// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/studysnapshot.h>

namespace Decayscope::Test {

/// All generation tasks by three configurations, three trials each, and a fourth that never succeeds, with a name that
/// would be a command if a script took it for one.
[[nodiscard]] StudySnapshot regressionStudy();

} // namespace Decayscope::Test
