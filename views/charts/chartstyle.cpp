// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chartstyle.h"

#include "chartpalette.h"

#include <widgets/tones.h>

namespace Decayscope {

ChartStyle ChartStyle::of(const QPalette &palette, const QFont &font)
{
    return {.font = figuresFont(font),
        .ground = palette.color(QPalette::Base),
        .text = palette.color(QPalette::Text),
        .muted = mutedText(palette),
        .grid = mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.12),
        .focus = palette.color(QPalette::Highlight),
        .onDark = isDark(palette)};
}

QColor ChartStyle::seriesColor(int index) const
{
    return chartColor(index, onDark);
}

} // namespace Decayscope
