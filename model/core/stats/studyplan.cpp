// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "studyplan.h"

#include <algorithm>
#include <tuple>

namespace Decayscope {

namespace {

using Framework = std::tuple<QString, QString, QString>; ///< Contract word, runtime and name.
using VariantsOfContract = std::map<QString, std::set<ConstraintSet>>;
using Tasks = std::set<TaskSpec>;
using TrialsByTask = std::map<TaskSpec, int>;

constexpr int chainLength = 4;

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

Framework frameworkOf(const TaskSpec &task)
{
    return {task.contractWord(), task.runtime, task.framework};
}

bool followsChain(const TrialsByTask &done)
{
    std::map<Framework, int> steps;
    for (const auto &[task, trials] : done) {
        if (task.contractWord() != studyContractWord || !chainOf(task.runtime).contains(task.constraints))
            return false;
        ++steps[frameworkOf(task)];
    }
    return std::ranges::any_of(steps, [](const auto &framework) { return framework.second == chainLength; });
}

TaskSpec taskOf(const Framework &framework, ConstraintSet constraints)
{
    const auto &[contract, runtime, name] = framework;
    return {.kind = TaskKind::Generation,
        .runtime = runtime,
        .framework = name,
        .name = generationTaskName(name, constraints, contract),
        .constraints = constraints};
}

std::set<Framework> frameworksOf(const TrialsByTask &done)
{
    std::set<Framework> frameworks;
    for (const auto &[task, trials] : done)
        frameworks.insert(frameworkOf(task));
    return frameworks;
}

/// The frameworks that at least half of the configurations took up.
std::set<Framework> sharedFrameworks(const std::map<Configuration, TrialsByTask> &done)
{
    std::map<Framework, std::size_t> configurations;
    for (const auto &[configuration, tasks] : done) {
        for (const auto &framework : frameworksOf(tasks))
            ++configurations[framework];
    }
    std::set<Framework> shared;
    for (const auto &[framework, count] : configurations) {
        if (2 * count >= done.size())
            shared.insert(framework);
    }
    return shared;
}

/// The variants of contracts other than the study's, whose matrix results do not tell: those that anybody ran.
VariantsOfContract variantsSeen(std::span<const Run> runs)
{
    VariantsOfContract variants;
    for (const auto &run : runs) {
        if (run.task.kind == TaskKind::Generation)
            variants[run.task.contractWord()].insert(run.task.constraints);
    }
    return variants;
}

bool fitsRuntime(ConstraintSet constraints, const QString &runtime)
{
    const auto orm = constraints.ofKind(ConstraintKind::Orm);
    return !orm || (*orm == Constraint::SqlAlchemy) == (runtime == u"uv");
}

std::vector<ConstraintSet> plannedVariants(const Framework &framework, const VariantsOfContract &variants)
{
    const auto &[contract, runtime, name] = framework;
    if (contract == studyContractWord)
        return variantsOf(runtime);
    std::vector<ConstraintSet> planned;
    std::ranges::copy_if(variants.at(contract), std::back_inserter(planned),
        [&runtime](ConstraintSet constraints) { return fitsRuntime(constraints, runtime); });
    return planned;
}

Tasks allVariants(const std::set<Framework> &frameworks, const VariantsOfContract &variants)
{
    Tasks tasks;
    for (const auto &framework : frameworks) {
        for (const auto constraints : plannedVariants(framework, variants))
            tasks.insert(taskOf(framework, constraints));
    }
    return tasks;
}

/// The chain on the subset's frameworks that the study has, and on those the configuration took up besides.
Tasks chainTasks(const std::set<Framework> &own, const std::set<Framework> &shared)
{
    Tasks tasks;
    for (const auto &task : pipelineSubset()) {
        if (shared.contains(frameworkOf(task)))
            tasks.insert(task);
    }
    for (const auto &framework : own) {
        for (const auto constraints : chainOf(std::get<1>(framework)))
            tasks.insert(taskOf(framework, constraints));
    }
    return tasks;
}

Tasks plannedTasks(const TrialsByTask &done, const std::set<Framework> &shared, const VariantsOfContract &variants)
{
    auto own = frameworksOf(done);
    if (followsChain(done))
        return chainTasks(own, shared);
    own.insert(shared.begin(), shared.end());
    return allVariants(own, variants);
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
    std::map<Configuration, TrialsByTask> done;
    for (const auto &run : runs) {
        if (run.task.kind == TaskKind::Generation)
            done[run.key.configuration][run.task] += run.newestDate ? 1 : 0;
    }
    const auto shared = sharedFrameworks(done);
    const auto variants = variantsSeen(runs);
    std::map<int, int> tasksByTrials;
    for (const auto &[configuration, trialsByTask] : done) {
        for (const auto &[task, trials] : trialsByTask)
            ++tasksByTrials[trials];
        const auto planned = plannedTasks(trialsByTask, shared, variants);
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
