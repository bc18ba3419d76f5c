// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>

class QImage;

namespace Decayscope {

/// How a reader sees colours.
enum class ColorVision : quint8 { Full, Grey, Protan, Deutan, Tritan };

/// A colour as somebody with that vision sees it: Machado, Oliveira and Fernandes 2009 at full severity in linear RGB;
/// grey by luminance.
[[nodiscard]] QColor seenColor(const QColor &color, ColorVision vision);
[[nodiscard]] QImage seenImage(const QImage &image, ColorVision vision);

/// WCAG 2.1 contrast ratio, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

/// CIEDE2000 difference of two colours; below about 10 readers mistake them in a figure.
[[nodiscard]] double colorDifference(const QColor &a, const QColor &b);

} // namespace Decayscope
