// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exclusionmerging.h"

#include <store/runstore.h>
#include <store/snapshotreader.h>
#include <store/transaction.h>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

using Reasons = std::map<RunKey, QString>;

Reasons reasonsIn(const OtherStudy &other)
{
    Reasons reasons;
    for (const auto &run : other.snapshot.runs) {
        if (run.exclusion && !run.exclusion->trimmed().isEmpty())
            reasons.emplace(run.key, *run.exclusion);
    }
    return reasons;
}

/// Gives the runs that were excluded.
Result<std::vector<RunKey>> writeReasons(Connection &connection, const Reasons &reasons)
{
    const auto snapshot = readSnapshotWithin(connection);
    if (!snapshot)
        return std::unexpected(snapshot.error());
    std::vector<RunKey> excluded;
    for (const auto &run : snapshot->runs) {
        const auto reason = reasons.find(run.key);
        if (run.exclusion || reason == reasons.end())
            continue;
        if (auto written = writeExclusion(connection, {run.id}, reason->second); !written)
            return std::unexpected(std::move(written.error()));
        excluded.push_back(run.key);
    }
    return excluded;
}

void tell(const std::vector<RunKey> &excluded, const std::set<RunKey> &before, MergeReport &report)
{
    report.excluded += static_cast<int>(excluded.size());
    const auto known = std::ranges::count_if(excluded, [&](const RunKey &key) { return before.contains(key); });
    if (known > 0)
        report.warnings.append(
            u"Runs that were here already and are excluded now, as they are there: %1. Undoing the merge does not take "
            "them in again; do that in the list of runs."_s.arg(known));
}

} // namespace

Result<std::set<RunKey>> readRunKeys(const PerformWrite &perform)
{
    std::set<RunKey> keys;
    const auto read = perform([&](Connection &connection) {
        return readSnapshot(connection).transform([&](const StudySnapshot &snapshot) {
            for (const auto &run : snapshot.runs)
                keys.insert(run.key);
        });
    });
    if (!read)
        return std::unexpected(read.error());
    return keys;
}

Result<> mergeExclusions(
    const PerformWrite &perform, const OtherStudy &other, const std::set<RunKey> &before, MergeReport &report)
{
    const auto reasons = reasonsIn(other);
    if (reasons.empty())
        return {};
    return perform([&](Connection &connection) -> Result<> {
        auto transaction = Transaction::begin(connection);
        if (!transaction)
            return std::unexpected(std::move(transaction.error()));
        const auto excluded = writeReasons(connection, reasons);
        if (!excluded)
            return std::unexpected(excluded.error());
        if (excluded->empty())
            return {};
        return transaction->commit().transform([&] { tell(*excluded, before, report); });
    });
}

} // namespace Decayscope
