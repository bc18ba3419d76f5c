// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chartpalette.h"

#include <QCoreApplication>

#include <array>

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
constexpr std::array<Hue, chartColorCount> hues{{
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Blue"), 0xff0072b2, 0xff4aa3e0},
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Vermillion"), 0xffd55e00, 0xfff0803c},
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Green"), 0xff00875f, 0xff2fbf95},
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Purple"), 0xffb0558a, 0xffdc93bd},
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Ochre"), 0xffa87400, 0xffe6b23c},
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Sky blue"), 0xff2f92cc, 0xff8fd0f5},
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Graphite"), 0xff444a50, 0xffd0d4d8},
    {QT_TRANSLATE_NOOP("Decayscope::ChartPalette", "Olive"), 0xff7f7a00, 0xfff0e442},
}};

const Hue &hueOf(int index)
{
    return hues[static_cast<std::size_t>((index % chartColorCount + chartColorCount) % chartColorCount)];
}

} // namespace

QColor chartColor(int index, bool onDark)
{
    return QColor::fromRgba(onDark ? hueOf(index).onDark : hueOf(index).onLight);
}

QString chartColorName(int index)
{
    return QCoreApplication::translate("Decayscope::ChartPalette", hueOf(index).name);
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
