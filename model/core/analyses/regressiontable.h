// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "regressionkind.h"

#include <figures/figurespec.h>

namespace Decayscope {

/// The terms of a regression with estimates, and what stands beside them.
[[nodiscard]] TableSpec regressionTable(const FittedRegression &regression, const TableContext &context);

/// Odds ratios, or differences in percentage points, of all terms but the intercept. Nothing where none is estimated.
[[nodiscard]] std::optional<FigureSpec> regressionFigure(
    const FittedRegression &regression, const TableContext &context);

/// The card of both.
[[nodiscard]] EstimatorCard regressionCard(const FittedRegression &regression, const TableContext &context);

/// What a reader must know of this fit: references, terms without an estimate, doubts. Whole sentences.
[[nodiscard]] QStringList regressionNotes(const FittedRegression &regression);

} // namespace Decayscope
