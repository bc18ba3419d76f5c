// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "planstatus.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array stateNames{"waiting"_L1, "agent"_L1, "evaluating"_L1, "done"_L1, "failed"_L1};
constexpr std::array wishNames{"run"_L1, "pause"_L1, "stop"_L1};

template <typename Value>
std::optional<Value> valueNamed(const auto &names, QStringView name)
{
    const auto found = std::ranges::find_if(names, [name](QLatin1StringView known) { return known == name; });
    if (found == names.end())
        return std::nullopt;
    return static_cast<Value>(found - names.begin());
}

} // namespace

QString plannedRunStateName(PlannedRunState state)
{
    return stateNames.at(static_cast<std::size_t>(state));
}

std::optional<PlannedRunState> plannedRunStateFromName(QStringView name)
{
    return valueNamed<PlannedRunState>(stateNames, name);
}

QString planWishName(PlanWish wish)
{
    return wishNames.at(static_cast<std::size_t>(wish));
}

std::optional<PlanWish> planWishFromName(QStringView name)
{
    return valueNamed<PlanWish>(wishNames, name);
}

Spending &Spending::operator+=(const Spending &other)
{
    inputTokens += other.inputTokens;
    outputTokens += other.outputTokens;
    cost += other.cost;
    isPriced = isPriced && other.isPriced;
    return *this;
}

int PlanStatus::count(PlannedRunState state) const
{
    return static_cast<int>(std::ranges::count(runs, state, &PlannedRunStatus::state));
}

int PlanStatus::agentFailures() const
{
    return static_cast<int>(std::ranges::count_if(runs, [](const PlannedRunStatus &run) {
        return run.state == PlannedRunState::Done && run.termination != Termination::Submitted;
    }));
}

} // namespace Decayscope
