// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <agreement/agreementreport.h>

#include <nlohmann/json_fwd.hpp>

namespace Decayscope {

/// An agreement as the contract has it: `{items, accuracy, kappa, interval:[lo,hi], macro_f1, categories, confusion}`
/// and more; shares from 0 to 1, null for what does not exist.
[[nodiscard]] nlohmann::ordered_json agreementJson(const AgreementReport &report);
[[nodiscard]] QString agreementText(const AgreementReport &report);

/// Units that both labelled.
[[nodiscard]] int comparedUnits(const AgreementReport &report);

} // namespace Decayscope
