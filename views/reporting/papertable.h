// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "paperflow.h"

#include <figures/tablespec.h>

namespace Decayscope {

/// Lays a table into pages: its head is repeated on each; intervals stand below their values; type shrinks where
/// columns want more room than there is, and what still does not fit stands in further parts that repeat the names of
/// rows.
void layTable(PaperFlow &flow, const TableSpec &table);

} // namespace Decayscope
