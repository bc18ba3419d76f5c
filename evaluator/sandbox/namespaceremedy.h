// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Decayscope {

/// What lets this system make namespaces, a sentence; from the settings below `settings`.
[[nodiscard]] QString namespaceRemedy(const QString &settings = QStringLiteral("/proc/sys"));

} // namespace Decayscope
