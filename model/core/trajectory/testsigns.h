// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

namespace Decayscope {

/// Whether a shell command calls a test runner or sends HTTP requests to a server on this machine. What it only writes
/// into a file does not count.
[[nodiscard]] bool runsTests(QStringView command);

} // namespace Decayscope
