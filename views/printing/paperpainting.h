// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/figurespec.h>
#include <publishing/figurelook.h>

class QPainter;

namespace Decayscope {

/// Paints a figure onto a page of the look's size; the painter counts in paper units.
void paintOnPaper(QPainter &painter, const FigureSpec &figure, const FigureLook &look);

} // namespace Decayscope
