// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurerecipe.h"

namespace Decayscope {

/// The figure a recipe asks for, whole: of the figures' catalogue, or that of an analysis. The request's labels are set
/// where there are some. Errors: as of buildFigure() and buildAnalysis(), NotFound for an analysis without a figure.
[[nodiscard]] Result<FigureSpec> figureOfRecipe(const FigureRecipe &recipe, const StudySnapshot &study);

} // namespace Decayscope
