// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "run.h"

namespace Decayscope {

namespace {

constexpr std::array<const char *, allTerminations.size()> names{
    "Submitted", "LimitsExceeded", "Error", "Unknown", "NoTrajectory"};

} // namespace

QString terminationName(Termination termination)
{
    return QString::fromLatin1(names.at(static_cast<std::size_t>(termination)));
}

std::optional<Termination> terminationFromName(QStringView name)
{
    for (const auto termination : allTerminations) {
        if (name == QLatin1StringView(names.at(static_cast<std::size_t>(termination))))
            return termination;
    }
    return std::nullopt;
}

std::optional<RunVerdicts> Run::verdictsBy(VerifierMode mode) const
{
    return mode == VerifierMode::Reference ? std::optional(verdicts) : syntaxVerdicts;
}

} // namespace Decayscope
