// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "configuration.h"
#include "task.h"
#include "verdict.h"

#include <base/id.h>

namespace Decayscope {

using RunId = Id<struct RunTag>;

/// What names a run: its place in the results tree.
struct RunKey
{
    QString runtime;
    Configuration configuration;
    QString task;
    QString date; ///< The date folder's name; of several the greatest counts.
    int trial = 0; ///< The N of run_N.

    bool operator==(const RunKey &) const = default;
    std::strong_ordering operator<=>(const RunKey &) const = default;
};

/// How an agent's run ended; `method.md`, "Termination".
enum class Termination : quint8 { Submitted, LimitsExceeded, Error, Unknown, NoTrajectory };

inline constexpr std::array allTerminations{Termination::Submitted, Termination::LimitsExceeded, Termination::Error,
    Termination::Unknown, Termination::NoTrajectory};

/// "Submitted", "LimitsExceeded", … as in the study's tables.
[[nodiscard]] QString terminationName(Termination termination);
[[nodiscard]] std::optional<Termination> terminationFromName(QStringView name);

struct TokenCount
{
    qint64 input = 0;
    qint64 output = 0;
    bool estimated = false; ///< Characters / 4, because no vocabulary counted them.

    bool operator==(const TokenCount &) const = default;
};

/// One run as every table, chart and list sees it: small, complete, without texts.
struct Run
{
    RunId id;
    RunKey key;
    TaskSpec task;
    bool newestDate = true; ///< Whether its date folder is the newest of its configuration and task.
    std::optional<QString> exclusion; ///< The reason it was excluded by hand, if it was.

    int assertions = 0; ///< All counted by the report; 0 where there is no report.
    int passed = 0;
    int failed = 0;
    RunVerdicts verdicts; ///< Of the reference verifiers.
    std::optional<RunVerdicts> syntaxVerdicts; ///< Of the syntax verifiers; absent where they have not judged it yet.

    Termination termination = Termination::NoTrajectory;
    qint64 turns = 0; ///< Messages (Mini-SWE-Agent) or events (OpenHands).
    std::optional<TokenCount> tokens; ///< As the study counts: the default usage, or inferred.
    std::optional<TokenCount> allTokens; ///< Summed over all usages, where there are several.
    int warnings = 0;

    [[nodiscard]] std::optional<RunVerdicts> verdictsBy(VerifierMode mode) const;

    bool operator==(const Run &) const = default;
};

} // namespace Decayscope
