// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "planestimate.h"

#include <map>

namespace Decayscope {

/// What one earlier run used; of the three numbers that a plan's estimate sums up.
struct EarlierUse
{
    Configuration configuration;
    TaskSpec task;
    double input = 0; ///< Tokens.
    double output = 0;
    double seconds = 0;
};

/// How near the earlier runs are that tell of a planned one.
enum class Nearness : quint8 { Cell, Level, ScaffoldLevel, AnyOfLevel, Any, Nothing };

/// A group of earlier runs.
struct EarlierGroup
{
    Nearness nearness = Nearness::Nothing;
    const std::vector<const EarlierUse *> *uses = nullptr; ///< Null for Nothing.
};

/// Earlier runs by what they share with planned ones.
class NearestGroups
{
public:
    explicit NearestGroups(std::span<const EarlierUse> uses); ///< The uses must outlive it.

    [[nodiscard]] EarlierGroup groupOf(const PlannedRun &run) const;

private:
    using Key = std::tuple<Nearness, Configuration, QString, int>;
    [[nodiscard]] static std::vector<Key> keysOf(const Configuration &configuration, const TaskSpec &task);

    std::map<Key, std::vector<const EarlierUse *>> m_groups;
};

/// Adds up what groups tell of a sum over runs; see estimatePlan().
class GroupSum
{
public:
    /// `value` is what an earlier run says, `count` for how many planned runs the group stands.
    template <typename Value>
    void add(const std::vector<const EarlierUse *> &uses, int count, Value value);

    [[nodiscard]] Expectation expectation() const;

private:
    double m_mean = 0;
    double m_variance = 0;
};

template <typename Value>
void GroupSum::add(const std::vector<const EarlierUse *> &uses, int count, Value value)
{
    const auto size = static_cast<double>(uses.size());
    double sum = 0;
    for (const auto *use : uses)
        sum += value(*use);
    const auto mean = sum / size;
    double squares = 0;
    for (const auto *use : uses)
        squares += (value(*use) - mean) * (value(*use) - mean);
    const auto variance = uses.size() > 1 ? squares / (size - 1) : mean * mean;
    const auto runs = static_cast<double>(count);
    m_mean += runs * mean;
    m_variance += runs * variance + runs * runs * variance / size;
}

} // namespace Decayscope
