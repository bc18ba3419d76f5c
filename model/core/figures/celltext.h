// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tablelook.h"
#include "tablespec.h"

namespace Decayscope {

/// A value as people read it: rounded to `decimals`, points with their sign, p-values and coefficients with three
/// decimals, a dash for what does not exist.
[[nodiscard]] QString cellText(const Cell &cell, CellKind kind, int decimals = 1);

/// A cell as people read it, in parts.
struct ShownCell
{
    QString value; ///< "51.7"
    QString interval; ///< "[40.2, 63.1]" or "± 11.5"; empty where none is shown.
    QString mark; ///< TableRow::mark, at the column that carries it.
    bool isBest = false; ///< To be bold.

    [[nodiscard]] QString text() const;
};

/// A column of a table that people read.
struct ShownColumn
{
    std::size_t index = 0; ///< In TableSpec::columns.
    QString title;
    bool isText = true; ///< The others are numbers.
};

/// A table as people read it: only the columns meant for them, in the forms that a look asks for.
struct ShownTable
{
    QString title; ///< The look's caption, or else the table's title.
    std::vector<ShownColumn> columns;
    std::vector<std::vector<ShownCell>> rows;
    QStringList fieldLines; ///< What stands beside the rows, one group a line: "capable: n 4, mean ΔA% -33.2".
    QStringList notes; ///< Whole sentences; without notes what must stand in every export.

    [[nodiscard]] QStringList below() const { return fieldLines + notes; }
};

[[nodiscard]] ShownTable shownTable(const TableSpec &table, const TableLook &look = {});

} // namespace Decayscope
