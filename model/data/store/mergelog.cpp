// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mergelog.h"

#include "listjson.h"
#include "statement.h"
#include "studymeta.h"

namespace Decayscope {

namespace {

/// In the table "setting"; the import's number follows.
constexpr QStringView keyStart = u"merged_study/";

} // namespace

Result<StudyAge> readStudyAge(Connection &connection)
{
    const auto meta = readMeta(connection);
    if (!meta)
        return std::unexpected(meta.error());
    Statement newest(
        connection, u"SELECT coalesce(max(started), '') FROM import WHERE undone IS NULL AND imported + updated > 0");
    return newest.run().transform(
        [&] { return StudyAge{.newestImport = newest.next() ? newest.text(0) : QString(), .storeId = meta->storeId}; });
}

Result<> writeMergedStudy(Connection &connection, qint64 importId, const StudyAge &age)
{
    return Statement(
        connection, u"INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value")
        .run(keyStart % QString::number(importId), listToJson({age.newestImport, age.storeId}));
}

Result<std::map<qint64, StudyAge>> readMergedStudies(Connection &connection)
{
    Statement select(connection, u"SELECT key, value FROM setting WHERE key >= ? AND key < ? || 'a'");
    if (auto done = select.run(keyStart.toString(), keyStart.toString()); !done)
        return std::unexpected(std::move(done.error()));
    std::map<qint64, StudyAge> studies;
    while (select.next()) {
        const auto age = listFromJson(select.text(1));
        if (age.size() == 2)
            studies[QStringView(select.text(0)).sliced(keyStart.size()).toLongLong()] = {age[0], age[1]};
    }
    return studies;
}

} // namespace Decayscope
