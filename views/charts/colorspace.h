// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>

namespace Decayscope {

/// A colour of CIELAB under D65, in which equal steps look about equal.
struct LabColor
{
    double lightness = 0; ///< 0 black to 100 white.
    double a = 0; ///< Green (below 0) to red.
    double b = 0; ///< Blue (below 0) to yellow.

    bool operator==(const LabColor &) const = default;
};

/// Light of an sRGB channel, and back; both 0 to 1, clipped.
[[nodiscard]] double linearLight(double encoded);
[[nodiscard]] double encodedLight(double linear);

[[nodiscard]] LabColor labColor(const QColor &color);

/// The nearest sRGB colour, clipped channel by channel.
[[nodiscard]] QColor screenColor(const LabColor &color);

/// CIEDE2000 (Luo, Cui and Rigg 2001), with all weights 1.
[[nodiscard]] double labDifference(const LabColor &a, const LabColor &b);

} // namespace Decayscope
