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

Result<RunId> writeAndFind(Connection &connection, const PreparedRun &run)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return std::unexpected(std::move(transaction.error()));
    if (auto written = writeAsImport(connection, run); !written)
        return std::unexpected(std::move(written.error()));
    auto id = findRun(connection, run.summary.key);
    if (!id)
        return id;
    return transaction->commit().transform([&] { return *id; });
}

} // namespace

Result<RunId> addPreparedRun(const PerformWrite &perform, const PreparedRun &run)
{
    RunId id;
    auto written = perform([&](Connection &connection) {
        return writeAndFind(connection, run).transform([&](RunId found) { id = found; });
    });
    return written.transform([&] { return id; });
}

} // namespace Decayscope
