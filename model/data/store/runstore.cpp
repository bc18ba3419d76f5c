// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runstore.h"

#include "compression.h"
#include "preparedrun.h"
#include "statement.h"

#include <QDateTime>

namespace Decayscope {

namespace {

/// The document of a row: path, parts, size and data of its text.
Result<Document> documentIn(const Statement &row, DocumentKind kind)
{
    auto bytes = decompressed(row.bytes(3), row.number64(2));
    if (!bytes)
        return std::unexpected(std::move(bytes.error()));
    Document document{.kind = kind, .path = row.text(0), .bytes = std::move(*bytes), .parts = {}};
    if (row.isNull(1))
        return document;
    return unpackedParts(row.bytes(1)).transform([&](std::vector<DocumentPart> parts) {
        document.parts = std::move(parts);
        return std::move(document);
    });
}

} // namespace

Result<std::map<RunKey, QByteArray>> readContentHashes(Connection &connection)
{
    Statement select(connection,
        u"SELECT t.runtime, c.scaffold, c.model, t.name, r.date, r.trial, v.hash FROM run r "
        "JOIN run_version v ON v.id = r.version JOIN task t ON t.id = r.task "
        "JOIN configuration c ON c.id = r.configuration");
    if (auto done = select.run(); !done)
        return std::unexpected(std::move(done.error()));
    std::map<RunKey, QByteArray> hashes;
    while (select.next()) {
        RunKey key{.runtime = select.text(0),
            .configuration = {select.text(1), select.text(2)},
            .task = select.text(3),
            .date = select.text(4),
            .trial = select.integer(5)};
        hashes.emplace(std::move(key), select.bytes(6));
    }
    return hashes;
}

Result<RunId> findRun(Connection &connection, const RunKey &key)
{
    Statement select(connection,
        u"SELECT r.id FROM run r JOIN configuration c ON c.id = r.configuration JOIN task t ON t.id = r.task "
        "WHERE t.runtime = ? AND t.name = ? AND c.scaffold = ? AND c.model = ? AND r.date = ? AND r.trial = ?");
    const auto id = select.number(
        key.runtime, key.task, key.configuration.scaffold, key.configuration.model, key.date, key.trial);
    if (!id)
        return std::unexpected(id.error());
    if (*id == 0)
        return failure(ErrorKind::NotFound, u"There is no such run of the task \"" % key.task % u"\" in this study.");
    return RunId{*id};
}

Result<bool> isKeyTaken(Connection &connection, const RunKey &key)
{
    Statement select(connection,
        u"SELECT count(*) FROM run r JOIN configuration c ON c.id = r.configuration JOIN task t ON t.id = r.task "
        "WHERE t.runtime = ? AND t.name = ? AND c.scaffold = ? AND c.model = ? AND r.date = ? AND r.trial = ? "
        "AND r.version IS NOT NULL");
    return select
        .number(key.runtime, key.task, key.configuration.scaffold, key.configuration.model, key.date, key.trial)
        .transform([](qint64 count) { return count > 0; });
}

Result<qint64> countRuns(Connection &connection)
{
    return Statement(connection, u"SELECT count(*) FROM run WHERE version IS NOT NULL").number();
}

Result<> writeExclusion(Connection &connection, const std::vector<RunId> &runs, const std::optional<QString> &reason)
{
    if (reason && reason->trimmed().isEmpty())
        return failure(ErrorKind::InvalidInput, QStringLiteral("A run cannot be excluded without a reason. Say why."));
    const auto time = reason ? std::optional(QDateTime::currentDateTimeUtc().toString(Qt::ISODate)) : std::nullopt;
    Statement update(connection, u"UPDATE run SET exclusion = ?, excluded = ? WHERE id = ?");
    for (const auto run : runs) {
        if (auto done = update.run(reason, time, run.value); !done)
            return done;
        if (update.changedRows() == 0)
            return failure(ErrorKind::NotFound, u"There is no run " % QString::number(run.value) % u" in this study.");
    }
    return {};
}

Result<std::optional<Document>> readDocument(Connection &connection, RunId run, DocumentKind kind)
{
    Statement select(connection,
        u"SELECT d.path, d.parts, t.size, t.data FROM run r JOIN document d ON d.version = r.version "
        "JOIN text t ON t.id = d.text WHERE r.id = ? AND d.kind = ? ORDER BY d.position LIMIT 1");
    if (auto done = select.run(run.value, static_cast<int>(kind)); !done)
        return std::unexpected(std::move(done.error()));
    if (!select.next())
        return std::nullopt;
    return documentIn(select, kind);
}

Result<std::vector<Document>> readDocuments(Connection &connection, RunId run)
{
    Statement select(connection,
        u"SELECT d.path, d.parts, t.size, t.data, d.kind FROM run r JOIN document d ON d.version = r.version "
        "JOIN text t ON t.id = d.text WHERE r.id = ? ORDER BY d.position");
    if (auto done = select.run(run.value); !done)
        return std::unexpected(std::move(done.error()));
    std::vector<Document> documents;
    while (select.next()) {
        auto document = documentIn(select, static_cast<DocumentKind>(select.integer(4)));
        if (!document)
            return std::unexpected(std::move(document.error()));
        documents.push_back(std::move(*document));
    }
    return documents;
}

Result<std::vector<Turn>> readTurns(Connection &connection, RunId run)
{
    Statement select(connection, u"SELECT l.turns FROM run r JOIN turn_list l ON l.version = r.version WHERE r.id = ?");
    if (auto done = select.run(run.value); !done)
        return std::unexpected(std::move(done.error()));
    if (!select.next())
        return std::vector<Turn>();
    return unpackedTurns(select.bytes(0));
}

Result<QString> readOrigin(Connection &connection, RunId run)
{
    Statement select(connection, u"SELECT v.origin FROM run r JOIN run_version v ON v.id = r.version WHERE r.id = ?");
    return select.run(run.value).transform([&] { return select.next() ? select.text(0) : QString(); });
}

Result<std::vector<ImportIssue>> readWarnings(Connection &connection, RunId run)
{
    Statement select(connection,
        u"SELECT w.path, w.reason FROM run r JOIN warning w ON w.version = r.version WHERE r.id = ? ORDER BY w.number");
    if (auto done = select.run(run.value); !done)
        return std::unexpected(std::move(done.error()));
    std::vector<ImportIssue> warnings;
    while (select.next())
        warnings.push_back({select.text(0), select.text(1)});
    return warnings;
}

Result<QByteArray> readPatch(Connection &connection, qint64 version)
{
    Statement select(connection,
        u"SELECT t.size, t.data FROM document d JOIN text t ON t.id = d.text WHERE d.version = ? AND d.kind = ? "
        "ORDER BY d.position LIMIT 1");
    if (auto done = select.run(version, static_cast<int>(DocumentKind::Patch)); !done)
        return std::unexpected(std::move(done.error()));
    if (!select.next())
        return QByteArray();
    return decompressed(select.bytes(1), select.number64(0));
}

} // namespace Decayscope
