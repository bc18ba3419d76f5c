// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "heatcells.h"

#include "figurelayout.h"

#include <widgets/tones.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace Decayscope {

namespace {

constexpr QChar tickMark = u'\u2713';
constexpr double mostCells = 200'000;

/// The index of a category, if it is one.
std::optional<std::size_t> categoryAt(double place, qsizetype count)
{
    if (!(place > -0.5) || !(place < static_cast<double>(count) - 0.5))
        return {};
    return static_cast<std::size_t>(std::lround(place));
}

/// Which cells of a panel are filled, row by row.
std::vector<bool> filledCells(const FigureLayout &layout, int panel)
{
    const auto &spec = layout.spec();
    const auto columns = spec.x.categories.size();
    const auto rows = spec.y.categories.size();
    std::vector<bool> filled(static_cast<std::size_t>(columns * rows));
    for (const auto &series : spec.series) {
        if (series.panel != panel && !spec.panels.isEmpty())
            continue;
        for (const auto &point : series.points) {
            const auto column = categoryAt(point.x, columns);
            const auto row = categoryAt(point.y, rows);
            if (column && row)
                filled[*row * static_cast<std::size_t>(columns) + *column] = true;
        }
    }
    return filled;
}

bool fits(const FigureLayout &layout, const QFontMetricsF &metrics)
{
    constexpr std::size_t enough = 400; ///< Texts repeat; so many tell.
    constexpr double nearlyAll = 0.02;
    std::size_t texts = 0;
    std::size_t tooWide = 0;
    for (std::size_t s = 0; s < layout.spec().series.size() && texts < enough; ++s) {
        const auto cell = heatCell(layout.frameOf(s), 0, 0);
        for (const auto &point : layout.spec().series[s].points) {
            const auto text = heatCellText(point.text);
            const bool isWide = metrics.horizontalAdvance(text) > cell.width() * 0.9;
            tooWide += isWide || metrics.capHeight() * 1.5 > cell.height() ? 1U : 0U;
            if (++texts >= enough)
                break;
        }
    }
    return static_cast<double>(tooWide) <= nearlyAll * static_cast<double>(texts);
}

} // namespace

QRectF heatCell(const PanelFrame &frame, double x, double y)
{
    return QRectF(frame.position(x - 0.5, y - 0.5), frame.position(x + 0.5, y + 0.5)).normalized();
}

QRectF heatCellInside(const QRectF &cell, double gap)
{
    constexpr double share = 0.06;
    const double inset = std::min({gap, cell.width() * share, cell.height() * share}) / 2;
    return cell.adjusted(inset, inset, -inset, -inset);
}

std::vector<QRectF> emptyHeatCells(const FigureLayout &layout)
{
    const auto columns = layout.spec().x.categories.size();
    const auto rows = layout.spec().y.categories.size();
    const auto panels = layout.panels().size();
    std::vector<QRectF> cells;
    if (static_cast<double>(columns) * static_cast<double>(rows) * static_cast<double>(panels) > mostCells)
        return cells;
    for (std::size_t panel = 0; panel < panels; ++panel) {
        const auto filled = filledCells(layout, static_cast<int>(panel));
        for (std::size_t i = 0; i < filled.size(); ++i) {
            if (!filled[i])
                cells.push_back(
                    heatCell(layout.panels()[panel], static_cast<double>(i % static_cast<std::size_t>(columns)),
                        static_cast<double>(i / static_cast<std::size_t>(columns))));
        }
    }
    return cells;
}

QString heatCellText(const QString &text)
{
    auto written = text;
    written.remove(tickMark);
    return written.trimmed();
}

bool heatCellHasTick(const QString &text)
{
    return text.contains(tickMark);
}

QFont heatCellFont(const FigureLayout &layout)
{
    constexpr std::array factors{1.0, 0.92, 0.84, 0.76};
    const auto &font = layout.style().tickFont;
    for (const double factor : factors) {
        auto smaller = scaledFont(font, factor);
        if (fits(layout, QFontMetricsF(smaller)))
            return smaller;
    }
    return scaledFont(font, factors.back());
}

} // namespace Decayscope
