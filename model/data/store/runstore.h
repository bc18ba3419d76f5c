// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

#include <domain/runbundle.h>

#include <map>

namespace Decayscope {

/// The content hash of every run that has content.
[[nodiscard]] Result<std::map<RunKey, QByteArray>> readContentHashes(Connection &connection);

/// The run of a key, whether it has content or not. Errors: NotFound.
[[nodiscard]] Result<RunId> findRun(Connection &connection, const RunKey &key);

/// Whether a run with content has the key.
[[nodiscard]] Result<bool> isKeyTaken(Connection &connection, const RunKey &key);

/// How many runs have content.
[[nodiscard]] Result<qint64> countRuns(Connection &connection);

/// Excludes runs with a reason, or takes them in again. Within the caller's transaction.
/// Errors: NotFound where a run is not in the study, InvalidInput for an empty reason.
[[nodiscard]] Result<> writeExclusion(
    Connection &connection, const std::vector<RunId> &runs, const std::optional<QString> &reason);

/// A document of a run's current content, byte for byte; nothing where the run has none of the kind.
[[nodiscard]] Result<std::optional<Document>> readDocument(Connection &connection, RunId run, DocumentKind kind);

/// All documents of a run's current content, in the order in which they were read.
[[nodiscard]] Result<std::vector<Document>> readDocuments(Connection &connection, RunId run);

/// Where the turns of a run's current content lie in its trajectory document; without texts.
[[nodiscard]] Result<std::vector<Turn>> readTurns(Connection &connection, RunId run);

/// Where a run's current content was imported from; empty where the run has none.
[[nodiscard]] Result<QString> readOrigin(Connection &connection, RunId run);

/// What was odd while a run's current content was read.
[[nodiscard]] Result<std::vector<ImportIssue>> readWarnings(Connection &connection, RunId run);

/// The patch of a stored version; empty where it has none.
[[nodiscard]] Result<QByteArray> readPatch(Connection &connection, qint64 version);

} // namespace Decayscope
