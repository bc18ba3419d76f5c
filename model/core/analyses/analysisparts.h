// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis.h"

#include <figures/tablebuilder.h>

namespace Decayscope {

/// What of a request a TableContext needs.
[[nodiscard]] TableOptions analysisOptions(const AnalysisRequest &request);

/// A figure of an analysis without anything in it.
[[nodiscard]] FigureSpec startedAnalysisFigure(const AnalysisInfo &info, FigureShape shape);

/// "Holm", "Benjamini and Hochberg"; "not adjusted" for none.
[[nodiscard]] QString adjustmentTitle(Adjustment adjustment);

/// "p (Holm)": the title of a column of adjusted p-values.
[[nodiscard]] QString adjustedTitle(Adjustment adjustment);

/// "adjusted (Holm) for all rows", or that they are not.
[[nodiscard]] QString adjustmentPhrase(Adjustment adjustment, QStringView family);

/// Names for a sentence: "a, b, c", of many the first and "… (12 more)"; `otherwise` where there are none.
[[nodiscard]] QString shortList(const QStringList &names, QStringView otherwise = u"none");

/// A card of a table without the draws of its p-values, for a figure that shows none: captions take draws for those of
/// intervals.
[[nodiscard]] EstimatorCard withoutDraws(EstimatorCard card);

/// An axis of differences in percentage points around 0, to be widened.
[[nodiscard]] FigureAxis pointsAxis(const QString &title);

/// Widens an axis, in steps of five, to hold a point's x and its interval.
void widenBy(FigureAxis &axis, const FigurePoint &point);

/// The cells of an optional estimate: mean, and the ends of its interval.
[[nodiscard]] std::optional<double> meanIn(const std::optional<Estimate> &estimate);
[[nodiscard]] std::optional<double> lowIn(const std::optional<Estimate> &estimate);
[[nodiscard]] std::optional<double> highIn(const std::optional<Estimate> &estimate);

} // namespace Decayscope
