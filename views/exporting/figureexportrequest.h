// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <publishing/figurerecipe.h>

#include <set>

namespace Decayscope {

/// What can be written of a figure, each a file of its own.
enum class ExportPart : quint8 {
    Pdf,
    Svg,
    Png,
    Csv, ///< The data that is drawn.
    Tex ///< What a paper's source says to show it.
};

/// What somebody wants written. The recipe's failing rules all have a reason.
struct FigureExportRequest
{
    FigureRecipe recipe;
    std::set<ExportPart> parts; ///< Not empty.
};

} // namespace Decayscope
