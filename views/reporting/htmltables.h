// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/tablespec.h>

namespace Decayscope {

/// A table in a box that scrolls, without its title and notes: heads that stay in sight, names of rows as heads of
/// their rows, numbers to the right. `name` is what it is called, such as "Table 3".
[[nodiscard]] QString htmlTableBox(const TableSpec &table, const QString &name);

/// What stands below a table: the values beside its rows and how its numbers were made, the longer part folded away.
[[nodiscard]] QString htmlTableNotes(const TableSpec &table);

} // namespace Decayscope
