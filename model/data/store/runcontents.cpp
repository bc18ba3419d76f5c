// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runcontents.h"

#include "compression.h"
#include "statement.h"

#include <algorithm>

namespace Decayscope {

namespace {

/// Bytes of the rows of a content as they will be read, one sum a table.
constexpr auto rowBytes
    = u"SELECT (SELECT coalesce(sum(octet_length(e.name) + octet_length(e.method) + octet_length(e.url) "
      "+ octet_length(q.status) + octet_length(q.outcomes) + octet_length(l.names) + 64), 0) FROM request q "
      "JOIN endpoint e ON e.id = q.endpoint JOIN assertion_list l ON l.id = q.assertions WHERE q.version = r.version) "
      "+ (SELECT coalesce(sum(octet_length(m.text) + 64), 0) FROM assertion_failure f "
      "JOIN failure_message m ON m.id = f.message WHERE f.version = r.version) "
      "+ (SELECT coalesce(sum(octet_length(d.reason) + octet_length(d.evidence) + 64), 0) FROM verdict d "
      "WHERE d.version = r.version) "
      "+ (SELECT coalesce(sum(octet_length(x.file) + octet_length(x.rule) + octet_length(x.reason) + 64), 0) "
      "FROM violation x WHERE x.version = r.version) "
      "+ (SELECT coalesce(sum(octet_length(w.path) + octet_length(w.reason) + 64), 0) FROM warning w "
      "WHERE w.version = r.version) "
      "+ (SELECT coalesce(sum(octet_length(d.path) + 64), 0) FROM document d WHERE d.version = r.version) "
      "FROM run r WHERE r.id = ?";

constexpr auto packedLists
    = u"SELECT d.parts FROM run r JOIN document d ON d.version = r.version WHERE r.id = ? AND d.parts IS NOT NULL "
      "UNION ALL SELECT l.turns FROM run r JOIN turn_list l ON l.version = r.version WHERE r.id = ?";

Result<qint64> largestList(Connection &connection, RunId run)
{
    Statement select(connection, packedLists);
    if (auto done = select.run(run.value, run.value); !done)
        return std::unexpected(std::move(done.error()));
    qint64 largest = 0;
    while (select.next()) {
        const auto size = decompressedSize(select.bytes(0));
        if (!size)
            return size;
        largest = std::max(largest, *size);
    }
    return largest;
}

} // namespace

Result<std::vector<RunContent>> readRunContents(Connection &connection)
{
    Statement select(connection,
        u"SELECT t.runtime, c.scaffold, c.model, t.name, r.date, r.trial, r.id, v.hash, v.import, v.bytes, v.origin, "
        "v.id IS r.version FROM run_version v JOIN run r ON r.id = v.run JOIN task t ON t.id = r.task "
        "JOIN configuration c ON c.id = r.configuration JOIN import i ON i.id = v.import "
        "WHERE i.undone IS NULL ORDER BY v.id");
    if (auto done = select.run(); !done)
        return std::unexpected(std::move(done.error()));
    std::vector<RunContent> contents;
    while (select.next()) {
        contents.push_back({.key = {.runtime = select.text(0),
                                .configuration = {select.text(1), select.text(2)},
                                .task = select.text(3),
                                .date = select.text(4),
                                .trial = select.integer(5)},
            .run = {select.number64(6)},
            .hash = select.bytes(7),
            .importId = select.number64(8),
            .inputBytes = select.number64(9),
            .origin = select.text(10),
            .isCurrent = select.integer(11) != 0});
    }
    return contents;
}

Result<RunWeight> weighRun(Connection &connection, RunId run)
{
    const auto documents = Statement(connection,
        u"SELECT coalesce(sum(abs(t.size)), 0) FROM run r JOIN document d ON d.version = r.version "
        "JOIN text t ON t.id = d.text WHERE r.id = ?")
                               .number(run.value);
    if (!documents)
        return std::unexpected(documents.error());
    const auto rows = Statement(connection, rowBytes).number(run.value);
    if (!rows)
        return std::unexpected(rows.error());
    return largestList(connection, run).transform([&](qint64 largest) {
        return RunWeight{.documents = *documents, .rows = *rows, .largestList = largest};
    });
}

Result<> checkTexts(Connection &connection, RunId run)
{
    Statement select(connection,
        u"SELECT d.path, t.hash, t.data FROM run r JOIN document d ON d.version = r.version "
        "JOIN text t ON t.id = d.text WHERE r.id = ?");
    if (auto done = select.run(run.value); !done)
        return done;
    while (select.next()) {
        if (frameHash(select.bytes(2)) != select.bytes(1))
            return failure(
                ErrorKind::Damaged, u"\"" % select.text(0) % u"\" is not what was stored: its hash differs.");
    }
    return {};
}

} // namespace Decayscope
