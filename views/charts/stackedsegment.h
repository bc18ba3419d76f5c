// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRectF>

namespace Decayscope {

struct FigurePoint;
struct PanelFrame;

/// Where a segment of a stacked bar stands.
[[nodiscard]] QRectF stackedSegment(const PanelFrame &frame, const FigurePoint &point);

} // namespace Decayscope
