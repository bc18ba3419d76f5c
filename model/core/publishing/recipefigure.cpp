// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "recipefigure.h"

namespace Decayscope {

namespace {

AnalysisRequest analysisRequest(const FigureRecipe &recipe)
{
    auto request = recipe.analysis;
    request.filter = recipe.request.filter;
    request.mode = recipe.request.mode;
    request.verifiers = recipe.request.verifiers;
    return request;
}

} // namespace

Result<FigureSpec> figureOfRecipe(const FigureRecipe &recipe, const StudySnapshot &study)
{
    if (!analysisInfo(recipe.figure))
        return buildFigure(recipe.figure, study, recipe.request);
    auto analysis = buildAnalysis(recipe.figure, study, analysisRequest(recipe));
    if (!analysis)
        return std::unexpected(std::move(analysis.error()));
    if (!analysis->figure)
        return failure(
            ErrorKind::NotFound, QStringLiteral("The analysis \"%1\" has no figure here.").arg(recipe.figure));
    return std::move(*analysis->figure);
}

} // namespace Decayscope
