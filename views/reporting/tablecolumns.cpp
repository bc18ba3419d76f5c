// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tablecolumns.h"

#include <figures/writers.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace Decayscope {

namespace {

/// A way to write a table, from the one that takes most room.
struct TableWay
{
    double size = 8; ///< Of the type, points.
    bool besides = false; ///< Intervals stand beside their values.
    bool wholeHeads = false; ///< Heads of columns are not broken.
};

constexpr std::array ways{TableWay{8, true, true}, TableWay{8, false, true}, TableWay{8, false, false},
    TableWay{7.5, false, false}, TableWay{7, false, false}, TableWay{6.5, false, false}};
constexpr TableWay wayOfParts{7.5, false, false};
constexpr double leastGap = inPaperUnits(5.5);
constexpr double mostGap = inPaperUnits(26);
constexpr double intervalGap = inPaperUnits(4);
constexpr double widestText = 0.36; ///< Of a text column that wraps, as a share of the width.
constexpr std::size_t mostNames = 2; ///< Columns that are repeated in every part.
constexpr double rounding = inPaperUnits(0.3); ///< So that no line is broken at its own width.

double headWidth(const QString &title, const TableWay &way)
{
    const PaperTextStyle bold{.size = way.size, .weight = QFont::DemiBold};
    if (way.wholeHeads)
        return paperTextWidth(title, bold);
    double widest = 0;
    for (const auto &word : title.split(u' '))
        widest = std::max(widest, paperTextWidth(word, bold));
    return widest;
}

/// What a column wants of the width.
PaperColumn wanted(const ShownTable &table, std::size_t index, const TableWay &way, double width)
{
    const bool isText = table.columns[index].isText;
    const PaperTextStyle plain{.size = way.size};
    const PaperTextStyle small{.size = way.size - smallerIntervals};
    double values = 0;
    double intervals = 0;
    for (const auto &row : table.rows) {
        const auto &cell = row[index];
        values = std::max(values, paperTextWidth((isText ? cell.value : withMinus(cell.value)) + cell.mark, plain));
        if (!cell.interval.isEmpty())
            intervals = std::max(intervals, paperTextWidth(withMinus(cell.interval), small) + rounding);
    }
    PaperColumn column{.index = index, .isText = isText};
    column.interval = way.besides && intervals > 0 ? intervals + intervalGap : 0;
    const double body = way.besides ? values + rounding + column.interval : std::max(values, intervals);
    const double widest = std::max(headWidth(table.columns[index].title, way), body);
    column.width = (isText ? std::min(widest, width * widestText) : widest) + rounding;
    return column;
}

PaperColumns written(const ShownTable &table, const TableWay &way, double width)
{
    PaperColumns columns{.columns = {}, .size = way.size, .gap = leastGap};
    columns.columns.reserve(table.columns.size());
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        columns.columns.push_back(wanted(table, i, way, width));
    return columns;
}

/// Room that is left goes between the columns.
void spread(PaperColumns &columns, double width)
{
    if (columns.columns.size() < 2)
        return;
    const auto gaps = static_cast<double>(columns.columns.size() - 1);
    columns.gap = std::clamp(columns.gap + (width - columns.width()) / gaps, leastGap, mostGap);
}

std::size_t namesIn(const PaperColumns &columns)
{
    std::size_t count = 0;
    while (count < columns.columns.size() && count < mostNames && columns.columns[count].isText)
        ++count;
    return count;
}

PaperColumns namesOf(const PaperColumns &all)
{
    PaperColumns names{.columns = all.columns, .size = all.size, .gap = all.gap};
    names.columns.resize(namesIn(all));
    return names;
}

/// As many columns a part as fit and are wanted, at least one besides the names.
std::vector<PaperColumns> filled(const PaperColumns &all, double width, std::size_t most)
{
    std::vector<PaperColumns> parts;
    const auto names = namesOf(all);
    for (std::size_t i = names.columns.size(); i < all.columns.size(); ++i) {
        const bool fits = !parts.empty() && parts.back().width() + all.gap + all.columns[i].width <= width
            && parts.back().columns.size() < names.columns.size() + most;
        if (!fits)
            parts.push_back(names);
        parts.back().columns.push_back(all.columns[i]);
    }
    if (parts.empty())
        parts.push_back(names);
    return parts;
}

/// Parts of about as many columns.
std::vector<PaperColumns> inParts(const PaperColumns &all, double width)
{
    const auto values = all.columns.size() - namesIn(all);
    const auto count = filled(all, width, values).size();
    return filled(all, width, (values + count - 1) / count);
}

/// A single column or name can be wider than the page: it wraps.
void squeeze(PaperColumns &columns, double width)
{
    const double excess = columns.width() - width;
    if (excess <= 0)
        return;
    auto &widest = *std::ranges::max_element(columns.columns, {}, &PaperColumn::width);
    widest.width = std::max(widest.width - excess, width / 8);
}

} // namespace

double PaperColumns::width() const
{
    const double gaps = columns.empty() ? 0 : gap * static_cast<double>(columns.size() - 1);
    return std::accumulate(
        columns.begin(), columns.end(), gaps, [](double sum, const PaperColumn &column) { return sum + column.width; });
}

std::vector<PaperColumns> paperColumns(const ShownTable &table, double width)
{
    std::vector<PaperColumns> parts;
    for (const auto &way : ways) {
        parts = {written(table, way, width)};
        if (parts.front().width() <= width)
            break;
    }
    if (parts.front().width() > width)
        parts = inParts(written(table, wayOfParts, width), width);
    for (auto &part : parts) {
        squeeze(part, width);
        spread(part, width);
    }
    return parts;
}

} // namespace Decayscope
