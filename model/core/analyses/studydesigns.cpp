// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "studydesigns.h"

#include <stats/grouping.h>
#include <stats/siblings.h>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

/// Of the runs of tasks: how much they vary around their task's mean, and how many there are.
struct RunSpread
{
    double squares = 0;
    double degrees = 0;
    double tasks = 0;
    double inverse = 0; ///< Sum of 1/runs over tasks.

    RunSpread operator+(const RunSpread &other) const
    {
        return {squares + other.squares, degrees + other.degrees, tasks + other.tasks, inverse + other.inverse};
    }

    /// Of one run, pooled over tasks; 0 where no task has two runs.
    [[nodiscard]] double variance() const { return degrees > 0 ? squares / degrees : 0; }

    /// Runs a task, harmonic mean.
    [[nodiscard]] double trials() const { return inverse > 0 ? tasks / inverse : 1; }
};

using Spreads = std::map<Configuration, RunSpread>;

Spreads spreadsOf(std::span<const Run> runs, ScoreMode mode)
{
    std::map<std::pair<Configuration, TaskSpec>, std::vector<double>> tasks;
    for (const auto &run : runs)
        tasks[{run.key.configuration, run.task}].push_back(share(run, mode));
    Spreads spreads;
    for (const auto &[task, values] : tasks) {
        const auto count = static_cast<double>(values.size());
        const auto deviation = deviationOf(values).value_or(0);
        auto &spread = spreads[task.first];
        spread = spread
            + RunSpread{
                .squares = (count - 1) * deviation * deviation, .degrees = count - 1, .tasks = 1, .inverse = 1 / count};
    }
    return spreads;
}

/// What the values of units say: their variance less what the runs put into it.
StudyDesign designOf(std::span<const double> units, double weight, const RunSpread &spread)
{
    StudyDesign design{.name = {}, .unit = {}, .trials = spread.trials(), .configurations = {}};
    const auto whole = std::pow(deviationOf(units).value_or(0), 2);
    design.design = {.unitDeviation = std::sqrt(std::max(0.0, whole - weight * spread.variance() / spread.trials())),
        .runDeviation = std::sqrt(spread.variance()),
        .runWeight = weight,
        .units = static_cast<int>(units.size())};
    return design;
}

/// Task scores of one configuration in one framework at each level: A%.
using LevelValues = std::array<std::vector<double>, levelCount>;

std::optional<StudyDesign> dropDesign(const std::vector<TaskScore> &scores, const RunSpread &spread, ScoreMode mode)
{
    std::map<QString, LevelValues> frameworks;
    for (const auto &score : scores) {
        if (const auto level = score.task.level(); level < levelCount)
            frameworks[score.task.framework].at(static_cast<std::size_t>(level)).push_back(score.assertions(mode));
    }
    std::vector<double> drops;
    double weight = 0;
    double tasks = 0;
    for (const auto &[framework, levels] : frameworks) {
        const auto first = meanOf(levels.front());
        const auto last = meanOf(levels.back());
        if (!first || !last)
            continue;
        drops.push_back(*last - *first);
        weight += 1 / static_cast<double>(levels.front().size()) + 1 / static_cast<double>(levels.back().size());
        tasks += static_cast<double>(levels.front().size() + levels.back().size());
    }
    if (drops.size() < 2)
        return std::nullopt;
    const auto units = static_cast<double>(drops.size());
    auto design = designOf(drops, weight / units, spread);
    design.unit = u"framework"_s;
    design.tasksPerUnit = tasks / units;
    design.configurations = {scores.front().configuration};
    return design;
}

std::optional<StudyDesign> pairDesign(
    const std::vector<TaskScore> &a, const std::vector<TaskScore> &b, const RunSpread &spread, ScoreMode mode)
{
    std::map<TaskSpec, double> ofA;
    for (const auto &score : a)
        ofA.emplace(score.task, score.assertions(mode));
    std::map<QString, std::vector<double>> frameworks;
    for (const auto &score : b) {
        if (const auto other = ofA.find(score.task); other != ofA.end())
            frameworks[score.task.framework].push_back(other->second - score.assertions(mode));
    }
    if (frameworks.size() < 2)
        return std::nullopt;
    std::vector<double> units;
    double weight = 0;
    double tasks = 0;
    for (const auto &[framework, differences] : frameworks) {
        units.push_back(meanOf(differences).value_or(0));
        weight += 2 / static_cast<double>(differences.size());
        tasks += static_cast<double>(differences.size());
    }
    const auto count = static_cast<double>(units.size());
    auto design = designOf(units, weight / count, spread);
    design.unit = u"framework"_s;
    design.tasksPerUnit = tasks / count;
    design.configurations = {a.front().configuration, b.front().configuration};
    return design;
}

std::optional<StudyDesign> effectDesign(
    Constraint constraint, std::span<const SiblingPair> pairs, const RunSpread &spread, ScoreMode mode)
{
    std::map<TaskVariant, std::vector<double>> clusters;
    for (const auto &pair : pairs) {
        const auto &task = pair.with->task;
        clusters[{task.contractWord(), task.runtime, task.framework, task.constraints}].push_back(
            pair.difference(mode));
    }
    if (clusters.size() < 2)
        return std::nullopt;
    std::vector<double> units;
    double weight = 0;
    for (const auto &[variant, differences] : clusters) {
        units.push_back(meanOf(differences).value_or(0));
        weight += 2 / static_cast<double>(differences.size());
    }
    auto design = designOf(units, weight / static_cast<double>(units.size()), spread);
    design.name = u"%1, marginal effect"_s.arg(constraintTitle(constraint));
    design.unit = u"pair of tasks"_s;
    design.tasksPerUnit = 2;
    return design;
}

