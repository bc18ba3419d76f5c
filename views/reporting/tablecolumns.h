// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "papertext.h"

#include <figures/celltext.h>

namespace Decayscope {

/// A column of a table on paper.
struct PaperColumn
{
    std::size_t index = 0; ///< In ShownTable::columns.
    bool isText = true;
    double width = 0; ///< Paper units.
};

/// Columns that stand beside each other.
struct PaperColumns
{
    std::vector<PaperColumn> columns;
    double size = 8; ///< Of the type, points.
    double gap = 0; ///< Between columns, paper units.

    [[nodiscard]] double width() const;
};

/// How a table's columns are laid into a width: mostly one part, more where they do not fit even in the smallest type;
/// then each part begins with the columns that name the rows.
[[nodiscard]] std::vector<PaperColumns> paperColumns(const ShownTable &table, double width);

} // namespace Decayscope
