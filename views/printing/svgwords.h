// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPainterPath>
#include <QTransform>

namespace Decayscope {

/// A number as SVG writes it: at most three decimals, no zeros behind them.
[[nodiscard]] QByteArray svgNumber(double value);

/// A path's data, in the units it counts in.
[[nodiscard]] QByteArray svgPathData(const QPainterPath &path);

/// "#1a2b3c"; without the colour's opacity.
[[nodiscard]] QByteArray svgColor(const QColor &color);

[[nodiscard]] QByteArray svgTransform(const QTransform &transform);

/// Text made safe for attributes and elements; what XML cannot hold is left out.
[[nodiscard]] QByteArray svgText(const QString &text);

} // namespace Decayscope
