// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preflightfixes.h"

#include "paperfonts.h"
#include "preflightrules.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr double goodText = 7; ///< Points; see judgeTextSize.
constexpr double goodLine = 0.75;
constexpr double growth = 1.2;
constexpr double mostHeight = 9.5; ///< Inches; see judgeSize.

void enlargeText(FigureLook &look)
{
    look.textSize = std::max(look.textSize, goodText);
    look.tickSize = std::max(look.tickSize, goodText);
}

void reduceText(FigureLook &look)
{
    look.textSize = std::min(look.textSize, goodText);
    look.tickSize = std::min(look.tickSize, goodText);
}

void widenLines(FigureLook &look)
{
    look.lineWidth = std::max(look.lineWidth, goodLine);
}

void clampSizes(FigureLook &look)
{
    look.width = std::clamp(look.width, 1.0, 40.0);
    look.height = std::clamp(look.height, 1.0, mostHeight);
    look.lineWidth = std::clamp(look.lineWidth, goodLine, 10.0);
    look.markerSize = std::clamp(look.markerSize, 2.0, 20.0);
    look.textSize = std::clamp(look.textSize, goodText, 40.0);
    look.tickSize = std::clamp(look.tickSize, goodText, 40.0);
}

void raise(FigureLook &look)
{
    look.height = std::min(look.height * growth, mostHeight);
}

void raiseTwice(FigureLook &look)
{
    raise(look);
    raise(look);
}

void reduceAndRaise(FigureLook &look)
{
    reduceText(look);
    raiseTwice(look);
}

void useLegend(FigureLook &look)
{
    look.names = SeriesNames::Legend;
}

void useLegendAndRaise(FigureLook &look)
{
    useLegend(look);
    raiseTwice(look);
}

void nameDirectly(FigureLook &look)
{
    look.names = SeriesNames::Direct;
}

void addMarkers(FigureLook &look)
{
    look.markers = true;
}

void addMarkersAndDashes(FigureLook &look)
{
    look.markers = true;
    look.dashes = true;
}

void useOkabe(FigureLook &look)
{
    look.palette = SeriesPalette::Okabe;
}

void useGrey(FigureLook &look)
{
    look.palette = SeriesPalette::Grey;
}

void useInstalledFont(FigureLook &look)
{
    const auto installed
        = std::ranges::find_if(paperFonts(), [](const PaperFont &font) { return !fontProblem(font.family); });
    if (installed != paperFonts().end())
        look.font = installed->family;
}

struct Fix
{
    QLatin1StringView rule;
    void (*apply)(FigureLook &look);
};

using namespace Qt::StringLiterals;

/// Of each rule the mildest first.
constexpr std::array fixes{Fix{"size"_L1, clampSizes}, Fix{"text-size"_L1, enlargeText},
    Fix{"line-width"_L1, widenLines}, Fix{"overlap"_L1, raise}, Fix{"overlap"_L1, reduceText},
    Fix{"overlap"_L1, useLegend}, Fix{"overlap"_L1, reduceAndRaise}, Fix{"overlap"_L1, useLegendAndRaise},
    Fix{"clipped"_L1, reduceText}, Fix{"clipped"_L1, raise}, Fix{"clipped"_L1, useLegend},
    Fix{"clipped"_L1, useLegendAndRaise}, Fix{"contrast"_L1, useOkabe}, Fix{"contrast"_L1, useGrey},
    Fix{"colour-vision"_L1, addMarkers}, Fix{"colour-vision"_L1, addMarkersAndDashes},
    Fix{"colour-vision"_L1, useOkabe}, Fix{"colour-vision"_L1, nameDirectly}, Fix{"grey"_L1, addMarkers},
    Fix{"grey"_L1, addMarkersAndDashes}, Fix{"grey"_L1, useGrey}, Fix{"grey"_L1, nameDirectly},
    Fix{"redundant-coding"_L1, addMarkers}, Fix{"redundant-coding"_L1, addMarkersAndDashes},
    Fix{"redundant-coding"_L1, nameDirectly}, Fix{"fonts"_L1, useInstalledFont}};

} // namespace

bool hasFixes(QStringView rule)
{
    return std::ranges::any_of(fixes, [&](const Fix &fix) { return rule == fix.rule; });
}

std::optional<FigureLook> fixedLook(const FigureSpec &figure, const FigureLook &look, QStringView rule)
{
    const auto known = std::ranges::find_if(
        preflightRules(), [&](const PreflightRule &candidate) { return rule == candidate.name; });
    if (known == preflightRules().end())
        return std::nullopt;
    const auto before = known->judge(preflightSubject(figure, look, {})).result;
    std::optional<FigureLook> better;
    for (const auto &fix : fixes) {
        if (rule != fix.rule)
            continue;
        auto changed = look;
        fix.apply(changed);
        if (changed == look)
            continue;
        const auto after = known->judge(preflightSubject(figure, changed, {})).result;
        if (after == PreflightResult::Passed)
            return changed;
        if (before == PreflightResult::Failed && after == PreflightResult::Warning && !better)
            better = changed;
    }
    return better;
}

} // namespace Decayscope
