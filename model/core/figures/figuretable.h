// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurespec.h"

namespace Decayscope {

/// The data-table twin of a figure of any shape: a row a point (or edge), unrounded, with the panel, the series, the
/// categories or values on both axes, interval, n and a note on completeness; columns a figure has no use for are left
/// out. Rows keep their RunFilter.
[[nodiscard]] TableSpec tableOfFigure(const FigureSpec &figure);

} // namespace Decayscope
