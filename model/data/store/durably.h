// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "statement.h"
#include "transaction.h"

namespace Decayscope {

/// Runs writing that must be on the disk when it returns, in one transaction: synchronous = FULL makes a commit wait
/// for the disk also in WAL mode (sqlite.org/pragma.html#pragma_synchronous). The former setting comes back.
template <typename Work>
[[nodiscard]] Result<> durably(Connection &connection, Work work)
{
    const auto former = Statement(connection, u"PRAGMA synchronous").number();
    if (!former)
        return std::unexpected(former.error());
    if (auto set = connection.execute(QStringLiteral("PRAGMA synchronous = FULL")); !set)
        return set;
    auto done = Transaction::begin(connection).and_then([&](Transaction transaction) {
        return work().and_then([&] { return transaction.commit(); });
    });
    auto restored = connection.execute(u"PRAGMA synchronous = " % QString::number(*former));
    return done ? restored : done;
}

} // namespace Decayscope
