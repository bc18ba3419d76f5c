// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurecursor.h"

#include <optional>

class QPainter;

namespace Decayscope {

class FigureLayout;

/// Paints names at marks with leaders, and legends with samples of line and marker; hidden series are hollow.
void paintNames(QPainter &painter, const FigureLayout &layout, std::optional<FigureCursor> cursor);

} // namespace Decayscope
