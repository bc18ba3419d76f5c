// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurespec.h"
#include "tablecontext.h"

namespace Decayscope {

/// A figure of the catalogue without anything in it.
[[nodiscard]] FigureSpec startedFigure(QStringView name, FigureShape shape);

/// L0 … L3 as the categories of an axis.
[[nodiscard]] FigureAxis levelAxis();

/// "n = 4–8 tasks": the fewest and most units at each category of an axis; `placeOf` gives a point's category.
[[nodiscard]] QStringList countsByCategory(
    const FigureSpec &figure, qsizetype categories, double FigurePoint::*placeOf, QStringView noun);

/// What every figure of runs carries: the context's notes, counts and exclusions on the card, the caveat, and words
/// where there is nothing to draw. The card's unit is a plural: "tasks".
void finishFigure(FigureSpec &figure, const TableContext &context);

/// The same of a figure of labels, whose card already counts them.
void finishFigureOfLabels(FigureSpec &figure, const TableContext &context);

/// "flask, GPT-5-Mini: " for a series in a panel, "GPT-5-Mini: " for one alone.
[[nodiscard]] QString seriesHeading(const FigureSpec &figure, const FigureSeries &series);

/// A figure of categories on x and percentages on y in words: a sentence a series.
[[nodiscard]] QString curvesInWords(const FigureSpec &figure);

} // namespace Decayscope
