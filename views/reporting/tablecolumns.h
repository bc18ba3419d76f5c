// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "papertext.h"

#include <figures/celltext.h>

namespace Decayscope {

/// Intervals are set so much smaller than their values, in points.
inline constexpr double smallerIntervals = 0.8;

/// A column of a table on paper.
struct PaperColumn
{
    std::size_t index = 0; ///< In ShownTable::columns.
    bool isText = true;
    double width = 0; ///< Paper units.
    double interval = 0; ///< What of it intervals take beside their values; 0: they stand below.
};

/// Columns that stand beside each other.
struct PaperColumns
{
    std::vector<PaperColumn> columns;
    double size = 8; ///< Of the type, points.
    double gap = 0; ///< Between columns, paper units.

    [[nodiscard]] double width() const;
};

/// How a table's columns are laid into a width: mostly one part, with intervals below their values and smaller type
/// where that is needed; more where they do not fit even so. Then each part begins with the columns that name the rows.
[[nodiscard]] std::vector<PaperColumns> paperColumns(const ShownTable &table, double width);

} // namespace Decayscope
