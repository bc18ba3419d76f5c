// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QPainter;

namespace Decayscope {

class FigureLayout;

/// Paints what lies behind curves and marks: titles, grid lines, tick texts, categories with counts, zero lines.
void paintGrid(QPainter &painter, const FigureLayout &layout);

} // namespace Decayscope
