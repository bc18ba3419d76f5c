// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/figureview.h>

#include <QRectF>

namespace Decayscope {

struct PanelFrame;

/// Zooming and panning: pure arithmetic over the panel that is looked at. Only value axes change, within the ranges of
/// the whole figure; a range as wide as the whole is none.

[[nodiscard]] bool isZoomable(const FigureSpec &whole);

/// Closer for a factor below 1, around a place that stays where it is.
[[nodiscard]] FigureView zoomedView(
    FigureView view, const FigureSpec &whole, const PanelFrame &frame, QPointF about, double factor);

/// Only what lies in a rectangle of the panel.
[[nodiscard]] FigureView framedView(
    FigureView view, const FigureSpec &whole, const PanelFrame &frame, const QRectF &part);

/// Moved by shares of the panel's width to the right and of its height upwards.
[[nodiscard]] FigureView pannedView(
    FigureView view, const FigureSpec &whole, const PanelFrame &frame, double right, double up);

} // namespace Decayscope
