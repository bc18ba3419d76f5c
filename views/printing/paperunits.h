// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Decayscope {

/// Figures on paper are laid out in twentieths of a point, whatever they are written to: fine enough for whole numbers
/// of units a font's size, so that PDF, SVG, PNG and preview cannot differ.
inline constexpr double paperUnitsPerPoint = 20;
inline constexpr int paperUnitsPerInch = 1440;
inline constexpr double pointsPerInch = 72;

} // namespace Decayscope
