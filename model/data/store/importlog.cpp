// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importlog.h"

#include "listjson.h"
#include "statement.h"

#include <QDateTime>

namespace Decayscope {

namespace {

QString now()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
}

} // namespace

Result<qint64> beginImport(Connection &connection, const QStringList &paths)
{
    Statement insert(connection, u"INSERT INTO import (started, paths) VALUES (?, ?)");
    return insert.run(now(), listToJson(paths)).transform([&] { return insert.insertedId(); });
}

Result<> countInImport(Connection &connection, qint64 importId, const ImportProgressRow &added)
{
    return Statement(
        connection, u"UPDATE import SET imported = imported + ?, updated = updated + ?, bytes = bytes + ? WHERE id = ?")
        .run(added.imported, added.updated, added.bytes, importId);
}

Result<> finishImport(Connection &connection, qint64 importId, const std::vector<ImportIssue> &refused)
{
    Statement insert(connection, u"INSERT INTO import_refusal (import, number, path, reason) VALUES (?, ?, ?, ?)");
    int number = 0;
    for (const auto &issue : refused) {
        if (auto done = insert.run(importId, number++, issue.path, issue.reason); !done)
            return done;
    }
    return Statement(connection, u"UPDATE import SET finished = ? WHERE id = ?").run(now(), importId);
}

Result<std::vector<ImportRecord>> readImports(Connection &connection)
{
    Statement select(
        connection, u"SELECT id, started, paths, imported, updated, undone IS NOT NULL FROM import ORDER BY id DESC");
    if (auto done = select.run(); !done)
        return std::unexpected(std::move(done.error()));
    std::vector<ImportRecord> imports;
    while (select.next()) {
        imports.push_back({.id = select.number64(0),
            .time = select.text(1),
            .paths = listFromJson(select.text(2)),
            .imported = select.integer(3),
            .updated = select.integer(4),
            .undone = select.integer(5) != 0});
    }
    return imports;
}

Result<> undoImport(Connection &connection, qint64 importId)
{
    Statement mark(connection, u"UPDATE import SET undone = ? WHERE id = ? AND undone IS NULL");
    if (auto done = mark.run(now(), importId); !done)
        return done;
    if (mark.changedRows() == 0)
        return failure(ErrorKind::NotFound,
            u"There is no import " % QString::number(importId) % u" to undo. It may have been undone already.");
    return Statement(connection,
        u"UPDATE run SET version = (SELECT max(v.id) FROM run_version v JOIN import i ON i.id = v.import "
        "WHERE v.run = run.id AND i.undone IS NULL) "
        "WHERE version IN (SELECT id FROM run_version WHERE import = ?)")
        .run(importId);
}

Result<int> removeUndone(Connection &connection, int limit)
{
    Statement remove(connection,
        u"DELETE FROM run_version WHERE id IN (SELECT v.id FROM import i JOIN run_version v ON v.import = i.id "
        "WHERE i.undone IS NOT NULL LIMIT ?)");
    return remove.run(limit).transform([&] { return remove.changedRows(); });
}

} // namespace Decayscope
