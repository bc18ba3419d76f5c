// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chartstyle.h"

#include <figures/figurespec.h>

class QPainter;

namespace Decayscope {

/// Paints a figure into a rectangle with the same renderer as the screen's. Needs a QApplication.
void renderFigure(QPainter &painter, const QRectF &rect, const FigureSpec &spec, const ChartStyle &style);

} // namespace Decayscope
