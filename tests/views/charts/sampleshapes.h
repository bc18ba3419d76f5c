// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/figurespec.h>

namespace Decayscope::Test {

/// Tasks × configurations with one cell in 13 missing, some incomplete, and ticks where all runs succeed.
[[nodiscard]] FigureSpec heatMap(int rows, int columns);

/// Two annotators' counts.
[[nodiscard]] FigureSpec agreementMatrix();

/// The ten variants and 13 edges, in so many panels; `asSeries` has a series of edges for each constraint.
[[nodiscard]] FigureSpec lattice(int panels, bool asSeries = false);

/// So many series with a point a level, intervals on both axes.
[[nodiscard]] FigureSpec scatter(int series);

} // namespace Decayscope::Test
