// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "subset.h"

#include "frameworks.h"
#include "grouping.h"
#include "interval.h"

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

using LevelMeans = std::array<std::optional<double>, levelCount>;

constexpr QLatin1StringView leftOutModel{"devstral-small"};

/// The pipeline tasks by name, and their frameworks.
struct Pipeline
{
    std::set<QString> tasks;
    std::set<QString> frameworks;

    Pipeline()
    {
        for (const auto &task : pipelineSubset()) {
            tasks.insert(task.name);
            frameworks.insert(task.framework);
        }
    }

    [[nodiscard]] bool has(const TaskSpec &task, SubsetKind kind) const
    {
        return kind == SubsetKind::PipelineTasks ? tasks.contains(task.name) : frameworks.contains(task.framework);
    }

    [[nodiscard]] bool isCoveredBy(const std::vector<TaskScore> &scores) const
    {
        std::set<QString> names;
        for (const auto &score : scores)
            names.insert(score.task.name);
        return std::ranges::includes(names, tasks);
    }
};

LevelMeans levelMeans(const std::vector<TaskScore> &scores, ScoreMode mode)
{
    std::array<std::vector<double>, levelCount> values;
    for (const auto &score : scores) {
        if (score.task.level() < levelCount)
            values.at(static_cast<std::size_t>(score.task.level())).push_back(score.assertions(mode));
    }
    LevelMeans means;
    std::ranges::transform(values, means.begin(), [](const auto &ofLevel) { return meanOf(ofLevel); });
    return means;
}

void addCorrelations(SubsetComparison &comparison)
{
    std::vector<double> full;
    std::vector<double> subset;
    for (std::size_t level = 0; level < levelCount; ++level) {
        std::vector<double> errors;
        for (const auto &row : comparison.rows) {
            if (!row.full.at(level) || !row.subset.at(level))
                continue;
            full.push_back(*row.full.at(level));
            subset.push_back(*row.subset.at(level));
            errors.push_back(std::abs(full.back() - subset.back()));
        }
        comparison.meanAbsoluteError.at(level) = meanOf(errors);
    }
    comparison.pairs = static_cast<int>(full.size());
    comparison.pearson = pearson(full, subset);
    comparison.spearman = spearman(full, subset);
}

} // namespace

SubsetComparison subsetComparison(std::span<const Run> runs, SubsetKind kind, ScoreMode mode)
{
    const auto scores = taskScores(runs);
    const auto fullSet = fullSetConfigurations(scores);
    const Pipeline pipeline;
    SubsetComparison comparison;
    for (auto &[configuration, ofConfiguration] : groupedBy(scores, &TaskScore::configuration)) {
        if (!fullSet.contains(configuration) || configuration.model == leftOutModel
            || !pipeline.isCoveredBy(ofConfiguration))
            continue;
        SubsetRow row{.configuration = configuration, .full = levelMeans(ofConfiguration, mode), .subset = {}};
        auto inSubset = ofConfiguration;
        std::erase_if(inSubset, [&](const TaskScore &score) { return !pipeline.has(score.task, kind); });
        row.subset = levelMeans(inSubset, mode);
        comparison.rows.push_back(std::move(row));
    }
    addCorrelations(comparison);
    return comparison;
}

} // namespace Decayscope
