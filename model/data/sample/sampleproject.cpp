// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampleproject.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace Decayscope {

namespace {

constexpr std::array features{"comments", "tags", "profiles", "articles"};

struct LayerRow
{
    const char *layer;
    const char *layered;
    const char *plain;
};

constexpr std::array layers{LayerRow{"routes", "routes", "api"}, LayerRow{"handlers", "handlers", "api"},
    LayerRow{"services", "services", "logic"}, LayerRow{"storage", "repositories", "storage"},
    LayerRow{"models", "models", "shapes"}};

Backing backingOf(const SampleRun &run)
{
    const auto database = run.task.constraints.ofKind(ConstraintKind::Database);
    if (!database)
        return Backing::Memory;
    // Instead of a server agents like to take a file, and instead of a file memory.
    if (run.violated == ConstraintKind::Database)
        return database == Constraint::Postgres ? Backing::Sqlite : Backing::Memory;
    return database == Constraint::Sqlite ? Backing::Sqlite : Backing::Postgres;
}

QByteArray featureOf(const SampleRun &run)
{
    if (run.task.kind != TaskKind::Feature)
        return {};
    const auto number = run.task.name.right(1).toULongLong();
    return features.at((number + features.size() - 1) % features.size());
}

/// Some runs, always the same.
bool writesSqlBesideOrm(const SampleRun &run)
{
    const auto name = QString(run.key.task % run.key.configuration.model % run.key.configuration.scaffold).toLatin1();
    const auto sum = std::accumulate(name.begin(), name.end(), run.key.trial);
    return sum % 6 == 0;
}

} // namespace

SampleProject sampleProject(const SampleRun &run)
{
    const bool hasOrm = run.task.constraints.ofKind(ConstraintKind::Orm).has_value();
    const bool usesOrm = hasOrm && run.violated != ConstraintKind::Orm;
    return {.isPython = frameworksOf(u"uv").contains(run.task.framework),
        .framework = run.task.framework.toUtf8(),
        .backing = backingOf(run),
        .usesOrm = usesOrm,
        .writesSql = usesOrm && writesSqlBesideOrm(run),
        .isLayered = run.task.constraints.contains(Constraint::CleanArchitecture),
        .isBreached = run.violated == ConstraintKind::Architecture,
        .feature = featureOf(run),
        .starts = run.serverStarts};
}

QByteArray layerFolder(const SampleProject &project, QByteArrayView layer)
{
    const auto *found = std::ranges::find_if(layers, [layer](const LayerRow &row) { return layer == row.layer; });
    Q_ASSERT(found != layers.end());
    const char *root
        = project.isPython ? (project.isLayered ? "app/" : "conduit/") : (project.isLayered ? "src/" : "lib/");
    return QByteArray(root) + (project.isLayered ? found->layered : found->plain);
}

} // namespace Decayscope
