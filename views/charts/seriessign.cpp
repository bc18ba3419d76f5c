// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "seriessign.h"

#include <algorithm>

namespace Decayscope {

namespace {

void addOnce(std::vector<SeriesSign> &signs, SeriesSign sign)
{
    const bool isKnown = std::ranges::any_of(signs,
        [&](const SeriesSign &other) { return other.name == sign.name && other.isReference == sign.isReference; });
    if (!isKnown && !sign.name.isEmpty())
        signs.push_back(std::move(sign));
}

} // namespace

std::vector<SeriesSign> signsOf(const FigureSpec &spec, const QStringList &hidden)
{
    std::vector<SeriesSign> signs;
    for (const auto &series : spec.series)
        addOnce(signs,
            {.name = series.name,
                .color = series.color,
                .line = series.line,
                .marker = series.marker,
                .isJoined = series.joined,
                .isHidden = hidden.contains(series.name)});
    for (const auto &reference : spec.references)
        addOnce(signs, {.name = reference.name, .color = -1, .isJoined = false, .isReference = true});
    return signs;
}

} // namespace Decayscope
