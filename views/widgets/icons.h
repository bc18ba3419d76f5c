// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>

namespace Decayscope {

/// One of the program's own icons from `:/icons`, drawn in the colours of the palette in use at the time of drawing, so
/// that it follows light and dark by itself.
[[nodiscard]] QIcon themedIcon(const QString &name);

} // namespace Decayscope
