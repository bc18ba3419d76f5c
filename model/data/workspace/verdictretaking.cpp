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
    Connection &connection, std::span<const VerdictBasis> bases, const Verifiers &verifiers)
{
    std::vector<TakenVerdicts> taken;
    for (const auto &basis : bases) {
        const auto patch = readPatch(connection, basis.version);
        if (!patch)
            return std::unexpected(patch.error());
        if (basis.reference)
            taken.push_back(
                {basis.version, VerifierMode::Reference, verifiers.reference.verify(*patch, basis.constraints)});
        if (basis.syntax)
            taken.push_back({basis.version, VerifierMode::Syntax, verifiers.syntax.verify(*patch, basis.constraints)});
    }
    return taken;
}

Result<> write(Connection &connection, const std::vector<TakenVerdicts> &taken, const VerifierVersions &verifiers)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return std::unexpected(std::move(transaction.error()));
    return replaceVerdicts(connection, taken, verifiers).and_then([&] { return transaction->commit(); });
}

} // namespace

Result<int> retakeVerdicts(const QString &storePath, const Verifiers &verifiers, const PerformWrite &perform,
    const Progress &progress, Retake retake)
{
    auto reading = Connection::open(storePath, OpenMode::ReadOnly);
    if (!reading)
        return std::unexpected(std::move(reading.error()));
    const auto bases = readVerdictBases(*reading, verifiers.versions(), retake);
    if (!bases)
        return std::unexpected(bases.error());

    const auto total = std::ssize(*bases);
    for (auto rest = std::span(*bases); !rest.empty();) {
        if (progress.isCancelled())
            return cancelled();
        const auto unit = rest.first(std::min(rest.size(), versionsPerUnit));
        const auto taken = judged(*reading, unit, verifiers);
        if (!taken)
            return std::unexpected(taken.error());
        auto done = perform([&](Connection &writing) { return write(writing, *taken, verifiers.versions()); });
        if (!done)
            return std::unexpected(std::move(done.error()));
        rest = rest.subspan(unit.size());
        progress.report({.done = total - std::ssize(rest), .total = total});
    }
    return static_cast<int>(total);
}

} // namespace Decayscope
