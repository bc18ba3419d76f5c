// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storecompacting.h"

#include "sqlerror.h"
#include "statement.h"
#include "transaction.h"

#include <QFileInfo>

namespace Decayscope {

namespace {

constexpr auto unusedTexts = u"DELETE FROM text WHERE NOT EXISTS (SELECT 1 FROM document d WHERE d.text = text.id)";

/// What runs share; none of it is seen without the runs that refer to it.
constexpr const char16_t *unusedShares[]{
    u"DELETE FROM failure_message WHERE id NOT IN (SELECT message FROM assertion_failure)",
    u"DELETE FROM assertion_list WHERE id NOT IN (SELECT assertions FROM request)",
    u"DELETE FROM endpoint WHERE id NOT IN (SELECT endpoint FROM request)",
};

} // namespace

qint64 storeBytes(const QString &path)
{
    return QFileInfo(path).size() + QFileInfo(path % u"-wal").size();
}

Result<> emptyLog(Connection &connection)
{
    // It answers whether it had to give up; sqlite.org/pragma.html#pragma_wal_checkpoint
    const auto busy = Statement(connection, u"PRAGMA wal_checkpoint(TRUNCATE)").number();
    if (!busy)
        return std::unexpected(busy.error());
    if (*busy != 0)
        return std::unexpected(busyError(connection.path(), QStringLiteral("wal_checkpoint")));
    return {};
}

Result<int> removeUnusedRows(Connection &connection)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return std::unexpected(std::move(transaction.error()));
    Statement texts(connection, unusedTexts);
    if (auto done = texts.run(); !done)
        return std::unexpected(std::move(done.error()));
    for (const auto *sql : unusedShares) {
        if (auto done = connection.execute(QString::fromUtf16(sql)); !done)
            return std::unexpected(std::move(done.error()));
    }
    const auto removed = texts.changedRows();
    return transaction->commit().transform([&] { return removed; });
}

Result<> compactIndex(Connection &connection)
{
    return connection.execute(QStringLiteral("INSERT INTO part_index (part_index) VALUES ('optimize')"));
}

Result<> vacuumStore(Connection &connection)
{
    // The copy it makes must not be held in memory.
    if (auto set = connection.execute(QStringLiteral("PRAGMA temp_store = FILE")); !set)
        return set;
    auto done = connection.execute(QStringLiteral("VACUUM"));
    auto restored = connection.execute(QStringLiteral("PRAGMA temp_store = MEMORY"));
    return done ? restored : done;
}

} // namespace Decayscope
