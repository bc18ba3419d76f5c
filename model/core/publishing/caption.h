// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/figurespec.h>

namespace Decayscope {

/// The facts of a figure's caption as sentences: what is drawn, estimator, interval, unit, n, resamples and seed,
/// exclusions, a caveat (item 7 of the NeurIPS checklist). Plain text, one paragraph.
[[nodiscard]] QString captionText(const FigureSpec &figure);

/// What a paper's source says to show the figure: a figure environment with \includegraphics at its width, the caption
/// and a label; facts of the figure as comments.
[[nodiscard]] QString texSnippet(
    const FigureSpec &figure, const QString &file, double widthInches, const QString &caption);

} // namespace Decayscope
