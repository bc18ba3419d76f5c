// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fieldreader.h"

namespace Decayscope {

/// A length or size of a look, with its range.
struct LookNumber
{
    double FigureLook::*field;
    QStringView key;
    double minimum;
    double maximum;
};

/// As FigureLook says.
inline constexpr std::array lookNumbers{LookNumber{&FigureLook::width, u"width", 1, 40},
    LookNumber{&FigureLook::height, u"height", 0.5, 40}, LookNumber{&FigureLook::textSize, u"text_size", 4, 40},
    LookNumber{&FigureLook::tickSize, u"tick_size", 4, 40}, LookNumber{&FigureLook::lineWidth, u"line_width", 0.1, 10},
    LookNumber{&FigureLook::markerSize, u"marker_size", 0.5, 20}};

/// Takes what the reader has of a look; the rest stays.
void takeLook(FieldReader &fields, FigureLook &look);

[[nodiscard]] QJsonObject lookJson(const FigureLook &look);

} // namespace Decayscope
