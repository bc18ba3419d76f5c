// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "namelayout.h"

namespace Decayscope {

class FigureLayout;
struct PanelFrame;

/// Which names of a panel stand at its marks.
struct DirectNames
{
    const PanelFrame &frame;
    bool isLeft = false; ///< At the first category instead of the last; slope graphs have both.
    bool withNames = true; ///< Else values only, which slope graphs have beside the name or alone.
    double width = 0; ///< Beside the plot.
};

/// Names spread so that none hides another, each as near to its mark as the others allow.
[[nodiscard]] std::vector<NamePlace> directNames(const FigureLayout &layout, const DirectNames &wanted);

} // namespace Decayscope
