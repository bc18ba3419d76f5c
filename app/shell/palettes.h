// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>

namespace Decayscope {

/// The program's own palettes, for desktops that bring none. All colours of the views derive from a palette; these two
/// are where the numbers stand.
[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();

} // namespace Decayscope
