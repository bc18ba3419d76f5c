// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figurefiles/figurefile.h>

class QImage;

namespace Decayscope {

/// A figure on paper as bytes, at its printed size: PDF with embedded fonts, SVG with text as outlines, PNG with 600
/// dots an inch. Without payload; the same figure and look give the same bytes. Needs a QApplication (offscreen will
/// do). Errors: a font that is not installed, an impossible size.
[[nodiscard]] Result<QByteArray> printedFigure(const FigureSpec &figure, const FigureLook &look, FigureFormat format);

/// The same as a picture with `dotsPerInch`, for previews. Null for what cannot be painted: an impossible size, or one
/// of more than 120 million dots.
[[nodiscard]] QImage figureImage(const FigureSpec &figure, const FigureLook &look, double dotsPerInch);

/// Everything at once: the figure built elsewhere, whole or already seen through the recipe's view, written in a format
/// with its payload inside.
[[nodiscard]] Result<QByteArray> exportedFigure(const FigureSpec &figure, const FigureRecipe &recipe,
    const StudySnapshot &study, FigureFormat format, const QString &program, const QDateTime &made);

} // namespace Decayscope
