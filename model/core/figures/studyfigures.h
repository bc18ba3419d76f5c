// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurecatalogue.h"

namespace Decayscope {

// The makers of the catalogue's figures that have no page of their own; method.md defines their numbers.

[[nodiscard]] Result<FigureSpec> sensitivityFigure(const StudySnapshot &study, const FigureRequest &request);
[[nodiscard]] Result<FigureSpec> latticeFigure(const StudySnapshot &study, const FigureRequest &request);
[[nodiscard]] Result<FigureSpec> heatMapFigure(const StudySnapshot &study, const FigureRequest &request);
[[nodiscard]] Result<FigureSpec> passAgainstAssertionsFigure(const StudySnapshot &study, const FigureRequest &request);
[[nodiscard]] Result<FigureSpec> verifierImpactFigure(const StudySnapshot &study, const FigureRequest &request);
[[nodiscard]] Result<FigureSpec> slopeFigure(const StudySnapshot &study, const FigureRequest &request);
[[nodiscard]] Result<FigureSpec> subsetFigure(const StudySnapshot &study, const FigureRequest &request);
[[nodiscard]] Result<FigureSpec> tokensFigure(const StudySnapshot &study, const FigureRequest &request);
[[nodiscard]] Result<FigureSpec> agreementFigure(const StudySnapshot &study, const FigureRequest &request);
[[nodiscard]] Result<FigureSpec> kappaRoundsFigure(const StudySnapshot &study, const FigureRequest &request);

/// What of a request a context needs.
[[nodiscard]] TableOptions contextOptions(const FigureRequest &request);

} // namespace Decayscope
