// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "studyplan.h"

#include <algorithm>

namespace Decayscope {

namespace {

using Framework = std::pair<QString, QString>; ///< Runtime and name.
using Tasks = std::set<TaskSpec>;

constexpr int chainLength = 4;

Tasks pipelineTasks()
{
    const auto tasks = pipelineSubset();
    return {tasks.begin(), tasks.end()};
}

/// The constraint sets of the pipeline's chain in a runtime.
std::set<ConstraintSet> chainOf(const QString &runtime)
{
    std::set<ConstraintSet> chain;
    for (const auto &task : pipelineSubset()) {
        if (task.runtime == runtime)
            chain.insert(task.constraints);
    }
    return chain;
}

bool followsChain(const Tasks &done)
{
    std::map<Framework, int> steps;
    for (const auto &task : done) {
        if (!chainOf(task.runtime).contains(task.constraints))
            return false;
        ++steps[{task.runtime, task.framework}];
    }
    return std::ranges::any_of(steps, [](const auto &framework) { return framework.second == chainLength; });
}

TaskSpec taskOf(const Framework &framework, ConstraintSet constraints)
{
    return {.kind = TaskKind::Generation,
        .runtime = framework.first,
        .framework = framework.second,
        .name = generationTaskName(framework.second, constraints),
        .constraints = constraints};
}

Tasks allVariants(const std::set<Framework> &frameworks)
{
    Tasks tasks;
    for (const auto &framework : frameworks) {
        for (const auto constraints : variantsOf(framework.first))
            tasks.insert(taskOf(framework, constraints));
    }
    return tasks;
}

/// The chain on the subset's frameworks that the study has, and on those the configuration took up besides.
Tasks chainTasks(const Tasks &done, const std::set<Framework> &studied)
{
    Tasks tasks;
    for (const auto &task : pipelineTasks()) {
        if (studied.contains({task.runtime, task.framework}))
            tasks.insert(task);
    }
    for (const auto &task : done) {
        for (const auto constraints : chainOf(task.runtime))
            tasks.insert(taskOf({task.runtime, task.framework}, constraints));
    }
    return tasks;
}

int mostFrequent(const std::map<int, int> &tasksByTrials)
{
    int best = 0;
    int most = 0;
    for (const auto &[trials, tasks] : tasksByTrials) {
        if (tasks >= most) {
            best = trials;
            most = tasks;
        }
    }
    return best;
}

} // namespace

StudyPlan::StudyPlan(std::span<const Run> runs)
{
    std::set<Framework> studied;
    std::map<Configuration, std::map<TaskSpec, int>> done;
    for (const auto &run : runs) {
        if (run.task.kind != TaskKind::Generation)
            continue;
        studied.emplace(run.task.runtime, run.task.framework);
        done[run.key.configuration][run.task] += run.newestDate ? 1 : 0;
    }
    std::map<int, int> tasksByTrials;
    for (const auto &[configuration, trialsByTask] : done) {
        Tasks tasks;
        for (const auto &[task, trials] : trialsByTask) {
            tasks.insert(task);
            ++tasksByTrials[trials];
        }
        const auto planned = followsChain(tasks) ? chainTasks(tasks, studied) : allVariants(studied);
        auto &ordered = m_tasks[configuration];
        ordered.assign(planned.begin(), planned.end());
        std::ranges::sort(ordered, {}, &TaskSpec::name);
    }
    m_trials = mostFrequent(tasksByTrials);
}

const std::vector<TaskSpec> &StudyPlan::tasksOf(const Configuration &configuration) const
{
    static const std::vector<TaskSpec> none;
    const auto found = m_tasks.find(configuration);
    return found == m_tasks.end() ? none : found->second;
}

} // namespace Decayscope
