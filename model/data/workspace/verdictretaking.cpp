// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verdictretaking.h"

#include <store/runstore.h>
#include <store/transaction.h>
#include <store/verdictstore.h>

#include <algorithm>
#include <span>

namespace Decayscope {

namespace {

constexpr std::size_t versionsPerUnit = 50;

Result<std::vector<TakenVerdicts>> judged(
    Connection &connection, std::span<const VerdictBasis> bases, const Verifier &verifier)
{
    std::vector<TakenVerdicts> taken;
    for (const auto &basis : bases) {
        const auto patch = readPatch(connection, basis.version);
        if (!patch)
            return std::unexpected(patch.error());
        taken.push_back({basis.version, verifier.verify(*patch, basis.constraints)});
    }
    return taken;
}

Result<> write(Connection &connection, const std::vector<TakenVerdicts> &taken, const QString &version)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return std::unexpected(std::move(transaction.error()));
    return replaceVerdicts(connection, taken, version).and_then([&] { return transaction->commit(); });
}

} // namespace

Result<int> retakeVerdicts(
    const QString &storePath, const Verifier &verifier, const PerformWrite &perform, const Progress &progress)
{
    auto reading = Connection::open(storePath, OpenMode::ReadOnly);
    if (!reading)
        return std::unexpected(std::move(reading.error()));
    const auto bases = readVerdictBases(*reading);
    if (!bases)
        return std::unexpected(bases.error());

    const auto total = std::ssize(*bases);
    for (auto rest = std::span(*bases); !rest.empty(); rest = rest.subspan(std::min(rest.size(), versionsPerUnit))) {
        if (progress.isCancelled())
            return cancelled();
        const auto taken = judged(*reading, rest.first(std::min(rest.size(), versionsPerUnit)), verifier);
        if (!taken)
            return std::unexpected(taken.error());
        auto done = perform([&](Connection &writing) { return write(writing, *taken, verifier.version); });
        if (!done)
            return std::unexpected(std::move(done.error()));
        progress.report({.done = total - std::ssize(rest) + std::ssize(*taken), .total = total});
    }
    return static_cast<int>(total);
}

} // namespace Decayscope
