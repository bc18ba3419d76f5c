// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

#include <domain/run.h>

#include <QByteArray>

#include <vector>

namespace Decayscope {

/// A content that a run has, or had before an import replaced it.
struct RunContent
{
    RunKey key;
    RunId run;
    QByteArray hash;
    qint64 importId = 0; ///< The import that brought it.
    qint64 inputBytes = 0;
    QString origin;
    bool isCurrent = false;
};

/// Every content of every run, oldest first, without those of undone imports.
[[nodiscard]] Result<std::vector<RunContent>> readRunContents(Connection &connection);

/// How much there is to read of a run's current content, in bytes.
struct RunWeight
{
    qint64 documents = 0; ///< Unpacked.
    qint64 rows = 0; ///< Texts of requests, verdicts and warnings, as often as they will be read.
    qint64 largestList = 0; ///< Of turns or document parts, unpacked.
};

/// Looks before anything is read. Errors: Damaged where a list cannot be unpacked.
[[nodiscard]] Result<RunWeight> weighRun(Connection &connection, RunId run);

/// Fails with Damaged where a text of a run's current content is not what was stored.
[[nodiscard]] Result<> checkTexts(Connection &connection, RunId run);

} // namespace Decayscope
