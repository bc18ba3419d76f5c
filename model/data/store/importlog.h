// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

#include <domain/runbundle.h>

#include <QStringList>

namespace Decayscope {

/// An import as the store remembers it.
struct ImportRecord
{
    qint64 id = 0;
    QString time; ///< UTC, ISO 8601.
    QStringList paths;
    int imported = 0;
    int updated = 0;
    bool undone = false;
};

/// What one unit of an import added.
struct ImportProgressRow
{
    int imported = 0;
    int updated = 0;
    qint64 bytes = 0;
};

/// Opens an import's record and gives its id. Within the caller's transaction, like all that write here.
[[nodiscard]] Result<qint64> beginImport(Connection &connection, const QStringList &paths);

/// Adds to an import's counts, together with the runs they count.
[[nodiscard]] Result<> countInImport(Connection &connection, qint64 importId, const ImportProgressRow &added);

/// Notes that an import came to its end, and what it could not take.
[[nodiscard]] Result<> finishImport(Connection &connection, qint64 importId, const std::vector<ImportIssue> &refused);

/// All imports, newest first, undone ones too.
[[nodiscard]] Result<std::vector<ImportRecord>> readImports(Connection &connection);

/// Takes an import's runs out of the study; those it replaced count again. What it had brought is removed afterwards,
/// piece by piece, by removeUndone(). Errors: NotFound where there is no such import or it is undone already.
[[nodiscard]] Result<> undoImport(Connection &connection, qint64 importId);

/// Removes up to `limit` run versions of undone imports, with their texts and search rows; gives the number removed.
[[nodiscard]] Result<int> removeUndone(Connection &connection, int limit);

} // namespace Decayscope
