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

    /// The same in two steps, where runs of one group count differently, as models have different prices: their own
    /// differences add up one by one, what the mean may be off does for all of them at once.
    template <typename Value>
    void addRuns(const std::vector<const EarlierUse *> &uses, int count, Value value);
    template <typename Total>
    void addMeanError(const std::vector<const EarlierUse *> &uses, Total total); ///< `total` of the group's runs.

    [[nodiscard]] Expectation expectation() const;

private:
    double m_mean = 0;
    double m_variance = 0;
};

/// Mean of a value over earlier runs, and its variance; that of one run is taken to be its square.
struct UseMoments
{
    double mean = 0;
    double variance = 0;
};

template <typename Value>
UseMoments momentsOf(const std::vector<const EarlierUse *> &uses, const Value &value)
{
    const auto size = static_cast<double>(uses.size());
    double sum = 0;
    for (const auto *use : uses)
        sum += value(*use);
    const auto mean = sum / size;
    double squares = 0;
    for (const auto *use : uses)
        squares += (value(*use) - mean) * (value(*use) - mean);
    return {.mean = mean, .variance = uses.size() > 1 ? squares / (size - 1) : mean * mean};
}

template <typename Value>
void GroupSum::add(const std::vector<const EarlierUse *> &uses, int count, Value value)
{
    addRuns(uses, count, value);
    addMeanError(uses, [count, &value](const EarlierUse &use) { return count * value(use); });
}

template <typename Value>
void GroupSum::addRuns(const std::vector<const EarlierUse *> &uses, int count, Value value)
{
    const auto moments = momentsOf(uses, value);
    m_mean += count * moments.mean;
    m_variance += count * moments.variance;
}

template <typename Total>
void GroupSum::addMeanError(const std::vector<const EarlierUse *> &uses, Total total)
{
    m_variance += momentsOf(uses, total).variance / static_cast<double>(uses.size());
}

} // namespace Decayscope
