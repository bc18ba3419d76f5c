// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "colorspace.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace Decayscope {

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

// sRGB (IEC 61966-2-1) to XYZ and back; the white point is the sum of the first one's rows.
constexpr Matrix toXyz{
    {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
constexpr Matrix fromXyz{
    {{3.2404542, -1.5371385, -0.4985314}, {-0.9692660, 1.8760108, 0.0415560}, {0.0556434, -0.2040259, 1.0572252}}};
constexpr Triple white{0.95047, 1.0, 1.08883};

constexpr double labEdge = 216.0 / 24389.0;
constexpr double labSlope = 24389.0 / 27.0;

Triple multiplied(const Matrix &matrix, const Triple &by)
{
    Triple result{};
    for (std::size_t row = 0; row < 3; ++row)
        result[row] = matrix[row][0] * by[0] + matrix[row][1] * by[1] + matrix[row][2] * by[2];
    return result;
}

double labRoot(double share)
{
    return share > labEdge ? std::cbrt(share) : (labSlope * share + 16) / 116;
}

double labCube(double root)
{
    const double cube = root * root * root;
    return cube > labEdge ? cube : (116 * root - 16) / labSlope;
}

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

/// What CIEDE2000 makes of colourfulness far from grey: near 1 for vivid colours, near 0 for pale ones.
double vividness(double chroma)
{
    constexpr double middle = 6103515625.0; // 25 to the seventh
    const double seventh = std::pow(chroma, 7);
    return std::sqrt(seventh / (seventh + middle));
}

struct Polar
{
    double chroma = 0;
    double hue = 0; ///< Degrees, 0 to 360.
};

Polar polar(double a, double b)
{
    const double chroma = std::hypot(a, b);
    const double hue = chroma > 0 ? std::atan2(b, a) * 180 / std::numbers::pi : 0;
    return {.chroma = chroma, .hue = hue < 0 ? hue + 360 : hue};
}

double hueStep(const Polar &from, const Polar &to)
{
    if (from.chroma * to.chroma <= 0)
        return 0;
    const double step = to.hue - from.hue;
    if (std::abs(step) <= 180)
        return step;
    return step > 0 ? step - 360 : step + 360;
}

double meanHue(const Polar &one, const Polar &other)
{
    const double sum = one.hue + other.hue;
    if (one.chroma * other.chroma <= 0)
        return sum;
    if (std::abs(one.hue - other.hue) <= 180)
        return sum / 2;
    return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}

double hueWeight(double hue)
{
    return 1 - 0.17 * std::cos(radians(hue - 30)) + 0.24 * std::cos(radians(2 * hue))
        + 0.32 * std::cos(radians(3 * hue + 6)) - 0.20 * std::cos(radians(4 * hue - 63));
}

} // namespace

double linearLight(double encoded)
{
    const double value = std::clamp(encoded, 0.0, 1.0);
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double encodedLight(double linear)
{
    const double value = std::clamp(linear, 0.0, 1.0);
    return value <= 0.0031308 ? value * 12.92 : 1.055 * std::pow(value, 1 / 2.4) - 0.055;
}

LabColor labColor(const QColor &color)
{
    const auto xyz
        = multiplied(toXyz, {linearLight(color.redF()), linearLight(color.greenF()), linearLight(color.blueF())});
    const double x = labRoot(xyz[0] / white[0]);
    const double y = labRoot(xyz[1] / white[1]);
    const double z = labRoot(xyz[2] / white[2]);
    return {.lightness = 116 * y - 16, .a = 500 * (x - y), .b = 200 * (y - z)};
}

QColor screenColor(const LabColor &color)
{
    const double y = (color.lightness + 16) / 116;
    const auto linear = multiplied(
        fromXyz, {labCube(y + color.a / 500) * white[0], labCube(y) * white[1], labCube(y - color.b / 200) * white[2]});
    const auto channel = [](double light) { return static_cast<int>(std::lround(encodedLight(light) * 255)); };
    return {channel(linear[0]), channel(linear[1]), channel(linear[2])};
}

// The steps and their names follow Sharma, Wu and Dalal 2005, "The CIEDE2000 color-difference formula".
double labDifference(const LabColor &a, const LabColor &b)
{
    const double grow = 1.5 - 0.5 * vividness((std::hypot(a.a, a.b) + std::hypot(b.a, b.b)) / 2);
    const auto from = polar(a.a * grow, a.b);
    const auto to = polar(b.a * grow, b.b);

    const double light = (a.lightness + b.lightness) / 2 - 50;
    const double chroma = (from.chroma + to.chroma) / 2;
    const double hue = meanHue(from, to);

    const double lightStep = (b.lightness - a.lightness) / (1 + 0.015 * light * light / std::sqrt(20 + light * light));
    const double chromaStep = (to.chroma - from.chroma) / (1 + 0.045 * chroma);
    const double turn = 2 * std::sqrt(from.chroma * to.chroma) * std::sin(radians(hueStep(from, to) / 2))
        / (1 + 0.015 * chroma * hueWeight(hue));

    const double blues = 30 * std::exp(-std::pow((hue - 275) / 25, 2));
    const double twist = -2 * vividness(chroma) * std::sin(radians(2 * blues));
    return std::sqrt(
        std::max(0.0, lightStep * lightStep + chromaStep * chromaStep + turn * turn + twist * chromaStep * turn));
}

} // namespace Decayscope
