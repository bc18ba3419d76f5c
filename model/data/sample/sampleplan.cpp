// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampleplan.h"

#include "samplechance.h"

#include <algorithm>

namespace Decayscope {

namespace {

enum class Coverage : quint8 { Full, Gaps, Subset };

struct SampleConfiguration
{
    const char *scaffold;
    const char *model;
    double share; ///< Of the assertions, without constraints.
    double frailty; ///< Factor on what a constraint costs.
    Coverage coverage;
};

constexpr SampleConfiguration configurations[]{
    {"mini_swe_sdk", "atlas-large", 0.93, 0.8, Coverage::Full},
    {"mini_swe_sdk", "borealis-coder", 0.86, 1.3, Coverage::Full},
    {"mini_swe_sdk", "cirrus-mini", 0.44, 0.9, Coverage::Full},
    {"openhands_sdk", "atlas-large", 0.96, 0.65, Coverage::Subset},
    {"openhands_sdk", "borealis-coder", 0.78, 1.5, Coverage::Gaps},
    {"openhands_sdk", "cirrus-mini", 0.35, 1.0, Coverage::Full},
};

/// What a constraint costs, as a share of what still passes: made up, in the order the study found.
double costOf(Constraint constraint)
{
    switch (constraint) {
    case Constraint::CleanArchitecture:
        return 0.09;
    case Constraint::Postgres:
        return 0.19;
    case Constraint::Sqlite:
        return 0.14;
    case Constraint::SqlAlchemy:
        return 0.03;
    case Constraint::Sequelize:
        return 0.02;
    }
    return 0;
}

double easeOf(QStringView framework)
{
    constexpr std::pair<const char *, double> eases[]{{"express", 0.06}, {"koa", 0.05}, {"flask", 0.05},
        {"aiohttp", 0.01}, {"fastify", -0.02}, {"django", -0.08}, {"fastapi", -0.06}, {"hono", -0.10}};
    for (const auto &[name, ease] : eases) {
        if (framework == QLatin1StringView(name))
            return ease;
    }
    return 0;
}

SampleRun drawn(const SampleConfiguration &configuration, const TaskSpec &task, int trial)
{
    SampleRun run{
        .key = {.runtime = task.runtime,
            .configuration = {QString::fromLatin1(configuration.scaffold), QString::fromLatin1(configuration.model)},
            .task = task.name,
            .date = QStringLiteral("2026-01-15T09-00-00"),
            .trial = trial},
        .task = task};
    // The last letter picks, among studies as made up as this one, one that shows a plain decay.
    SampleChance chance(run.key.configuration.scaffold % run.key.configuration.model % task.runtime % task.name
        % QString::number(trial) % u'l');
    auto share = configuration.share + easeOf(task.framework) * configuration.frailty;
    for (const auto constraint : task.constraints.toVector())
        share *= 1 - costOf(constraint) * configuration.frailty;
    run.share = std::clamp(share + (chance.share() - 0.5) * 0.25, 0.0, 1.0);
    run.serverStarts = chance.happens(0.90 + 0.1 * configuration.share);
    if (!task.constraints.isEmpty() && chance.happens(0.06 * task.level() * configuration.frailty)) {
        const auto constraints = task.constraints.toVector();
        run.violated = kindOf(constraints.at(chance.next() % constraints.size()));
    }
    if (chance.happens(0.06))
        run.termination = chance.happens(0.7) ? Termination::LimitsExceeded : Termination::Error;
    return run;
}

std::vector<TaskSpec> tasksOf(Coverage coverage)
{
    if (coverage == Coverage::Subset)
        return pipelineSubset();
    auto tasks = generationTasks();
    if (coverage == Coverage::Gaps)
        std::erase_if(tasks, [](const TaskSpec &task) { return task.framework == u"hono" && task.level() == 3; });
    return tasks;
}

std::vector<TaskSpec> featureTasks()
{
    std::vector<TaskSpec> tasks;
    for (const char *framework : {"flask", "express"}) {
        const auto name = QString::fromLatin1(framework);
        for (int number = 1; number <= 4; ++number)
            tasks.push_back({TaskKind::Feature, name, name, QStringLiteral("hard-focused-task-00%1").arg(number), {}});
    }
    return tasks;
}

} // namespace

std::vector<SampleRun> samplePlan()
{
    std::vector<SampleRun> runs;
    for (const auto &configuration : configurations) {
        auto tasks = tasksOf(configuration.coverage);
        if (configuration.coverage == Coverage::Full)
            std::ranges::copy(featureTasks(), std::back_inserter(tasks));
        const int trials = configuration.coverage == Coverage::Subset ? 3 : 2;
        for (const auto &task : tasks) {
            for (int trial = 0; trial < trials; ++trial)
                runs.push_back(drawn(configuration, task, trial));
        }
    }
    return runs;
}

} // namespace Decayscope
