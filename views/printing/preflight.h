// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <publishing/figurerecipe.h>

namespace Decayscope {

enum class PreflightResult : quint8 { Passed, Warning, Failed, Overridden };

/// One rule of the preflight and what it says of a figure.
struct PreflightFinding
{
    QString rule; ///< "text-size", "line-width", "contrast", "colour-vision", "grey", "redundant-coding",
                  ///< "overlap", "clipped", "fonts", "blank", "size"
    QString title; ///< For people.
    PreflightResult result = PreflightResult::Passed;
    QString message; ///< What is wrong and the remedy; empty where it passed.

    bool operator==(const PreflightFinding &) const = default;
};

/// Looks at the figure as it will be printed, and at `pdf`, the written file, if it is not empty. Smallest text 6 pt
/// (below 7 a warning), lines 0.5 pt, contrast 3:1, series apart in grey and under simulated protanopia, deuteranopia
/// and tritanopia unless marker or dash tells them apart, no overlapping or clipped text, embedded fonts, no empty
/// page.
[[nodiscard]] std::vector<PreflightFinding> preflight(
    const FigureSpec &figure, const FigureRecipe &recipe, const QByteArray &pdf = {});

[[nodiscard]] bool mayExport(const std::vector<PreflightFinding> &findings); ///< Nothing failed without a reason.

} // namespace Decayscope
