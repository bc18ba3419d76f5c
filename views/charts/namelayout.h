// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chartstyle.h"
#include "seriessign.h"

#include <QRectF>

#include <optional>
#include <span>

namespace Decayscope {

/// Where the name of a series is written, and where a click on it is meant.
struct NamePlace
{
    std::size_t sign = 0; ///< Index into the figure's signs.
    QString text; ///< Cut to what fits.
    QRectF rect; ///< Of the text.
    std::optional<QPointF> anchor; ///< Of direct labels: the mark that is named; a leader leads to it.
    std::optional<QRectF> sample; ///< Of legends: where the line and marker are shown.
    bool isLeftOfMark = false; ///< The text ends at the mark instead of beginning there.

    [[nodiscard]] QRectF target() const { return sample ? rect.united(*sample) : rect; }
};

/// A legend as a block: names in columns, from left to right, then down.
struct LegendBlock
{
    std::vector<NamePlace> places; ///< Within (0, 0) to (width, height).
    double height = 0;
};

/// In as many columns as fit the width; names are cut where the block would become higher than `highest`.
[[nodiscard]] LegendBlock legendBlock(
    std::span<const SeriesSign> signs, const ChartStyle &style, double width, double highest);

} // namespace Decayscope
