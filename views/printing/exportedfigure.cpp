// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figureprinter.h"

#include <figures/figureview.h>

namespace Decayscope {

Result<QByteArray> exportedFigure(const FigureSpec &figure, const FigureRecipe &recipe, const StudySnapshot &study,
    FigureFormat format, const QString &program, const QDateTime &made)
{
    const auto seen = seenFigure(figure, recipe.view);
    auto picture = printedFigure(seen, recipe.look, format);
    if (!picture)
        return picture;
    return withPayload(*picture, format, payloadOf(recipe, seen, study, program, made),
        {.title = seen.title, .summary = seen.summary, .made = made, .program = program});
}

} // namespace Decayscope
