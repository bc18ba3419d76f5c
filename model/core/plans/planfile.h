// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "plan.h"

#include <base/result.h>
#include <contracts/contractbook.h>

namespace Decayscope {

/// What stands in a plan's file as "format" and "version".
inline constexpr QLatin1StringView planFormat{"decayscope-plan"};
inline constexpr int planVersion = 1;

/// Reads a plan as resources/plans/plan.schema.json describes it. `source` names the file in messages; the book says
/// which tasks there are. Errors: InvalidInput naming file, place and what is expected, also for what planFaults()
/// finds; Refused beyond 4 MB.
[[nodiscard]] Result<CampaignPlan> readPlan(
    QByteArrayView json, const QString &source, const ContractBook &book = ContractBook::builtIn());

/// The plan as a file; reading it gives an equal plan, and equal plans give equal bytes.
[[nodiscard]] QByteArray planFile(const CampaignPlan &plan);

/// What names a plan's content: the SHA-256 of planFile(), as lower-case hexadecimal digits.
[[nodiscard]] QString planHash(const CampaignPlan &plan);

/// "paper full": 80 tasks × 3, "paper subset": 16 × 3, "demonstration"; each with one configuration to be filled in.
[[nodiscard]] QStringList planTemplates();
/// Errors: NotFound.
[[nodiscard]] Result<CampaignPlan> planTemplate(QStringView name);

} // namespace Decayscope
