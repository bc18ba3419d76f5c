// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runadding.h"

#include <store/importlog.h>
#include <store/runstore.h>
#include <store/runwriter.h>
#include <store/transaction.h>

namespace Decayscope {

namespace {

Result<> writeAsImport(Connection &connection, const PreparedRun &run)
{
    const auto importId = beginImport(connection, {run.origin});
    if (!importId)
        return std::unexpected(importId.error());
    const auto outcome = RunWriter(connection).write(run, *importId);
    if (!outcome)
        return std::unexpected(outcome.error());
    const ImportProgressRow added{.imported = *outcome == WriteOutcome::Imported ? 1 : 0,
        .updated = *outcome == WriteOutcome::Updated ? 1 : 0,
        .bytes = run.inputBytes};
    return countInImport(connection, *importId, added).and_then([&] {
        return finishImport(connection, *importId, {});
    });
}

/// Within the caller's transaction, so that nobody takes the trial in between.
Result<> takeFreeTrial(Connection &connection, RunKey &key)
{
    while (true) {
        const auto isTaken = isKeyTaken(connection, key);
        if (!isTaken)
            return std::unexpected(isTaken.error());
        if (!*isTaken)
            return {};
        ++key.trial;
    }
}

Result<RunId> writeAndFind(Connection &connection, PreparedRun &run, TakenKey taken)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return std::unexpected(std::move(transaction.error()));
    if (taken == TakenKey::NextTrial) {
        if (auto named = takeFreeTrial(connection, run.summary.key); !named)
            return std::unexpected(std::move(named.error()));
    }
    if (auto written = writeAsImport(connection, run); !written)
        return std::unexpected(std::move(written.error()));
    auto id = findRun(connection, run.summary.key);
    if (!id)
        return id;
    return transaction->commit().transform([&] { return *id; });
}

} // namespace

Result<RunId> addPreparedRun(const PerformWrite &perform, PreparedRun run, TakenKey taken)
{
    RunId id;
    auto written = perform([&](Connection &connection) {
        return writeAndFind(connection, run, taken).transform([&](RunId found) { id = found; });
    });
    return written.transform([&] { return id; });
}

} // namespace Decayscope
