// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurecursor.h"

#include <QString>

#include <optional>

namespace Decayscope {

class FigureChart;

enum class WalkStep : quint8 { Left, Right, Up, Down, First, Last };

/// Where the keyboard's cursor goes from a mark: along the points of a series and from series to series, or to the
/// nearest mark in that direction where figures have no such order: heat maps, lattices, scatters. The first mark where
/// it was on none; nothing for a figure without marks.
[[nodiscard]] std::optional<FigureCursor> walked(
    const FigureChart &chart, std::optional<FigureCursor> from, WalkStep step);

} // namespace Decayscope
