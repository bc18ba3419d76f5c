// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codetones.h"

#include "hues.h"

namespace Decayscope {

CodeTones codeTones(const QPalette &palette)
{
    return {.added = hueText(Hue::Green, palette),
        .removed = hueText(Hue::Red, palette),
        .problem = hueText(Hue::Red, palette),
        .addedFill = hueFill(Hue::Green, palette, 0.16),
        .removedFill = hueFill(Hue::Red, palette, 0.16)};
}

} // namespace Decayscope
