// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "labelbook.h"

namespace Decayscope {

/// The labels that stand outside of samples, by the rules of labelRows(), in no order and without runs.
[[nodiscard]] std::vector<LabelRow> importedRows(const LabelLog &log);

} // namespace Decayscope
