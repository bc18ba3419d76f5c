// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transaction.h"

#include <QDeadlineTimer>
#include <QThread>

#include <utility>

namespace Decayscope {

namespace {

Result<> setBusyTimeout(Connection &connection, int milliseconds)
{
    return connection.execute(u"PRAGMA busy_timeout = " % QString::number(milliseconds));
}

/// SQLite's own waiting sleeps longer and longer and would starve beside an import, which leaves only short gaps
/// between its transactions; this one looks every millisecond.
Result<> takeWriteLock(Connection &connection)
{
    const QDeadlineTimer deadline(connection.busyMilliseconds());
    while (true) {
        auto begun = connection.execute(QStringLiteral("BEGIN IMMEDIATE"));
        if (begun || begun.error().kind != ErrorKind::Busy || deadline.hasExpired())
            return begun;
        QThread::msleep(1);
    }
}

} // namespace

Transaction::Transaction(Connection &connection)
    : m_connection(&connection)
{ }

Transaction::Transaction(Transaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{ }

Transaction::~Transaction()
{
    // A failed roll-back leaves nothing to do: SQLite rolls back when the connection closes.
    if (m_connection)
        std::ignore = m_connection->execute(QStringLiteral("ROLLBACK"));
}

Result<Transaction> Transaction::begin(Connection &connection)
{
    if (auto set = setBusyTimeout(connection, 0); !set)
        return std::unexpected(std::move(set.error()));
    auto begun = takeWriteLock(connection);
    auto restored = setBusyTimeout(connection, connection.busyMilliseconds());
    if (!begun)
        return std::unexpected(std::move(begun.error()));
    Transaction transaction(connection);
    if (!restored)
        return std::unexpected(std::move(restored.error()));
    return transaction;
}

Result<> Transaction::commit()
{
    auto done = m_connection->execute(QStringLiteral("COMMIT"));
    if (done)
        m_connection = nullptr;
    return done;
}

} // namespace Decayscope
