// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "interval.h"
#include "taskscores.h"

#include <map>
#include <optional>
#include <set>
#include <span>

namespace Decayscope {

/// One configuration's task and the same framework's task with the same constraints but one. Refers to scores that
/// outlive it.
struct SiblingPair
{
    const TaskScore *with = nullptr;
    const TaskScore *without = nullptr;

    /// What the constraint costs here, percentage points of A%.
    [[nodiscard]] double difference(ScoreMode mode) const { return with->assertions(mode) - without->assertions(mode); }
};

/// What a task is but for who did it.
using TaskVariant = std::tuple<QString, QString, QString, ConstraintSet>;

[[nodiscard]] TaskVariant variantOf(const TaskSpec &task);

/// Task scores and how to find a sibling among them. Refers to the scores it was made from.
class Siblings
{
public:
    explicit Siblings(std::span<const TaskScore> scores);

    /// Sorted by task, then configuration, so that clusters are numbered alike whatever the order of the runs.
    [[nodiscard]] std::vector<SiblingPair> pairsOf(Constraint constraint) const;

private:
    std::span<const TaskScore> m_scores;
    std::map<std::pair<Configuration, TaskVariant>, const TaskScore *> m_byVariant;
};

/// The differences of pairs together, percentage points; method.md, "Marginal effect".
struct PairedDifference
{
    Estimate effect; ///< Clusters = pairs of tasks; n = 0 where there are no pairs.
    std::optional<double> deviation; ///< Standard deviation with n − 1.
    std::optional<double> standardError; ///< deviation/√n, as the study prints it.
    std::vector<double> clusterSums; ///< Of the differences, one a cluster, for permutation.
};

[[nodiscard]] PairedDifference pairedDifference(std::span<const SiblingPair> pairs, ScoreMode mode);

/// Finds the runs behind task scores.
class RunsOfTasks
{
public:
    explicit RunsOfTasks(std::span<const Run> runs);

    /// Adds the runs of a score.
    void collect(const TaskScore &score, std::set<RunId> &runs) const;

    /// The runs behind both sides of pairs.
    [[nodiscard]] std::set<RunId> of(std::span<const SiblingPair> pairs) const;

private:
    std::map<std::pair<Configuration, TaskSpec>, std::vector<RunId>> m_ids;
};

} // namespace Decayscope
