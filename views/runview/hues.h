// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPalette>

namespace Decayscope {

/// What a colour stands for in the run viewer. A glyph or a word always says the same beside it.
enum class Hue : quint8 { Blue, Green, Amber, Red, Violet, Teal };

/// The hue as text or mark on Base: at least 4.5:1 in light and dark.
[[nodiscard]] QColor hueText(Hue hue, const QPalette &palette);

/// Base with a breath of the hue; text keeps its contrast on it.
[[nodiscard]] QColor hueFill(Hue hue, const QPalette &palette, double share = 0.1);

/// `color` moved towards black or white, whichever is farther from `background`, until its contrast is `ratio`.
[[nodiscard]] QColor readableOn(const QColor &color, const QColor &background, double ratio = 4.5);

} // namespace Decayscope
