// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "matchedchains.h"

#include "grouping.h"
#include "siblings.h"

#include <algorithm>

namespace Decayscope {

namespace {

using TasksByVariant = std::map<TaskVariant, const TaskSpec *>;
using ScoresByTask = std::map<TaskSpec, const TaskScore *>;
using ChainsByFramework = std::map<QString, std::vector<ConstraintChain>>;

/// The chain that adds constraints in this order; nothing where a task on the way is not there.
std::optional<ConstraintChain> chainTo(
    const TaskSpec &last, const std::vector<Constraint> &order, const TasksByVariant &tasks)
{
    ConstraintChain chain;
    auto variant = variantOf(last);
    auto &constraints = std::get<ConstraintSet>(variant);
    constraints = {};
    for (std::size_t level = 0; level < chain.size(); ++level) {
        if (level > 0)
            constraints = constraints.with(order[level - 1]);
        const auto found = tasks.find(variant);
        if (found == tasks.end())
            return std::nullopt;
        chain.at(level) = *found->second;
    }
    return chain;
}

std::vector<TaskSpec> askedTasks(const std::vector<TaskSpec> &tasks, const TaskChoice &choice)
{
    std::vector<TaskSpec> asked;
    std::ranges::copy_if(
        tasks, std::back_inserter(asked), [&choice](const TaskSpec &task) { return !choice || choice(task); });
    return asked;
}

/// Makes the curve of one configuration.
class CurveOfChains
{
public:
    CurveOfChains(const std::vector<TaskScore> &scores, const RunsOfTasks &runsOf, ScoreMode mode)
        : m_runsOf(runsOf)
        , m_mode(mode)
    {
        for (const auto &score : scores)
            m_scores.emplace(score.task, &score);
    }

    /// Counts what is there of the plan, then averages it.
    void fill(MatchedCurve &curve, const std::vector<ConstraintChain> &planned, int trials)
    {
        std::set<QString> missing;
        std::set<TaskSpec> done;
        curve.planned = static_cast<int>(planned.size());
        for (const auto &chain : planned) {
            if (isComplete(chain, missing)) {
                m_chains[chain.front().framework].push_back(chain);
                done.insert(chain.begin(), chain.end());
                ++curve.complete;
            }
        }
        curve.missing = QStringList(missing.begin(), missing.end());
        for (const auto &task : done)
            curve.missingTrials += std::max(0, trials - m_scores.at(task)->runs);
        if (curve.complete > 0)
            addLevels(curve);
    }

private:
    using Value = double (CurveOfChains::*)(const TaskScore &) const;

    [[nodiscard]] double assertions(const TaskScore &score) const { return score.assertions(m_mode); }
    [[nodiscard]] double passAt1(const TaskScore &score) const { return score.passAt(1, m_mode); }

    [[nodiscard]] bool isComplete(const ConstraintChain &chain, std::set<QString> &missing) const
    {
        bool isWhole = true;
        for (const auto &task : chain) {
            if (!m_scores.contains(task)) {
                missing.insert(task.name);
                isWhole = false;
            }
        }
        return isWhole;
    }

    void addLevels(MatchedCurve &curve) const
    {
        for (std::size_t level = 0; level < levelCount; ++level)
            curve.levels.at(level) = levelOf(level);
        curve.delta = change(&CurveOfChains::assertions);
        curve.passDelta = change(&CurveOfChains::passAt1);
    }

    [[nodiscard]] ChainLevel levelOf(std::size_t level) const
    {
        ChainLevel values;
        values.assertions = clusteredMean(byFramework([&](const ConstraintChain &chain) {
            return assertions(*m_scores.at(chain.at(level)));
        })).value_or(Estimate{});
        values.passAt1 = clusteredMean(byFramework([&](const ConstraintChain &chain) {
            return passAt1(*m_scores.at(chain.at(level)));
        })).value_or(Estimate{});
        std::set<TaskSpec> tasks;
        for (const auto &[framework, chains] : m_chains) {
            for (const auto &chain : chains)
                tasks.insert(chain.at(level));
        }
        values.tasks = static_cast<int>(tasks.size());
        for (const auto &task : tasks)
            m_runsOf.collect(*m_scores.at(task), values.runs);
        return values;
    }

    /// L3 less L0.
    [[nodiscard]] std::optional<Estimate> change(Value value) const
    {
        return clusteredMean(byFramework([&](const ConstraintChain &chain) {
            return (this->*value)(*m_scores.at(chain.back())) - (this->*value)(*m_scores.at(chain.front()));
        }));
    }

    /// One value a framework: the mean over its chains.
    template <typename ValueOf>
    [[nodiscard]] std::vector<ClusteredValue> byFramework(ValueOf valueOf) const
    {
        std::vector<ClusteredValue> values;
        values.reserve(m_chains.size());
        for (const auto &[framework, chains] : m_chains) {
            double sum = 0;
            for (const auto &chain : chains)
                sum += valueOf(chain);
            values.push_back({sum / static_cast<double>(chains.size()), static_cast<int>(values.size())});
        }
        return values;
    }

    const RunsOfTasks &m_runsOf;
    ScoreMode m_mode;
    ScoresByTask m_scores;
    ChainsByFramework m_chains;
};

} // namespace

std::vector<ConstraintChain> constraintChains(std::span<const TaskSpec> tasks)
{
    TasksByVariant byVariant;
    for (const auto &task : tasks) {
        if (task.kind == TaskKind::Generation)
            byVariant.try_emplace(variantOf(task), &task);
    }
    std::vector<ConstraintChain> chains;
    for (const auto &[variant, last] : byVariant) {
        if (last->level() != levelCount - 1)
            continue;
        auto order = last->constraints.toVector();
        std::ranges::sort(order);
        do {
            if (const auto chain = chainTo(*last, order, byVariant))
                chains.push_back(*chain);
        } while (std::ranges::next_permutation(order).found);
    }
    return chains;
}

std::vector<MatchedCurve> matchedCurves(
    std::span<const Run> runs, const StudyPlan &plan, ScoreMode mode, const TaskChoice &choice)
{
    const RunsOfTasks runsOf(runs);
    std::vector<MatchedCurve> curves;
    for (const auto &[configuration, scores] : groupedBy(taskScores(runs), &TaskScore::configuration)) {
        MatchedCurve curve{.configuration = configuration, .missing = {}, .levels = {}};
        const auto planned = constraintChains(askedTasks(plan.tasksOf(configuration), choice));
        CurveOfChains(scores, runsOf, mode).fill(curve, planned, plan.trials());
        curves.push_back(std::move(curve));
    }
    return curves;
}

} // namespace Decayscope
