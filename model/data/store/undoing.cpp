// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "undoing.h"

#include "importlog.h"
#include "transaction.h"

namespace Decayscope {

namespace {

constexpr int versionsPerUnit = 4;

/// A unit that finds nothing to remove does not commit, and so writes nothing.
Result<> removeSome(Connection &connection, int &removed)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return std::unexpected(std::move(transaction.error()));
    const auto count = removeUndone(connection, versionsPerUnit);
    if (!count)
        return std::unexpected(count.error());
    removed = *count;
    return removed > 0 ? transaction->commit() : Result<>{};
}

} // namespace

Result<> takeBackImport(const PerformWrite &perform, qint64 importId)
{
    return perform([importId](Connection &connection) -> Result<> {
        auto transaction = Transaction::begin(connection);
        if (!transaction)
            return std::unexpected(std::move(transaction.error()));
        return undoImport(connection, importId).and_then([&] { return transaction->commit(); });
    });
}

Result<> clearUndone(const PerformWrite &perform, const Progress &progress)
{
    int removed = 1;
    while (removed > 0 && !progress.isCancelled()) {
        auto done = perform([&removed](Connection &connection) { return removeSome(connection, removed); });
        if (!done)
            return done;
    }
    return {};
}

} // namespace Decayscope
