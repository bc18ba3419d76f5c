// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chartpalette.h"

#include <QCoreApplication>

#include <array>
#include <span>

namespace Decayscope {

namespace {

struct Hue
{
    const char *name;
    QRgb onLight;
    QRgb onDark;
};

// Okabe and Ito's hues (Color Universal Design, 2008). Blue, vermillion and green stand as published on light grounds;
// the paler ones are darkened there, and blue and black lightened on dark ones.
constexpr std::array<Hue, chartColorCount> okabe{{
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Blue"), 0xff0072b2, 0xff4aa3e0},
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Vermillion"), 0xffd55e00, 0xfff0803c},
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Green"), 0xff00875f, 0xff2fbf95},
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Purple"), 0xffb0558a, 0xffdc93bd},
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Ochre"), 0xffa87400, 0xffe6b23c},
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Sky blue"), 0xff2f92cc, 0xff8fd0f5},
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Graphite"), 0xff444a50, 0xffd0d4d8},
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Olive"), 0xff7f7a00, 0xfff0e442},
}};

// The cycle of eight of Petroff 2021, "Accessible color sequences for data visualization" (arXiv:2107.02270). Khaki and
// light blue are darkened on light grounds, and on dark ones blue, red and grey lightened, to keep 3:1.
constexpr std::array<Hue, 8> petroff{{
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Blue"), 0xff1845fb, 0xff6574ff},
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Orange"), 0xfff25700, 0xffff7a33},
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Red"), 0xffb3150d, 0xffe2382c},
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Pink"), 0xffc849a9, 0xffdf70c4},
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Khaki"), 0xff8d8d55, 0xffcfcf9c},
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Light blue"), 0xff3f93a8, 0xff8edaf0},
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Cornflower"), 0xff578dff, 0xff96b8ff},
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Grey"), 0xff565455, 0xff969394},
}};

// Six greys with equal steps of lightness, in an order that sets neighbours far apart.
constexpr std::array<Hue, 6> greys{{
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Grey 1"), 0xff000000, 0xffffffff},
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Grey 2"), 0xff5f5f5f, 0xff9b9b9b},
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Grey 3"), 0xff919191, 0xff6f6f6f},
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Grey 4"), 0xff262626, 0xffd7d7d7},
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Grey 5"), 0xff777777, 0xff848484},
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Grey 6"), 0xff434343, 0xffb7b7b7},
}};

std::span<const Hue> huesOf(SeriesPalette palette)
{
    switch (palette) {
    case SeriesPalette::Okabe:
        return okabe;
    case SeriesPalette::Petroff:
        return petroff;
    case SeriesPalette::Grey:
        return greys;
    }
    return okabe;
}

const Hue &hueOf(int index, SeriesPalette palette)
{
    const auto hues = huesOf(palette);
    const int count = static_cast<int>(hues.size());
    return hues[static_cast<std::size_t>((index % count + count) % count)];
}

} // namespace

int chartColorCountOf(SeriesPalette palette)
{
    return static_cast<int>(huesOf(palette).size());
}

QColor chartColor(int index, bool onDark, SeriesPalette palette)
{
    const auto &hue = hueOf(index, palette);
    return QColor::fromRgba(onDark ? hue.onDark : hue.onLight);
}

QString chartColorName(int index, SeriesPalette palette)
{
    return QCoreApplication::translate("Decayscope::ChartPalette", hueOf(index, palette).name);
}

Qt::PenStyle penStyle(LineStyle line)
{
    switch (line) {
    case LineStyle::Solid:
        return Qt::SolidLine;
    case LineStyle::Dash:
        return Qt::DashLine;
    case LineStyle::Dot:
        return Qt::DotLine;
    case LineStyle::DashDot:
        return Qt::DashDotLine;
    }
    return Qt::SolidLine;
}

} // namespace Decayscope
