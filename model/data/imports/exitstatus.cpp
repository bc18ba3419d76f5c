// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exitstatus.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

struct NamedEnd
{
    std::string_view name;
    Termination termination;
};

constexpr std::array namedEnds{
    NamedEnd{"Submitted", Termination::Submitted},
    NamedEnd{"submitted", Termination::Submitted},
    NamedEnd{"LimitsExceeded", Termination::LimitsExceeded},
    NamedEnd{"TimeExceeded", Termination::LimitsExceeded},
    NamedEnd{"exit_cost", Termination::LimitsExceeded},
    NamedEnd{"exit_context", Termination::LimitsExceeded},
    NamedEnd{"exit_command_timeout", Termination::LimitsExceeded},
    NamedEnd{"exit_total_execution_time", Termination::LimitsExceeded},
    NamedEnd{"in_progress", Termination::Unknown},
    NamedEnd{"skipped", Termination::Unknown},
    NamedEnd{"early_exit", Termination::Unknown},
};

} // namespace

Termination terminationOfStatus(std::string_view status)
{
    if (status.empty())
        return Termination::Unknown;
    if (status.starts_with("submitted (")) // handed in because the rest in brackets happened
        return status.contains("exit_cost") || status.contains("exit_context") || status.contains("time")
            ? Termination::LimitsExceeded
            : Termination::Error;
    const auto *known = std::ranges::find(namedEnds, status, &NamedEnd::name);
    return known == namedEnds.end() ? Termination::Error : known->termination;
}

} // namespace Decayscope
