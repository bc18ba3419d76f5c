// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inkpage.h"

#include <figures/figurespec.h>
#include <publishing/figurelook.h>

namespace Decayscope {

/// A figure as it comes to lie on a page, in a look whose font is installed and whose sizes are possible.
[[nodiscard]] InkPage inkOfFigure(const FigureSpec &figure, const FigureLook &look);

} // namespace Decayscope
