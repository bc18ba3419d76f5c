// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "projectfiles.h"

#include <QDirIterator>
#include <QFile>

#include <array>
#include <utility>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array storageNames{std::pair{ProjectStorage::Memory, "memory"_L1},
    std::pair{ProjectStorage::Postgres, "postgres"_L1}, std::pair{ProjectStorage::SqlAlchemy, "sqlalchemy"_L1},
    std::pair{ProjectStorage::Sqlite, "sqlite"_L1}};

/// Adds the files of a folder; of packages named in both, those of both are needed.
void addFolder(ProjectFiles &files, const QString &folder)
{
    const QString root = u":/decayscope/demonstration/"_s + folder + u'/';
    QDirIterator found(root, QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        QFile file(found.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto path = file.fileName().sliced(root.size());
        if (path == "requirements.txt"_L1)
            files[path] += file.readAll();
        else
            files[path] = file.readAll();
    }
}

QStringList partsOf(const ProjectShape &shape)
{
    if (!shape.isLayered)
        return {u"backends/"_s + shape.framework};
    QStringList parts{u"parts/services"_s, u"parts/web"_s, u"parts/"_s + shape.framework};
    if (shape.storage == ProjectStorage::Sqlite)
        parts << u"parts/sqlalchemy"_s;
    if (shape.storage == ProjectStorage::SqlAlchemy)
        parts << u"parts/psycopg2"_s; // The driver is not among what both engines share: SQLite must not ask for it.
    return parts << u"parts/"_s + projectStorageName(shape.storage);
}

ProjectStorage goodStorage(ConstraintSet constraints)
{
    if (constraints.contains(Constraint::Sqlite))
        return ProjectStorage::Sqlite;
    if (constraints.contains(Constraint::SqlAlchemy))
        return ProjectStorage::SqlAlchemy;
    return constraints.contains(Constraint::Postgres) ? ProjectStorage::Postgres : ProjectStorage::Memory;
}

} // namespace

QString projectStorageName(ProjectStorage storage)
{
    return std::ranges::find(storageNames, storage, [](const auto &row) { return row.first; })->second;
}

std::optional<ProjectStorage> projectStorageFromName(QStringView name)
{
    for (const auto &[storage, known] : storageNames)
        if (name == known)
            return storage;
    return std::nullopt;
}

QStringList scriptedFrameworks()
{
    return {u"aiohttp"_s, u"fastapi"_s, u"flask"_s};
}

std::optional<ProjectShape> goodShape(const TaskSpec &task)
{
    const auto isKnown = task.kind == TaskKind::Generation && scriptedFrameworks().contains(task.framework);
    if (!isKnown || task.contractWord() != studyContractWord || task.constraints.contains(Constraint::Sequelize))
        return std::nullopt;
    return ProjectShape{.framework = task.framework,
        .isLayered = !task.constraints.isEmpty(),
        .storage = goodStorage(task.constraints)};
}

ProjectFiles projectFiles(const ProjectShape &shape)
{
    ProjectFiles files;
    if (scriptedFrameworks().contains(shape.framework))
        for (const auto &part : partsOf(shape))
            addFolder(files, part);
    return files;
}

} // namespace Decayscope
