// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hues.h"

#include <widgets/tones.h>

#include <array>

namespace Decayscope {

namespace {

/// Degrees on the colour wheel, in the order of Hue.
constexpr std::array degrees{212.0, 140.0, 38.0, 4.0, 275.0, 184.0};

} // namespace

QColor readableOn(const QColor &color, const QColor &background, double ratio)
{
    constexpr int steps = 20;
    const QColor white(Qt::white);
    const QColor black(Qt::black);
    const auto &goal = contrast(white, background) > contrast(black, background) ? white : black;
    for (int step = 0; step < steps; ++step) {
        const auto moved = mixed(color, goal, static_cast<double>(step) / steps);
        if (contrast(moved, background) >= ratio)
            return moved;
    }
    return goal;
}

QColor hueText(Hue hue, const QPalette &palette)
{
    const auto wheel = static_cast<float>(degrees.at(static_cast<size_t>(hue)) / 360.0);
    const auto lightness = isDark(palette) ? 0.68F : 0.38F;
    return readableOn(QColor::fromHslF(wheel, 0.62F, lightness), palette.color(QPalette::Base), 5.0);
}

QColor hueFill(Hue hue, const QPalette &palette, double share)
{
    return mixed(palette.color(QPalette::Base), hueText(hue, palette), share);
}

} // namespace Decayscope
