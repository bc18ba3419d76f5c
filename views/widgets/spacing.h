// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Decayscope::Spacing {

/// The grid everything is laid out on, in device-independent pixels.
inline constexpr int hair = 1;
inline constexpr int tight = 4;
inline constexpr int normal = 8;
inline constexpr int wide = 16;
inline constexpr int section = 24;

/// How round the corners of buttons, chips and fields are.
inline constexpr double radius = 4.0;

} // namespace Decayscope::Spacing
