// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "studymeta.h"

#include "statement.h"

#include <QDateTime>
#include <QFileInfo>
#include <QHash>
#include <QUuid>

namespace Decayscope {

Result<> writeFirstMeta(Connection &connection)
{
    return writeMeta(connection, QStringLiteral("store_id"), QUuid::createUuid().toString(QUuid::WithoutBraces))
        .and_then(
            [&] { return writeMeta(connection, QStringLiteral("written_by"), QStringLiteral(DECAYSCOPE_VERSION)); })
        .and_then([&] {
            return writeMeta(
                connection, QStringLiteral("created"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
        });
}

Result<StudyMeta> readMeta(Connection &connection)
{
    Statement select(connection, u"SELECT key, value FROM meta");
    if (auto done = select.run(); !done)
        return std::unexpected(std::move(done.error()));
    QHash<QString, QString> values;
    while (select.next())
        values.insert(select.text(0), select.text(1));
    return StudyMeta{.storeId = values.value(QStringLiteral("store_id")),
        .name = values.value(QStringLiteral("name"), QFileInfo(connection.path()).completeBaseName()),
        .isSample = values.value(QStringLiteral("sample")) == u"1",
        .writtenBy = values.value(QStringLiteral("written_by"))};
}

Result<> writeMeta(Connection &connection, const QString &key, const QString &value)
{
    return Statement(
        connection, u"INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value")
        .run(key, value);
}

} // namespace Decayscope
