// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "completedesign.h"

#include "additivemeans.h"
#include "grouping.h"
#include "siblings.h"

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

using Scores = std::vector<const TaskScore *>;
using MeansOfConfigurations = std::map<Configuration, double>;

constexpr double upperQuantile = 0.975;
constexpr std::size_t mostJackknifes = 200; ///< A fit each; studies have few frameworks.

/// Numbers for configurations and tasks, from 0 in their order, and the cells that are there.
struct Cells
{
    std::map<Configuration, int> rows;
    std::map<TaskSpec, int> columns;
    std::vector<DesignCell> cells;

    Cells(const Scores &scores, ScoreMode mode)
    {
        for (const auto *score : scores) {
            rows.try_emplace(score->configuration, 0);
            columns.try_emplace(score->task, 0);
        }
        number(rows);
        number(columns);
        cells.reserve(scores.size());
        for (const auto *score : scores)
            cells.push_back({rows.at(score->configuration), columns.at(score->task), score->assertions(mode)});
    }

    [[nodiscard]] AdditiveMeans fitted() const
    {
        return additiveMeans(cells, static_cast<int>(rows.size()), static_cast<int>(columns.size()));
    }

private:
    template <typename Numbered>
    static void number(Numbered &names)
    {
        int next = 0;
        for (auto &name : names)
            name.second = next++;
    }
};

/// Empty where the design is not connected.
MeansOfConfigurations additiveByConfiguration(const Scores &scores, ScoreMode mode)
{
    const Cells cells(scores, mode);
    const auto fitted = cells.fitted();
    MeansOfConfigurations means;
    for (const auto &[configuration, row] : cells.rows) {
        if (const auto &mean = fitted.rows[static_cast<std::size_t>(row)])
            means.emplace(configuration, *mean);
    }
    return means;
}

std::vector<std::vector<Configuration>> linkedGroups(const Scores &scores, ScoreMode mode)
{
    const Cells cells(scores, mode);
    const auto fitted = cells.fitted();
    std::vector<std::vector<Configuration>> groups(static_cast<std::size_t>(fitted.components));
    for (const auto &[configuration, row] : cells.rows)
        groups[static_cast<std::size_t>(fitted.componentOfRow[static_cast<std::size_t>(row)])].push_back(configuration);
    return groups;
}

/// The fits that leave out a framework each.
std::vector<MeansOfConfigurations> jackknifeFits(const Scores &scores, ScoreMode mode)
{
    std::set<QString> frameworks;
    for (const auto *score : scores)
        frameworks.insert(score->task.framework);
    std::vector<MeansOfConfigurations> fits;
    if (frameworks.size() < 2 || frameworks.size() > mostJackknifes)
        return fits;
    fits.reserve(frameworks.size());
    for (const auto &left : frameworks) {
        Scores rest;
        std::ranges::copy_if(
            scores, std::back_inserter(rest), [&](const TaskScore *score) { return score->task.framework != left; });
        fits.push_back(additiveByConfiguration(rest, mode));
    }
    return fits;
}

Estimate jackknifed(
    double mean, int tasks, const Configuration &configuration, const std::vector<MeansOfConfigurations> &fits)
{
    Estimate estimate{.mean = mean, .n = tasks, .clusters = static_cast<int>(fits.size()), .low = {}, .high = {}};
    std::vector<double> means;
    means.reserve(fits.size());
    for (const auto &fit : fits) {
        const auto found = fit.find(configuration);
        if (found == fit.end())
            return estimate;
        means.push_back(found->second);
    }
    const auto deviation = deviationOf(means);
    if (!deviation)
        return estimate;
    const auto count = static_cast<double>(means.size());
    const auto half
        = studentQuantile(upperQuantile, estimate.clusters - 1) * *deviation * (count - 1) / std::sqrt(count);
    estimate.low = mean - half;
    estimate.high = mean + half;
    return estimate;
}

std::optional<Estimate> meanOfScores(const Scores &scores, ScoreMode mode)
{
    Numbering<QString> frameworks;
    std::vector<ClusteredValue> values;
    values.reserve(scores.size());
    for (const auto *score : scores)
        values.push_back({score->assertions(mode), frameworks.of(score->task.framework)});
    return clusteredMean(values);
}