/// Of the designs with the most units the one whose standard error is in the middle; of an even number the smaller.
std::optional<StudyDesign> middleOf(std::vector<StudyDesign> designs, const QString &name)
{
    int most = 0;
    for (const auto &design : designs)
        most = std::max(most, design.design.units);
    std::erase_if(designs, [most](const StudyDesign &design) { return design.design.units < most; });
    if (designs.empty())
        return std::nullopt;
    std::ranges::stable_sort(
        designs, {}, [](const StudyDesign &design) { return designError(design.design, design.trials); });
    auto middle = designs[(designs.size() - 1) / 2];
    middle.candidates = static_cast<int>(designs.size());
    middle.name = name;
    return middle;
}

using ScoresByConfiguration = std::map<Configuration, std::vector<TaskScore>>;

std::optional<StudyDesign> middleDrop(const ScoresByConfiguration &scores, const Spreads &spreads, ScoreMode mode)
{
    std::vector<StudyDesign> designs;
    for (const auto &[configuration, own] : scores) {
        if (auto design = dropDesign(own, spreads.at(configuration), mode))
            designs.push_back(std::move(*design));
    }
    return middleOf(std::move(designs), u"Drop from L0 to L3"_s);
}

/// Each two of a map's first values, in order.
template <typename Map, typename Function>
void forPairs(const Map &map, Function function)
{
    const auto end = std::next(map.begin(), static_cast<std::ptrdiff_t>(std::min(map.size(), mostCompared)));
    for (auto a = map.begin(); a != end; ++a) {
        for (auto b = std::next(a); b != end; ++b)
            function(*a, *b);
    }
}

std::optional<StudyDesign> middlePair(const ScoresByConfiguration &scores, const Spreads &spreads, ScoreMode mode)
{
    std::vector<StudyDesign> designs;
    forPairs(scores, [&](const auto &a, const auto &b) {
        if (auto design = pairDesign(a.second, b.second, spreads.at(a.first) + spreads.at(b.first), mode))
            designs.push_back(std::move(*design));
    });
    return middleOf(std::move(designs), u"Two configurations, all levels"_s);
}

/// Runs of a task, and how many succeeded.
struct TaskOutcomes
{
    int runs = 0;
    int successes = 0;

    [[nodiscard]] double share() const { return static_cast<double>(successes) / runs; }
};

using OutcomesOfTasks = std::map<TaskSpec, TaskOutcomes>;

/// Trials of two configurations have nothing in common but their task: pairs disagree as often as random ones would.
std::optional<PairedPassDesign> passesOf(const OutcomesOfTasks &a, const OutcomesOfTasks &b)
{
    PairedPassDesign design{.configurations = {}};
    double discordant = 0;
    for (const auto &[task, own] : a) {
        const auto other = b.find(task);
        if (other == b.end())
            continue;
        const auto pairs = std::min(own.runs, other->second.runs);
        const auto p = own.share();
        const auto q = other->second.share();
        design.pairs += pairs;
        ++design.tasks;
        discordant += pairs * (p * (1 - q) + q * (1 - p));
    }
    if (design.pairs == 0)
        return std::nullopt;
    design.discordant = discordant / design.pairs;
    return design;
}

} // namespace

std::vector<StudyDesign> studyDesigns(std::span<const Run> runs, ScoreMode mode)
{
    const auto scores = taskScores(runs);
    const auto byConfiguration = groupedBy(scores, &TaskScore::configuration);
    const auto spreads = spreadsOf(runs, mode);
    std::vector<StudyDesign> designs;
    if (auto drop = middleDrop(byConfiguration, spreads, mode))
        designs.push_back(std::move(*drop));
    if (auto pair = middlePair(byConfiguration, spreads, mode))
        designs.push_back(std::move(*pair));
    const Siblings siblings(scores);
    RunSpread spread;
    for (const auto &[configuration, own] : spreads)
        spread = spread + own;
    for (const auto constraint : allConstraints) {
        if (auto effect = effectDesign(constraint, siblings.pairsOf(constraint), spread, mode))
            designs.push_back(std::move(*effect));
    }
    return designs;
}

std::optional<PairedPassDesign> pairedPassDesign(std::span<const Run> runs, ScoreMode mode)
{
    std::map<Configuration, OutcomesOfTasks> outcomes;
    for (const auto &run : runs) {
        auto &task = outcomes[run.key.configuration][run.task];
        ++task.runs;
        task.successes += isSuccess(run, mode) ? 1 : 0;
    }
    std::vector<PairedPassDesign> designs;
    forPairs(outcomes, [&](const auto &a, const auto &b) {
        if (auto design = passesOf(a.second, b.second)) {
            design->configurations = {a.first, b.first};
            designs.push_back(std::move(*design));
        }
    });
    int most = 0;
    for (const auto &design : designs)
        most = std::max(most, design.tasks);
    std::erase_if(designs, [most](const PairedPassDesign &design) { return design.tasks < most; });
    if (designs.empty())
        return std::nullopt;
    std::ranges::stable_sort(designs, {}, &PairedPassDesign::discordant);
    auto middle = designs[(designs.size() - 1) / 2];
    middle.candidates = static_cast<int>(designs.size());
    return middle;
}

} // namespace Decayscope
