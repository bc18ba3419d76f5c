// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tablespec.h"

namespace Decayscope {

/// A value as people read it: rounded to `decimals`, points with their sign, p-values and coefficients with three
/// decimals, a dash for what does not exist.
[[nodiscard]] QString cellText(const Cell &cell, CellKind kind, int decimals = 1);

/// A table as people read it: only the columns meant for them, intervals in brackets behind their values.
struct ShownTable
{
    QStringList titles;
    std::vector<bool> isText; ///< Per column; the others are numbers.
    std::vector<QStringList> rows;
    QStringList fieldLines; ///< What stands beside the rows, one group a line: "capable: n 4, mean ΔA% -33.2".
};

[[nodiscard]] ShownTable shownTable(const TableSpec &table);

} // namespace Decayscope
