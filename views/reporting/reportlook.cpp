// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportlook.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr double textWidth = 6.69; ///< Inches: A4 within margins of 20 mm.
constexpr double highest = 7.4; ///< Inches: a page, with room for the text above and the caption below.
constexpr int panelsARow = 3;

/// Inches of one panel.
double panelHeight(const FigureSpec &figure)
{
    const auto rows = static_cast<double>(figure.y.categories.size());
    switch (figure.shape) {
    case FigureShape::Forest:
        return 0.9 + 0.36 * rows;
    case FigureShape::Heat:
        return 1.1 + 0.17 * rows;
    case FigureShape::Curves:
    case FigureShape::Slope:
    case FigureShape::Dots:
        return 3.7;
    case FigureShape::Stacked:
        return 3.5;
    case FigureShape::Scatter:
        return 4.4;
    case FigureShape::Lattice:
        return 4.6;
    }
    return 3.7;
}

} // namespace

FigureLook reportLook(const FigureSpec &figure)
{
    FigureLook look;
    look.venue = QStringLiteral("custom");
    look.font = reportFont.toString();
    look.width = textWidth;
    look.textSize = 8.5;
    look.tickSize = 7.5;
    const auto panels = static_cast<int>(figure.panels.size());
    const int rows = panels > 1 ? (panels + panelsARow - 1) / panelsARow : 1;
    const double height = rows > 1 ? rows * std::min(2.4, panelHeight(figure)) + 0.6 : panelHeight(figure);
    look.height = std::clamp(height, 1.4, highest);
    return look;
}

} // namespace Decayscope
