// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <agreement/agreementreport.h>
#include <figures/tablespec.h>

namespace Decayscope {

/// A report as tables: "coefficients", "categories", "confusion", "rounds" and "intra-rater"; without rows where there
/// is nothing to tell.
[[nodiscard]] std::vector<TableSpec> agreementTables(const AgreementReport &report);

} // namespace Decayscope
