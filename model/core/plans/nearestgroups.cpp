// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nearestgroups.h"

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

constexpr std::size_t enoughRuns = 3;

/// Of the standard normal distribution, for nine tenths in the middle.
constexpr double ninetyPercent = 1.6448536269514722;

} // namespace

NearestGroups::NearestGroups(std::span<const EarlierUse> uses)
{
    for (const auto &use : uses) {
        for (const auto &key : keysOf(use.configuration, use.task))
            m_groups[key].push_back(&use);
    }
}

/// From the nearest to the widest.
std::vector<NearestGroups::Key> NearestGroups::keysOf(const Configuration &configuration, const TaskSpec &task)
{
    const auto level = task.level();
    const Configuration scaffold{.scaffold = configuration.scaffold, .model = {}};
    return {{Nearness::Cell, configuration, QString(task.runtime + u'/' + task.name), level},
        {Nearness::Level, configuration, {}, level}, {Nearness::ScaffoldLevel, scaffold, {}, level},
        {Nearness::AnyOfLevel, {}, {}, level}, {Nearness::Any, {}, {}, 0}};
}

EarlierGroup NearestGroups::groupOf(const PlannedRun &run) const
{
    EarlierGroup widest;
    for (const auto &key : keysOf(run.configuration.configuration(), run.task)) {
        const auto found = m_groups.find(key);
        if (found == m_groups.end())
            continue;
        widest = {std::get<Nearness>(key), &found->second};
        if (found->second.size() >= enoughRuns)
            break;
    }
    return widest;
}

Expectation GroupSum::expectation() const
{
    const auto reach = ninetyPercent * std::sqrt(m_variance);
    return {.expected = m_mean, .low = std::max(0.0, m_mean - reach), .high = m_mean + reach};
}

} // namespace Decayscope
