// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurespec.h"

namespace Decayscope {

/// A part of a value axis, in its units.
struct AxisRange
{
    double minimum = 0;
    double maximum = 1;

    bool operator==(const AxisRange &) const = default;
};

/// How somebody looks at a figure: what they switched off and where they zoomed to. Screen and paper share it.
struct FigureView
{
    QStringList hidden; ///< Names of series.
    std::optional<AxisRange> x; ///< Of value axes only.
    std::optional<AxisRange> y;

    [[nodiscard]] bool isWhole() const { return *this == FigureView{}; }

    bool operator==(const FigureView &) const = default;
};

/// The figure as it is looked at: without hidden series and their references, axes cut to the view. Series keep
/// their colours. Names and ranges that do not fit the figure are ignored.
[[nodiscard]] FigureSpec seenFigure(FigureSpec figure, const FigureView &view);

} // namespace Decayscope
