// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "filelock.h"
#include "postgresserver.h"

namespace Decayscope {

/// A database cluster that is copied for each run. As long as this is held, nobody makes it anew.
struct PostgresTemplate
{
    QString data; ///< Its folder.
    FileLock lock;
};

/// The template for a version of PostgreSQL and what is promised, made where it is missing or damaged, by one program
/// at a time. Errors: as PostgresServer::start().
[[nodiscard]] Result<PostgresTemplate> postgresTemplate(Sandbox &sandbox, const QString &programs,
    const QString &cacheFolder, const DatabaseSpec &spec, const Progress &progress);

/// Throws the template away: the next one to ask for it makes it anew.
void forgetPostgresTemplate(const QString &programs, const QString &cacheFolder, const DatabaseSpec &spec);

} // namespace Decayscope
