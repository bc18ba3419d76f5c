// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runbundle.h>
#include <labels/labelevent.h>
#include <merging/storemerging.h>

#include <QStringList>

#include <functional>

class QTemporaryDir;

namespace Decayscope {
class Connection;
}

namespace Decayscope::Test {

/// Makes a study of runs, imported at a time; into the store of the name where it is there.
QString studyOf(const QTemporaryDir &folder, const QString &name, const std::vector<RunBundle> &runs,
    const QString &importedAt = QStringLiteral("2026-05-01T12:00:00Z"));

/// Writes into a study in a transaction.
void writeInto(const QString &store, const std::function<Result<>(Connection &)> &work);

/// Everything of a study that has nothing to do with row numbers, a line each: runs with all their parts, what the
/// search finds, exclusions, styles, filters, tasks, samples, codebooks, labels.
[[nodiscard]] QStringList printedStudy(const QString &store);

/// Runs alone: key, passed of total, exclusion.
[[nodiscard]] QStringList printedRuns(const QString &store);

/// "added 2, unchanged 1" and its like, with warnings behind; or the error's sentence.
[[nodiscard]] QStringList printed(const Result<std::vector<Result<MergeReport>>> &reports);

/// What the store's own check finds.
[[nodiscard]] QStringList findingsOf(const QString &store);

} // namespace Decayscope::Test
