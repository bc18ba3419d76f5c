// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "task.h"

#include <algorithm>

namespace Decayscope {

namespace {

struct Runtime
{
    const char *name;
    std::array<const char *, 4> frameworks;
    std::array<const char *, 2> subset;
    Constraint orm;
};

constexpr std::array runtimes{
    Runtime{"uv", {"aiohttp", "django", "fastapi", "flask"}, {"aiohttp", "fastapi"}, Constraint::SqlAlchemy},
    Runtime{"node", {"express", "fastify", "hono", "koa"}, {"express", "fastify"}, Constraint::Sequelize},
};

constexpr QLatin1StringView unconstrained{"unconstrained"};

const Runtime *findRuntime(QStringView name)
{
    const auto *found
        = std::ranges::find_if(runtimes, [name](const auto &r) { return name == QLatin1StringView(r.name); });
    return found == runtimes.end() ? nullptr : found;
}

TaskSpec generationTask(const Runtime &runtime, const char *framework, ConstraintSet constraints)
{
    const auto name = QString::fromLatin1(framework);
    return {.kind = TaskKind::Generation,
        .runtime = QString::fromLatin1(runtime.name),
        .framework = name,
        .name = generationTaskName(name, constraints),
        .constraints = constraints};
}

} // namespace

QString taskKindName(TaskKind kind)
{
    switch (kind) {
    case TaskKind::Generation:
        return QStringLiteral("generation");
    case TaskKind::Feature:
        return QStringLiteral("feature");
    case TaskKind::Other:
        return QStringLiteral("other");
    }
    return {};
}

QString TaskSpec::contractWord() const
{
    switch (kind) {
    case TaskKind::Generation:
        return name.section(u'-', 1, 1);
    case TaskKind::Feature:
        return studyContractWord.toString();
    case TaskKind::Other:
        break;
    }
    return {};
}

QString TaskSpec::contractName() const
{
    auto word = contractWord();
    return word == studyContractWord ? studyContractName.toString() : word;
}

QString generationTaskName(QStringView framework, ConstraintSet constraints, QStringView contractWord)
{
    const auto tail = constraints.isEmpty() ? QString(unconstrained) : constraints.joined(u"-");
    return framework % u'-' % contractWord % u'-' % tail;
}

Result<TaskSpec> taskFromFolder(const QString &runtime, const QString &name)
{
    if (!findRuntime(runtime))
        return TaskSpec{
            .kind = TaskKind::Feature, .runtime = runtime, .framework = runtime, .name = name, .constraints = {}};

    const auto parts = name.split(u'-');
    if (parts.size() < 3 || parts.contains(QString())) {
        return failure(ErrorKind::InvalidInput,
            QStringLiteral("\"%1\" is no task name; expected \"framework-contract-constraints\", such as "
                           "\"flask-openapi-sqlite\".")
                .arg(name));
    }
    TaskSpec task{
        .kind = TaskKind::Generation, .runtime = runtime, .framework = parts.front(), .name = name, .constraints = {}};
    if (parts.size() == 3 && parts.back() == unconstrained)
        return task;
    for (const auto &part : parts.sliced(2)) {
        const auto constraint = constraintFromName(part);
        if (!constraint)
            return failure(ErrorKind::InvalidInput,
                QStringLiteral("The task \"%1\" names an unknown constraint \"%2\".").arg(name, part));
        task.constraints = task.constraints.with(*constraint);
    }
    return task;
}

QStringList frameworksOf(QStringView runtime)
{
    QStringList names;
    if (const auto *row = findRuntime(runtime)) {
        for (const auto *framework : row->frameworks)
            names.append(QString::fromLatin1(framework));
    }
    return names;
}

std::vector<ConstraintSet> variantsOf(QStringView runtime)
{
    using enum Constraint;
    const auto *row = findRuntime(runtime);
    if (!row)
        return {};
    const auto orm = row->orm;
    return {{}, {CleanArchitecture}, {Sqlite}, {Postgres}, {CleanArchitecture, Sqlite}, {CleanArchitecture, Postgres},
        {Sqlite, orm}, {Postgres, orm}, {CleanArchitecture, Sqlite, orm}, {CleanArchitecture, Postgres, orm}};
}

std::vector<TaskSpec> generationTasks()
{
    std::vector<TaskSpec> tasks;
    for (const auto &runtime : runtimes) {
        for (const auto *framework : runtime.frameworks) {
            for (const auto constraints : variantsOf(QString::fromLatin1(runtime.name)))
                tasks.push_back(generationTask(runtime, framework, constraints));
        }
    }
    return tasks;
}

std::vector<TaskSpec> pipelineSubset()
{
    using enum Constraint;
    std::vector<TaskSpec> tasks;
    for (const auto &runtime : runtimes) {
        const ConstraintSet chain[]{
            {}, {CleanArchitecture}, {CleanArchitecture, Postgres}, {CleanArchitecture, Postgres, runtime.orm}};
        for (const auto *framework : runtime.subset) {
            for (const auto constraints : chain)
                tasks.push_back(generationTask(runtime, framework, constraints));
        }
    }
    return tasks;
}

} // namespace Decayscope
