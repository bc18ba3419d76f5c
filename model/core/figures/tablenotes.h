// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tablelook.h"
#include "tablespec.h"

namespace Decayscope {

// What a look makes of a table besides its cells.

/// The columns that are shown, as indexes into TableSpec::columns. As published: those the study prints, where it
/// prints any of this table; a standard error that stands behind its value has no column of its own.
[[nodiscard]] std::vector<std::size_t> shownColumns(const TableSpec &table, const TableLook &look);

/// How a column's interval stands beside its value. As published: only standard errors do.
[[nodiscard]] IntervalForm intervalForm(const TableSpec &table, const TableColumn &column, const TableLook &look);

/// The sentences below a table: what its card says, then the notes that say more.
[[nodiscard]] QStringList shownNotes(const TableSpec &table, const TableLook &look);

} // namespace Decayscope
