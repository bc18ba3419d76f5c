// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storeinfo.h"

#include "migrations.h"
#include "statement.h"
#include "studymeta.h"

#include <QFileInfo>

#include <utility>

namespace Decayscope {

Result<StoreInfo> readStoreInfo(Connection &connection)
{
    const auto meta = readMeta(connection);
    if (!meta)
        return std::unexpected(meta.error());
    const auto schema = schemaOf(connection);
    if (!schema)
        return std::unexpected(schema.error());
    const auto &path = connection.path();
    StoreInfo info{.path = path,
        .storeId = meta->storeId,
        .schema = *schema,
        .bytes = QFileInfo(path).size() + QFileInfo(path % u"-wal").size(),
        .sample = meta->isSample,
        .writtenBy = meta->writtenBy};

    const std::pair<qint64 StoreInfo::*, QStringView> counts[]{
        {&StoreInfo::runs, u"SELECT count(*) FROM run WHERE version IS NOT NULL"},
        {&StoreInfo::excluded, u"SELECT count(*) FROM run WHERE version IS NOT NULL AND exclusion IS NOT NULL"},
        {&StoreInfo::imports, u"SELECT count(*) FROM import WHERE undone IS NULL"},
        {&StoreInfo::texts, u"SELECT count(*) FROM text"},
        {&StoreInfo::textBytes, u"SELECT coalesce(sum(size), 0) FROM text"},
        {&StoreInfo::indexedParts, u"SELECT count(*) FROM part_index"},
        {&StoreInfo::labels,
            u"SELECT count(*) FROM label_event WHERE action IN ('committed', 'imported', 'adjudicated')"},
        {&StoreInfo::samples, u"SELECT count(*) FROM label_sample"},
    };
    for (const auto &[field, sql] : counts) {
        const auto count = Statement(connection, sql).number();
        if (!count)
            return std::unexpected(count.error());
        info.*field = *count;
    }
    return info;
}

} // namespace Decayscope
