// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bundlecontext.h"

#include <bundle/bundledpart.h>
#include <figures/figurecatalogue.h>
#include <publishing/figurerecipe.h>

namespace Decayscope {

/// The part of a figure of the catalogue: PDF, SVG, values, LaTeX and recipe. Paints in the calling thread.
[[nodiscard]] BundledPart figurePart(const FigureInfo &info, const BundleContext &context);

/// Adds an analysis' figure to its part, as PDF, SVG and LaTeX.
void addAnalysisFigure(BundledPart &part, const FigureSpec &figure, const BundleContext &context);

} // namespace Decayscope
