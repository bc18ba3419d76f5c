// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>

namespace Decayscope::PaperColor {

// Every one of the texts' has a contrast of at least 4.5:1 to white.
inline constexpr QColor ink{0x1b, 0x1f, 0x24};
inline constexpr QColor muted{0x59, 0x62, 0x6d};
inline constexpr QColor line{0xd5, 0xdb, 0xe2};
inline constexpr QColor soft{0xf4, 0xf6, 0xf9};
inline constexpr QColor accent{0x1d, 0x4f, 0x91};
inline constexpr QColor warning{0x7a, 0x43, 0x00};
inline constexpr QColor warningGround{0xff, 0xf3, 0xdc};

} // namespace Decayscope::PaperColor
