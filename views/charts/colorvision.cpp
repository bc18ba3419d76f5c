// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "colorvision.h"

#include "colorspace.h"

#include <widgets/tones.h>

#include <QImage>

#include <algorithm>
#include <array>
#include <cmath>

namespace Decayscope {

namespace {

using VisionMatrix = std::array<float, 9>;

constexpr VisionMatrix full{1, 0, 0, 0, 1, 0, 0, 0, 1};
constexpr VisionMatrix grey{0.2126F, 0.7152F, 0.0722F, 0.2126F, 0.7152F, 0.0722F, 0.2126F, 0.7152F, 0.0722F};

// Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision deficiency",
// IEEE TVCG 15 (2009), severity 1.0; they act on linear RGB.
constexpr VisionMatrix protan{
    0.152286F, 1.052583F, -0.204868F, 0.114503F, 0.786281F, 0.099216F, -0.003882F, -0.048116F, 1.051998F};
constexpr VisionMatrix deutan{
    0.367322F, 0.860646F, -0.227968F, 0.280085F, 0.672501F, 0.047413F, -0.011820F, 0.042940F, 0.968881F};
constexpr VisionMatrix tritan{
    1.255528F, -0.076749F, -0.178779F, -0.078411F, 0.930809F, 0.147602F, 0.004733F, 0.691367F, 0.303900F};

const VisionMatrix &matrixOf(ColorVision vision)
{
    switch (vision) {
    case ColorVision::Full:
        return full;
    case ColorVision::Grey:
        return grey;
    case ColorVision::Protan:
        return protan;
    case ColorVision::Deutan:
        return deutan;
    case ColorVision::Tritan:
        return tritan;
    }
    return full;
}

constexpr int encodedSteps = 4096; ///< Fine enough that every 8-bit value finds its way back.

std::array<float, 256> makeLinearTable()
{
    std::array<float, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = static_cast<float>(linearLight(static_cast<double>(i) / 255));
    return table;
}

std::array<quint8, encodedSteps + 1> makeEncodedTable()
{
    std::array<quint8, encodedSteps + 1> table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = static_cast<quint8>(std::lround(encodedLight(static_cast<double>(i) / encodedSteps) * 255));
    return table;
}

int encoded(float linear)
{
    static const auto table = makeEncodedTable();
    const float share = std::clamp(linear, 0.0F, 1.0F);
    return table[static_cast<std::size_t>(share * encodedSteps + 0.5F)];
}

QRgb seen(QRgb color, const VisionMatrix &m)
{
    static const auto linear = makeLinearTable();
    const float r = linear[static_cast<std::size_t>(qRed(color))];
    const float g = linear[static_cast<std::size_t>(qGreen(color))];
    const float b = linear[static_cast<std::size_t>(qBlue(color))];
    return qRgba(encoded(m[0] * r + m[1] * g + m[2] * b), encoded(m[3] * r + m[4] * g + m[5] * b),
        encoded(m[6] * r + m[7] * g + m[8] * b), qAlpha(color));
}

} // namespace

QColor seenColor(const QColor &color, ColorVision vision)
{
    return vision == ColorVision::Full ? color : QColor::fromRgba(seen(color.rgba(), matrixOf(vision)));
}

QImage seenImage(const QImage &image, ColorVision vision)
{
    if (image.isNull() || vision == ColorVision::Full)
        return image;
    auto result = image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    const auto &matrix = matrixOf(vision);
    QRgb last = qRgba(0, 0, 0, 0);
    QRgb lastSeen = seen(last, matrix);
    for (int y = 0; y < result.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(result.scanLine(y));
        for (int x = 0; x < result.width(); ++x) {
            if (line[x] != last) {
                last = line[x];
                lastSeen = seen(last, matrix);
            }
            line[x] = lastSeen;
        }
    }
    return result;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    return contrast(a, b);
}

double colorDifference(const QColor &a, const QColor &b)
{
    return labDifference(labColor(a), labColor(b));
}

} // namespace Decayscope
