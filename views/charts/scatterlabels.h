// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurecursor.h"

#include <QRectF>
#include <QString>

#include <vector>

namespace Decayscope {

class FigureLayout;

/// The text of a point beside it.
struct PointLabel
{
    FigureCursor cursor;
    QString text;
    QRectF rect;
};

/// The texts of points that can stand beside them inside their panels without hiding a marker or each other.
[[nodiscard]] std::vector<PointLabel> pointLabels(const FigureLayout &layout);

} // namespace Decayscope
