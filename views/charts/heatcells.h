// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurecursor.h"

#include <QFont>
#include <QRectF>

#include <vector>

namespace Decayscope {

class FigureLayout;
struct PanelFrame;

/// Where the cell of categories (x, y) stands in a panel.
[[nodiscard]] QRectF heatCell(const PanelFrame &frame, double x, double y);

/// The same inside the gap that sets it apart from its neighbours: thin, and none where cells are tiny.
[[nodiscard]] QRectF heatCellInside(const QRectF &cell, double gap);

/// Cells that no point fills, of all panels; none where there are more cells than anybody can see.
[[nodiscard]] std::vector<QRectF> emptyHeatCells(const FigureLayout &layout);

/// A cell's text as it is written: without the ✓ that stands in the corner.
[[nodiscard]] QString heatCellText(const QString &text);
[[nodiscard]] bool heatCellHasTick(const QString &text);

/// The largest size of the layout's tick font, down to three quarters of it, at which nearly all texts fit their cells;
/// the smallest of them where that is none.
[[nodiscard]] QFont heatCellFont(const FigureLayout &layout);

} // namespace Decayscope
