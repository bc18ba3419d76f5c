// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/figurespec.h>
#include <figures/tablespec.h>

namespace Decayscope {

/// The data of a figure as a table, a row a point: the chart's twin for people who read numbers or do not see charts.
[[nodiscard]] TableSpec tableOfFigure(const FigureSpec &figure);

} // namespace Decayscope
