// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"
#include "searchquery.h"

#include <base/progress.h>
#include <domain/runbundle.h>
#include <domain/searchhit.h>

#include <functional>

namespace Decayscope {

/// The runs that mention all words in one turn, log or patch, whatever their case and accents; ascending, and only in
/// their current content. Text without a word finds nothing.
[[nodiscard]] Result<std::vector<RunId>> runsMentioning(Connection &connection, const QString &words);

/// A reader's words as a query of the full-text index: split as its tokenizer splits, each quoted, all required.
[[nodiscard]] QString plainIndexQuery(QStringView words);

/// A turn or document that the index names for a query.
struct SearchCandidate
{
    RunId run;
    int turn = -1; ///< 0-based; -1 for documents.
    int document = -1; ///< Its place among the run's documents; -1 for turns.
};

/// Gives every candidate of a query in the runs' current content to `visit`, run by run in the order of their import,
/// turns before documents. Once `visit` says false the rest is only counted. Gives the number of candidates.
/// Errors: Cancelled.
[[nodiscard]] Result<qint64> visitCandidates(Connection &connection, const SearchQuery &query,
    const SearchRequest &request, const Progress &progress,
    const std::function<Result<bool>(const SearchCandidate &)> &visit);

/// A document of a run's current content by its place; nothing where there is none.
[[nodiscard]] Result<std::optional<Document>> readDocumentAt(Connection &connection, RunId run, int place);

} // namespace Decayscope
