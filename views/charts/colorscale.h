// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/figurespec.h>

#include <QColor>

namespace Decayscope {

struct ChartStyle;

/// The colours of values of heat maps and lattices. From the ground's side to the far one: pale yellow to navy on light
/// grounds, navy to yellow on dark ones. Diverging: vermillion below 0, blue above, and 0 is neutral exactly.
class ColorScale
{
public:
    ColorScale(FigureColorScale scale, bool onDark);

    [[nodiscard]] const FigureColorScale &scale() const { return m_scale; }

    /// The colour of an area; values beyond the scale have the colour of its end.
    [[nodiscard]] QColor color(double value) const;

    /// The colour of a line or an outline of that value: at least 3:1 to white or near-black grounds.
    [[nodiscard]] QColor lineColor(double value) const;

private:
    [[nodiscard]] double shareOf(double value) const;

    FigureColorScale m_scale;
    bool m_onDark;
};

/// What is read well on an area: the style's text or ground, or else black or white; at least 4.5:1.
[[nodiscard]] QColor textColorOn(const QColor &area, const ChartStyle &style);

} // namespace Decayscope
