// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurelook.h"

#include <analyses/analysis.h>
#include <figures/figurecatalogue.h>
#include <figures/figureview.h>

namespace Decayscope {

/// All that is needed to make a figure again from its study; saved as .dsfig and inside every exported figure.
struct FigureRecipe
{
    QString figure; ///< Name in the catalogue of figures, or in that of analyses.
    FigureRequest request; ///< Its labels are not part of a recipe: they come from the study.
    AnalysisRequest analysis; ///< Of an analysis' figure; its filter and score are the request's.
    FigureView view;
    FigureLook look;
    QString caption; ///< Empty: written by the program.
    std::map<QString, QString> overrides; ///< Why a failing rule of the preflight does not matter, by rule.
    bool anonymous = false; ///< Nothing in the file tells who made it or where.
};

/// A JSON document (schema 1), indented, ending with a newline; the same recipe gives the same bytes.
[[nodiscard]] QByteArray recipeDocument(const FigureRecipe &recipe);

/// Reads one; hostile input is expected. Errors name `source`, the place and the remedy; a newer schema is refused.
[[nodiscard]] Result<FigureRecipe> readRecipe(const QByteArray &document, const QString &source);

} // namespace Decayscope
