// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/figurespec.h>

namespace Decayscope {

/// What stands for one name in a legend: series of one name in several panels share it.
struct SeriesSign
{
    QString name;
    int color = 0;
    LineStyle line = LineStyle::Solid;
    int marker = 0;
    bool isJoined = true;
    bool isHidden = false; ///< Switched off by the reader: named, hollow.
    bool isReference = false; ///< A mark beside the series, such as a published value; it cannot be switched off.

    bool operator==(const SeriesSign &) const = default;
};

/// The signs of a figure in the order of its series, then one for each name of references.
[[nodiscard]] std::vector<SeriesSign> signsOf(const FigureSpec &spec, const QStringList &hidden = {});

} // namespace Decayscope
