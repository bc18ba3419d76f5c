// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "namelayout.h"

#include <widgets/spacing.h>

#include <QFontMetricsF>

#include <algorithm>
#include <numeric>

namespace Decayscope {

namespace {

constexpr double sampleWidth = 26; ///< In pixels of the grid.

/// The widths of columns in which all names fit, as many columns as possible; one of the whole width at least.
std::vector<double> columnWidths(std::span<const double> entries, double gap, double width)
{
    for (auto columns = entries.size(); columns > 1; --columns) {
        std::vector<double> widths(columns);
        for (std::size_t i = 0; i < entries.size(); ++i)
            widths[i % columns] = std::max(widths[i % columns], entries[i]);
        const double sum = std::accumulate(widths.begin(), widths.end(), gap * static_cast<double>(columns - 1));
        // Rows of one length look calmer than a last row of one.
        const auto rows = (entries.size() + columns - 1) / columns;
        if (sum <= width && (entries.size() + rows - 1) / rows == columns)
            return widths;
    }
    return {width};
}

} // namespace

LegendBlock legendBlock(std::span<const SeriesSign> signs, const ChartStyle &style, double width)
{
    const QFontMetricsF metrics(style.tickFont);
    const double before = style.gap(sampleWidth + Spacing::tight);
    std::vector<double> entries;
    entries.reserve(signs.size());
    for (const auto &sign : signs)
        entries.push_back(before + metrics.horizontalAdvance(sign.name));
    const auto columns = columnWidths(entries, style.gap(Spacing::wide), width);
    const double line = metrics.height() * 1.15;
    LegendBlock block;
    block.places.reserve(signs.size());
    double left = 0;
    for (std::size_t i = 0; i < signs.size(); ++i) {
        const auto column = i % columns.size();
        left = column == 0 ? 0 : left;
        const QRectF cell(left, static_cast<double>(i / columns.size()) * line, std::min(width, columns[column]), line);
        const auto text = cell.adjusted(before, 0, 0, 0);
        block.places.push_back({.sign = i,
            .text = metrics.elidedText(signs[i].name, Qt::ElideRight, text.width() + 0.01 * line),
            .rect = text,
            .anchor = {},
            .sample = QRectF(cell.topLeft(), QSizeF(style.gap(sampleWidth), line))});
        left += columns[column] + style.gap(Spacing::wide);
        block.height = cell.bottom();
    }
    return block;
}

} // namespace Decayscope
