// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verdict.h"

#include <algorithm>

namespace Decayscope {

QString verifierModeName(VerifierMode mode)
{
    switch (mode) {
    case VerifierMode::Reference:
        return QStringLiteral("reference");
    case VerifierMode::Syntax:
        return QStringLiteral("syntax");
    }
    return {};
}

std::optional<VerifierMode> verifierModeFromName(QStringView name)
{
    const auto *found
        = std::ranges::find_if(allVerifierModes, [name](VerifierMode mode) { return verifierModeName(mode) == name; });
    return found == allVerifierModes.end() ? std::nullopt : std::optional(*found);
}

RunVerdicts summaryOf(const std::vector<ConstraintVerdict> &verdicts)
{
    RunVerdicts summary;
    for (const auto &verdict : verdicts)
        summary.of(kindOf(verdict.constraint)) = verdict.compliant ? Verdict::Compliant : Verdict::Violated;
    return summary;
}

} // namespace Decayscope
