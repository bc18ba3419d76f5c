// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "colorscale.h"

#include "chartstyle.h"
#include "colorspace.h"
#include "colorvision.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace Decayscope {

namespace {

constexpr std::size_t anchorCount = 11;
using Anchors = std::array<QRgb, anchorCount>;

// Yellow, sea green and navy. Neighbours are about equally far apart by CIEDE2000, and lightness only rises or only
// falls, so that the order of values survives grey prints and every kind of colour vision.
constexpr Anchors sequentialOnLight{0xfffcf1be, 0xffd9dd8f, 0xffb1cc8e, 0xff8db990, 0xff6ea792, 0xff5a9592, 0xff488591,
    0xff3a738e, 0xff2a608a, 0xff14477f, 0xff002c66};
constexpr Anchors sequentialOnDark{0xff103b72, 0xff235382, 0xff346888, 0xff40788c, 0xff53878d, 0xff63968d, 0xff79a58b,
    0xff91b788, 0xffb2c885, 0xffd6d982, 0xffffec81};

// From the least value over neutral in the middle to the greatest; both arms lose lightness (or win it, on dark).
constexpr Anchors divergingOnLight{0xffa1350b, 0xffcd5519, 0xffe8814b, 0xfff4b18e, 0xfff5d8c9, 0xfff3f3f3, 0xffc4ddea,
    0xff8dbde0, 0xff559bd2, 0xff267bbc, 0xff005ca1};
constexpr Anchors divergingOnDark{0xffff9252, 0xffda7036, 0xffac5e38, 0xff80513d, 0xff5b473f, 0xff404040, 0xff45525f,
    0xff466885, 0xff4281ac, 0xff379cd1, 0xff60bded};

/// The lightness on which a line has 3:1 to its ground.
constexpr double darkestOnDark = 56;
constexpr double lightestOnLight = 58;

std::array<LabColor, anchorCount> inLab(const Anchors &anchors)
{
    std::array<LabColor, anchorCount> colors;
    std::ranges::transform(anchors, colors.begin(), [](QRgb anchor) { return labColor(QColor::fromRgb(anchor)); });
    return colors;
}

const std::array<LabColor, anchorCount> &anchorsOf(bool diverging, bool onDark)
{
    static const std::array scales{
        inLab(sequentialOnLight), inLab(sequentialOnDark), inLab(divergingOnLight), inLab(divergingOnDark)};
    return scales[(diverging ? 2U : 0U) + (onDark ? 1U : 0U)];
}

LabColor between(const LabColor &a, const LabColor &b, double share)
{
    return {.lightness = std::lerp(a.lightness, b.lightness, share),
        .a = std::lerp(a.a, b.a, share),
        .b = std::lerp(a.b, b.b, share)};
}

LabColor interpolated(const std::array<LabColor, anchorCount> &anchors, double share)
{
    const double at = share * (anchorCount - 1);
    const auto index = std::min(static_cast<std::size_t>(at), anchorCount - 2);
    return between(anchors[index], anchors[index + 1], at - static_cast<double>(index));
}

} // namespace

ColorScale::ColorScale(FigureColorScale scale, bool onDark)
    : m_scale(std::move(scale))
    , m_onDark(onDark)
{ }

double ColorScale::shareOf(double value) const
{
    if (m_scale.diverging) {
        const double reach = std::max(std::abs(m_scale.minimum), std::abs(m_scale.maximum));
        const double share = 0.5 + value / reach / 2;
        return std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 0.5;
    }
    const double share = (value - m_scale.minimum) / (m_scale.maximum - m_scale.minimum);
    return std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 0;
}

QColor ColorScale::color(double value) const
{
    return screenColor(interpolated(anchorsOf(m_scale.diverging, m_onDark), shareOf(value)));
}

QColor ColorScale::lineColor(double value) const
{
    auto color = interpolated(anchorsOf(m_scale.diverging, m_onDark), shareOf(value));
    color.lightness = m_onDark ? std::max(color.lightness, darkestOnDark) : std::min(color.lightness, lightestOnLight);
    return screenColor(color);
}

QColor textColorOn(const QColor &area, const ChartStyle &style)
{
    constexpr double readable = 4.5;
    for (const auto &color : {style.text, style.ground}) {
        if (contrastRatio(color, area) >= readable)
            return color;
    }
    const QColor black(Qt::black);
    const QColor white(Qt::white);
    return contrastRatio(black, area) >= contrastRatio(white, area) ? black : white;
}

} // namespace Decayscope
