// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPainterPath>

namespace Decayscope {

inline constexpr int markerShapeCount = 12;

/// The outline of a marker shape around the origin, of equal visual weight; the index counts round and round.
[[nodiscard]] QPainterPath markerPath(int shape, double radius);

} // namespace Decayscope
