// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search.h"

#include "compression.h"
#include "searchwords.h"
#include "statement.h"

#include <QHash>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qint64 rowsBetweenLooks = 4096;

/// Where the search rows of a run's current content lie.
struct RunRows
{
    RunId run;
    qint64 first = 0; ///< Of the turns.
    qint64 firstDocument = 0;
    qint64 end = 0;
};

Result<std::vector<RunRows>> readRows(Connection &connection, const SearchRequest &request)
{
    Statement select(connection,
        u"SELECT r.id, v.first_part, v.first_part + v.part_count, (SELECT count(*) FROM document d WHERE d.version = "
        "v.id) FROM run_version v JOIN run r ON r.version = v.id ORDER BY v.first_part");
    if (auto done = select.run(); !done)
        return std::unexpected(std::move(done.error()));
    std::vector<RunRows> rows;
    while (select.next()) {
        const RunId run{select.number64(0)};
        const auto end = select.number64(2);
        if (!request.runs || request.runs->contains(run))
            rows.push_back(
                {.run = run, .first = select.number64(1), .firstDocument = end - select.number64(3), .end = end});
    }
    return rows;
}

SearchPart partOf(DocumentKind kind)
{
    return kind == DocumentKind::Patch ? SearchPart::Patches : SearchPart::Logs;
}

/// The rows of documents that are searched, where only some kinds of them are.
class DocumentChoice
{
public:
    Result<> read(Connection &connection, const std::set<SearchPart> &parts)
    {
        m_logs = parts.contains(SearchPart::Logs);
        m_patches = parts.contains(SearchPart::Patches);
        if (m_logs == m_patches)
            return {};
        Statement select(connection, u"SELECT part, kind FROM document WHERE part IS NOT NULL");
        if (auto done = select.run(); !done)
            return done;
        while (select.next()) {
            if (parts.contains(partOf(static_cast<DocumentKind>(select.integer(1)))))
                m_chosen.insert(select.number64(0), true);
        }
        return {};
    }

    [[nodiscard]] bool has(qint64 row) const { return m_logs == m_patches ? m_logs : m_chosen.contains(row); }

private:
    bool m_logs = false;
    bool m_patches = false;
    QHash<qint64, bool> m_chosen;
};

/// Finds the run of each of ascending rows.
class RowWalk
{
public:
    explicit RowWalk(std::vector<RunRows> rows)
        : m_rows(std::move(rows))
        , m_at(m_rows.begin())
    { }

    /// Null where the row belongs to no run that is searched.
    [[nodiscard]] const RunRows *at(qint64 row)
    {
        while (m_at != m_rows.end() && m_at->end <= row)
            ++m_at;
        return m_at != m_rows.end() && m_at->first <= row ? std::to_address(m_at) : nullptr;
    }

private:
    const std::vector<RunRows> m_rows;
    std::vector<RunRows>::const_iterator m_at;
};

} // namespace

QString plainIndexQuery(QStringView words)
{
    auto quoted = searchWords(words);
    for (auto &word : quoted)
        word = u'"' % word % u'"';
    return quoted.join(u" AND ");
}

Result<std::vector<RunId>> runsMentioning(Connection &connection, const QString &words)
{
    const auto query = plainIndexQuery(words);
    std::vector<RunId> runs;
    if (query.isEmpty())
        return runs;
    // Rows of one version lie side by side, so the version of a row is the last one that starts at or before it.
    Statement select(connection,
        u"SELECT DISTINCT r.id FROM (SELECT DISTINCT (SELECT id FROM run_version WHERE first_part <= p.rowid "
        "ORDER BY first_part DESC LIMIT 1) AS version FROM part_index p WHERE part_index MATCH ?) hit "
        "JOIN run r ON r.version = hit.version ORDER BY r.id");
    if (auto done = select.run(query); !done)
        return std::unexpected(std::move(done.error()));
    while (select.next())
        runs.push_back({select.number64(0)});
    return runs;
}

Result<qint64> visitCandidates(Connection &connection, const SearchQuery &query, const SearchRequest &request,
    const Progress &progress, const std::function<Result<bool>(const SearchCandidate &)> &visit)
{
    auto rows = readRows(connection, request);
    if (!rows)
        return std::unexpected(std::move(rows.error()));
    DocumentChoice documents;
    if (auto done = documents.read(connection, request.parts); !done)
        return std::unexpected(std::move(done.error()));
    Statement select(connection, u"SELECT rowid FROM part_index WHERE part_index MATCH ? ORDER BY rowid");
    if (auto done = select.run(query.indexQuery()); !done)
        return std::unexpected(std::move(done.error()));

    RowWalk walk(std::move(*rows));
    const bool wantsTurns = request.parts.contains(SearchPart::Turns);
    bool isVisiting = true;
    qint64 count = 0;
    for (qint64 seen = 1; select.next(); ++seen) {
        if (seen % rowsBetweenLooks == 0 && progress.isCancelled())
            return cancelled();
        const auto row = select.number64(0);
        const auto *run = walk.at(row);
        if (!run || (row < run->firstDocument ? !wantsTurns : !documents.has(row)))
            continue;
        ++count;
        if (!isVisiting)
            continue;
        const bool isTurn = row < run->firstDocument;
        const auto goesOn = visit({.run = run->run,
            .turn = isTurn ? static_cast<int>(row - run->first) : -1,
            .document = isTurn ? -1 : static_cast<int>(row - run->firstDocument)});
        if (!goesOn)
            return std::unexpected(goesOn.error());
        isVisiting = *goesOn;
    }
    return count;
}

Result<std::optional<Document>> readDocumentAt(Connection &connection, RunId run, int place)
{
    Statement select(connection,
        u"SELECT d.kind, d.path, t.size, t.data FROM run r JOIN document d ON d.version = r.version "
        "JOIN text t ON t.id = d.text WHERE r.id = ? AND d.position = ?");
    if (auto done = select.run(run.value, place); !done)
        return std::unexpected(std::move(done.error()));
    if (!select.next())
        return std::nullopt;
    return decompressed(select.bytes(3), select.number64(2)).transform([&](QByteArray bytes) {
        return std::optional(Document{.kind = static_cast<DocumentKind>(select.integer(0)),
            .path = select.text(1),
            .bytes = std::move(bytes),
            .parts = {}});
    });
}

} // namespace Decayscope
