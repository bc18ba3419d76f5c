// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/task.h>

#include <QByteArray>

#include <map>
#include <optional>

namespace Decayscope {

/// The files of a project by their paths in it.
using ProjectFiles = std::map<QString, QByteArray>;

/// Where a project of the demonstration keeps its data. SqlAlchemy: in PostgreSQL; Sqlite: by SQLAlchemy, too.
enum class ProjectStorage : quint8 { Memory, Postgres, SqlAlchemy, Sqlite };

/// "memory", "postgres", "sqlalchemy", "sqlite"
[[nodiscard]] QString projectStorageName(ProjectStorage storage);
[[nodiscard]] std::optional<ProjectStorage> projectStorageFromName(QStringView name);

/// Which of the demonstration's projects it is.
struct ProjectShape
{
    QString framework;
    bool isLayered = true; ///< Else a few modules beside each other, and the storage plays no part.
    ProjectStorage storage = ProjectStorage::Memory;

    bool operator==(const ProjectShape &) const = default;
};

/// The frameworks the scripted models know.
[[nodiscard]] QStringList scriptedFrameworks();

/// What a good agent writes for a task; nothing for tasks and frameworks the scripted models do not know.
[[nodiscard]] std::optional<ProjectShape> goodShape(const TaskSpec &task);

/// The files of a project that does everything right; empty for an unknown framework.
[[nodiscard]] ProjectFiles projectFiles(const ProjectShape &shape);

} // namespace Decayscope
