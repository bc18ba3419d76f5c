// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "taskstore.h"

#include "statement.h"

#include <QDateTime>

namespace Decayscope {

Result<bool> writeTaskFile(Connection &connection, const StoredTaskFile &file)
{
    Statement upsert(connection,
        u"INSERT INTO task_definition (runtime, name, origin, imported, content, patch) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (runtime, name) DO UPDATE SET origin = excluded.origin, imported = excluded.imported, "
        "content = excluded.content, patch = excluded.patch "
        "WHERE content <> excluded.content OR patch IS NOT excluded.patch");
    const auto patch = file.patch.isEmpty() ? std::nullopt : std::optional(file.patch);
    return upsert
        .run(file.runtime, file.name, file.origin, QDateTime::currentDateTimeUtc().toString(Qt::ISODate),
            QString::fromUtf8(file.content), patch)
        .transform([&] { return upsert.changedRows() > 0; });
}

Result<std::vector<StoredTaskFile>> readTaskFiles(Connection &connection)
{
    Statement select(
        connection, u"SELECT runtime, name, origin, content, patch FROM task_definition ORDER BY runtime, name");
    if (auto done = select.run(); !done)
        return std::unexpected(std::move(done.error()));
    std::vector<StoredTaskFile> files;
    while (select.next()) {
        files.push_back({.runtime = select.text(0),
            .name = select.text(1),
            .origin = select.text(2),
            .content = select.text(3).toUtf8(),
            .patch = select.bytes(4)});
    }
    return files;
}

} // namespace Decayscope
