// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "durably.h"

#include "statement.h"
#include "transaction.h"

namespace Decayscope {

Result<> durably(Connection &connection, const std::function<Result<>()> &work)
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
