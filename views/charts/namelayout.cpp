// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "namelayout.h"

#include <widgets/spacing.h>

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Decayscope {

namespace {

constexpr double lineSample = 22; ///< In pixels of the grid.
constexpr double markSample = 12;

using Widths = std::vector<double>;

/// The widths columns need when names are written from left to right, then down.
Widths neededWidths(std::span<const double> entries, std::size_t columns)
{
    Widths widths(columns);
    for (std::size_t i = 0; i < entries.size(); ++i)
        widths[i % columns] = std::max(widths[i % columns], entries[i]);
    return widths;
}

/// As many columns as fit the width, but no last row of one where a shorter row does as well; where there would be more
/// than `mostRows`, more columns that are a little too narrow.
Widths columnWidths(std::span<const double> entries, double gap, double width, std::size_t mostRows)
{
    constexpr double leastShare = 0.8; // Of a name that is cut.
    const auto wanted = (entries.size() + mostRows - 1) / mostRows;
    for (auto columns = entries.size(); columns > 1; --columns) {
        auto widths = neededWidths(entries, columns);
        const double room = width - gap * static_cast<double>(columns - 1);
        const double share = room / std::accumulate(widths.begin(), widths.end(), 0.0);
        const auto rows = (entries.size() + columns - 1) / columns;
        const bool isEven = (entries.size() + rows - 1) / rows == columns;
        const bool isMeant = (share >= 1 && isEven) || columns <= wanted;
        if (share < leastShare || !isMeant)
            continue;
        for (auto &each : widths)
            each *= std::min(1.0, share);
        return widths;
    }
    return {width};
}

} // namespace

LegendBlock legendBlock(std::span<const SeriesSign> signs, const ChartStyle &style, double width, double highest)
{
    const QFontMetricsF metrics(style.tickFont);
    const bool hasLines = std::ranges::any_of(signs, &SeriesSign::isJoined);
    const double sample = style.gap(hasLines ? lineSample : markSample);
    const double before = sample + style.gap(Spacing::tight);
    const double line = lineHeight(style.tickFont) * 1.05;
    const double gap = style.gap(Spacing::normal + Spacing::tight);
    std::vector<double> entries;
    entries.reserve(signs.size());
    for (const auto &sign : signs)
        entries.push_back(before + metrics.horizontalAdvance(sign.name));
    const auto mostRows = static_cast<std::size_t>(std::max(1.0, std::floor(highest / line)));
    const auto columns = columnWidths(entries, gap, width, mostRows);
    LegendBlock block;
    block.places.reserve(signs.size());
    double left = 0;
    for (std::size_t i = 0; i < signs.size(); ++i) {
        const auto column = i % columns.size();
        left = column == 0 ? 0 : left;
        const QRectF cell(left, static_cast<double>(i / columns.size()) * line, columns[column], line);
        const auto text = cell.adjusted(before, 0, 0, 0);
        block.places.push_back({.sign = i,
            .text = metrics.elidedText(signs[i].name, Qt::ElideMiddle, text.width() + 0.01 * line),
            .rect = text,
            .anchor = {},
            .sample = QRectF(cell.topLeft(), QSizeF(sample, line))});
        left += columns[column] + gap;
        block.height = cell.bottom();
    }
    return block;
}

} // namespace Decayscope