/// Makes one level.
class LevelOfDesign
{
public:
    LevelOfDesign(Scores scores, std::set<TaskSpec> planned, const std::set<Configuration> &configurations,
        const RunsOfTasks &runsOf, ScoreMode mode)
        : m_scores(std::move(scores))
        , m_tasks(std::move(planned))
        , m_configurations(configurations)
        , m_runsOf(runsOf)
        , m_mode(mode)
    {
        for (const auto *score : m_scores) {
            m_tasks.insert(score->task);
            m_doneBy[score->task].insert(score->configuration);
            m_byConfiguration[score->configuration].push_back(score);
        }
        for (const auto &[task, configurationsOfTask] : m_doneBy) {
            if (configurationsOfTask.size() == m_configurations.size())
                m_shared.insert(task);
        }
    }

    [[nodiscard]] DesignLevel made() const
    {
        DesignLevel level{.level = {},
            .tasks = static_cast<int>(m_tasks.size()),
            .neverRun = {},
            .sharedTasks = static_cast<int>(m_shared.size()),
            .groups = linkedGroups(m_scores, m_mode),
            .estimates = {}};
        for (const auto &task : m_tasks) {
            if (!m_doneBy.contains(task))
                level.neverRun << task.name;
        }
        const auto additive = additiveByConfiguration(m_scores, m_mode);
        const auto fits = additive.empty() ? std::vector<MeansOfConfigurations>{} : jackknifeFits(m_scores, m_mode);
        for (const auto &configuration : m_configurations) {
            auto estimate = estimateOf(configuration);
            if (const auto mean = additive.find(configuration); mean != additive.end())
                estimate.additive = jackknifed(mean->second, static_cast<int>(m_doneBy.size()), configuration, fits);
            level.estimates.push_back(std::move(estimate));
        }
        return level;
    }

private:
    [[nodiscard]] DesignEstimate estimateOf(const Configuration &configuration) const
    {
        DesignEstimate estimate{.configuration = configuration, .runs = {}};
        const auto own = m_byConfiguration.find(configuration);
        const auto scores = own == m_byConfiguration.end() ? Scores{} : own->second;
        Scores shared;
        double sum = 0;
        for (const auto *score : scores) {
            if (m_shared.contains(score->task))
                shared.push_back(score);
            m_runsOf.collect(*score, estimate.runs);
            sum += score->assertions(m_mode);
        }
        estimate.tasks = static_cast<int>(scores.size());
        estimate.plain = meanOfScores(scores, m_mode);
        estimate.shared = meanOfScores(shared, m_mode);
        const auto all = static_cast<double>(m_tasks.size());
        const auto missing = all - estimate.tasks;
        estimate.lowest = sum / all;
        estimate.highest = (sum + 100 * missing) / all;
        return estimate;
    }

    Scores m_scores;
    std::set<TaskSpec> m_tasks;
    const std::set<Configuration> &m_configurations;
    const RunsOfTasks &m_runsOf;
    ScoreMode m_mode;
    std::map<TaskSpec, std::set<Configuration>> m_doneBy;
    std::map<Configuration, Scores> m_byConfiguration;
    std::set<TaskSpec> m_shared;
};

/// Everything a design is made of.
struct DesignParts
{
    std::vector<TaskScore> scores;
    std::set<Configuration> configurations;
    std::set<TaskSpec> planned;
};

DesignParts partsOf(std::span<const Run> runs, const StudyPlan &plan, const TaskChoice &choice)
{
    DesignParts parts{.scores = taskScores(runs), .configurations = {}, .planned = {}};
    for (const auto &score : parts.scores)
        parts.configurations.insert(score.configuration);
    for (const auto &configuration : parts.configurations) {
        for (const auto &task : plan.tasksOf(configuration)) {
            if (!choice || choice(task))
                parts.planned.insert(task);
        }
    }
    return parts;
}

} // namespace

std::vector<DesignLevel> completeDesign(
    std::span<const Run> runs, const StudyPlan &plan, ScoreMode mode, const TaskChoice &choice)
{
    const auto parts = partsOf(runs, plan, choice);
    const RunsOfTasks runsOf(runs);
    std::vector<DesignLevel> levels;
    for (int number = 0; number <= levelCount; ++number) {
        const auto isOfLevel = [number](const TaskSpec &task) {
            return number == levelCount ? task.level() < levelCount : task.level() == number;
        };
        Scores scores;
        for (const auto &score : parts.scores) {
            if (isOfLevel(score.task))
                scores.push_back(&score);
        }
        std::set<TaskSpec> planned;
        std::ranges::copy_if(parts.planned, std::inserter(planned, planned.end()), isOfLevel);
        if (scores.empty())
            continue;
        levels.push_back(
            LevelOfDesign(std::move(scores), std::move(planned), parts.configurations, runsOf, mode).made());
        if (number < levelCount)
            levels.back().level = number;
    }
    return levels;
}

} // namespace Decayscope
