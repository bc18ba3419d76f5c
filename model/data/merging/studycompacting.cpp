// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "studymerging.h"

#include <store/storecompacting.h>
#include <store/storeinfo.h>
#include <store/undoing.h>

namespace Decayscope {

namespace {

constexpr int steps = 5;

using Step = Result<> (*)(Connection &, CompactReport &);

Result<> countBefore(Connection &connection, CompactReport &report)
{
    // Whoever is busy with it now is told before anything is done.
    return emptyLog(connection)
        .and_then([&] { return readStoreInfo(connection); })
        .transform([&](const StoreInfo &info) { report.texts = static_cast<int>(info.texts); });
}

Result<> removeUnused(Connection &connection, CompactReport &report)
{
    return removeUnusedRows(connection)
        .and_then([&](int) { return readStoreInfo(connection); })
        .transform([&](const StoreInfo &info) { report.texts -= static_cast<int>(info.texts); });
}

Result<> joinIndex(Connection &connection, CompactReport &)
{
    return compactIndex(connection);
}

Result<> rewrite(Connection &connection, CompactReport &)
{
    return vacuumStore(connection);
}

Result<> finish(Connection &connection, CompactReport &report)
{
    // It is written; where a reader keeps the log from being emptied now, the next writer does it.
    const auto emptied = emptyLog(connection);
    report.after = storeBytes(connection.path());
    return emptied || emptied.error().kind == ErrorKind::Busy ? Result<>() : emptied;
}

} // namespace

Result<CompactReport> compactStudy(const PerformWrite &perform, const QString &store, const Progress &progress)
{
    CompactReport report{.before = storeBytes(store)};
    const auto step = [&](int number, Step work) -> Result<> {
        if (progress.isCancelled())
            return cancelled();
        progress.report({.done = number, .total = steps, .what = store});
        return perform([&](Connection &connection) { return work(connection, report); });
    };
    auto done = step(0, countBefore)
                    .and_then([&] { return clearUndone(perform, progress); })
                    .and_then([&] { return step(1, removeUnused); })
                    .and_then([&] { return step(2, joinIndex); })
                    .and_then([&] { return step(3, rewrite); })
                    .and_then([&] { return step(4, finish); });
    if (!done)
        return std::unexpected(std::move(done.error()));
    return report;
}

} // namespace Decayscope
