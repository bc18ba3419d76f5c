// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tablecolumns.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace Decayscope {

namespace {

constexpr std::array sizes{8.0, 7.5, 7.0, 6.5};
constexpr double leastGap = inPaperUnits(7);
constexpr double mostGap = inPaperUnits(26);
constexpr double widestText = 0.36; ///< Of a text column that wraps, as a share of the width.
constexpr std::size_t mostNames = 2; ///< Columns that are repeated in every part.

double longestWord(const QString &text, const PaperTextStyle &style)
{
    double widest = 0;
    for (const auto &word : text.split(u' '))
        widest = std::max(widest, paperTextWidth(word, style));
    return widest;
}

/// What a column wants of the width.
double wanted(const ShownTable &table, std::size_t index, double size, double width)
{
    const PaperTextStyle plain{.size = size};
    const PaperTextStyle bold{.size = size, .weight = QFont::DemiBold};
    const auto &column = table.columns[index];
    double widest = longestWord(column.title, bold);
    for (const auto &row : table.rows) {
        const auto &cell = row[index];
        widest
            = std::max({widest, paperTextWidth(cell.value + cell.mark, plain), paperTextWidth(cell.interval, plain)});
    }
    constexpr double rounding = 4; // Units, so that a line is not broken at its own width.
    return (column.isText ? std::min(widest, width * widestText) : widest) + rounding;
}

PaperColumns inSize(const ShownTable &table, double size, double width)
{
    PaperColumns columns{.size = size, .gap = leastGap};
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        columns.columns.push_back(
            {.index = i, .isText = table.columns[i].isText, .width = wanted(table, i, size, width)});
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

/// As many columns a part as fit, at least one besides the names.
std::vector<PaperColumns> inParts(const PaperColumns &all, double width)
{
    std::vector<PaperColumns> parts;
    const auto names = namesIn(all);
    const PaperColumns named{.columns = {all.columns.begin(), all.columns.begin() + static_cast<std::ptrdiff_t>(names)},
        .size = all.size,
        .gap = all.gap};
    for (std::size_t i = names; i < all.columns.size(); ++i) {
        const bool fits = !parts.empty() && parts.back().width() + all.gap + all.columns[i].width <= width;
        if (!fits)
            parts.push_back(named);
        parts.back().columns.push_back(all.columns[i]);
    }
    if (parts.empty())
        parts.push_back(named);
    return parts;
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
    for (const auto size : sizes) {
        parts = {inSize(table, size, width)};
        if (parts.front().width() <= width)
            break;
    }
    if (parts.front().width() > width)
        parts = inParts(parts.front(), width);
    for (auto &part : parts) {
        squeeze(part, width);
        spread(part, width);
    }
    return parts;
}

} // namespace Decayscope
