// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/tablespec.h>

namespace Decayscope {

/// A table with a row a configuration and a value of `by` (scaffold, model, `by`, values) as one with a row a
/// configuration and a column a value of `by`, in the order of their first occurrence, which holds `value`. Notes and
/// card stay. A table that lacks one of the columns comes back as it is.
[[nodiscard]] TableSpec pivoted(const TableSpec &table, QStringView by, QStringView value);

} // namespace Decayscope
