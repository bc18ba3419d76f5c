// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "palettes.h"

#include <array>

namespace Decayscope {

namespace {

struct Tone
{
    QPalette::ColorRole role;
    QRgb light;
    QRgb dark;
};

constexpr std::array tones{
    Tone{QPalette::Window, 0xfff4f5f7, 0xff1a1c20},
    Tone{QPalette::WindowText, 0xff1b1e22, 0xffe4e7ea},
    Tone{QPalette::Base, 0xffffffff, 0xff212429},
    Tone{QPalette::AlternateBase, 0xfff8f9fa, 0xff262a30},
    Tone{QPalette::Text, 0xff1b1e22, 0xffe4e7ea},
    Tone{QPalette::Button, 0xffffffff, 0xff2a2e34},
    Tone{QPalette::ButtonText, 0xff1b1e22, 0xffe4e7ea},
    Tone{QPalette::BrightText, 0xffb3261e, 0xffffb4ab},
    Tone{QPalette::Highlight, 0xff1f6fb2, 0xff5aa9e6},
    Tone{QPalette::HighlightedText, 0xffffffff, 0xff0e1114},
    Tone{QPalette::Accent, 0xff1f6fb2, 0xff5aa9e6},
    Tone{QPalette::Link, 0xff1a5f99, 0xff7cc0f2},
    Tone{QPalette::LinkVisited, 0xff6a4f9a, 0xffb9a3e3},
    Tone{QPalette::ToolTipBase, 0xff23272c, 0xff343a42},
    Tone{QPalette::ToolTipText, 0xfff4f5f7, 0xfff0f2f4},
    Tone{QPalette::PlaceholderText, 0xff676d75, 0xff9aa1a9},
    Tone{QPalette::Light, 0xffffffff, 0xff3a3f47},
    Tone{QPalette::Midlight, 0xffeceef0, 0xff31353c},
    Tone{QPalette::Mid, 0xffc5c9ce, 0xff3f454d},
    Tone{QPalette::Dark, 0xff9aa0a6, 0xff121418},
    Tone{QPalette::Shadow, 0xff60666c, 0xff000000},
};

constexpr QRgb disabledOnLight = 0xff9298a0;
constexpr QRgb disabledOnDark = 0xff737a83;

QPalette made(QRgb Tone::*scheme, QRgb disabled)
{
    QPalette palette;
    for (const auto &tone : tones)
        palette.setColor(tone.role, QColor::fromRgb(tone.*scheme));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor::fromRgb(disabled));
    return palette;
}

} // namespace

QPalette lightPalette()
{
    return made(&Tone::light, disabledOnLight);
}

QPalette darkPalette()
{
    return made(&Tone::dark, disabledOnDark);
}

} // namespace Decayscope
