// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storedrun.h"

#include "runchecks.h"
#include "turntexts.h"

#include <store/requeststore.h>
#include <store/runstore.h>
#include <store/transaction.h>
#include <store/verdictstore.h>

namespace Decayscope {

namespace {

/// Puts the value of a question into its place, or hands its error on.
template <typename T, typename Place>
Result<> fill(Result<T> answer, Place &place)
{
    if (!answer)
        return std::unexpected(std::move(answer.error()));
    place = std::move(*answer);
    return {};
}

/// A run as it was read from its files, with its verdicts.
struct StoredRun
{
    RunBundle bundle;
    VerifierVersions verifiers;
};

Result<> readParts(Connection &other, RunId run, StoredRun &stored)
{
    auto &bundle = stored.bundle;
    return fill(readRequests(other, run), bundle.requests)
        .and_then([&] { return fill(readDocuments(other, run), bundle.documents); })
        .and_then([&] { return fill(readTurns(other, run), bundle.turns); })
        .and_then([&] { return fill(readWarnings(other, run), bundle.warnings); })
        .and_then([&] { return fill(readVerifierVersions(other, run), stored.verifiers); })
        .and_then([&] { return fill(readVerdicts(other, run, VerifierMode::Reference), bundle.verdicts); })
        .and_then([&]() -> Result<> {
            if (stored.verifiers.syntax.isEmpty())
                return {};
            return fill(readVerdicts(other, run, VerifierMode::Syntax), bundle.syntaxVerdicts);
        });
}

Result<StoredRun> readAll(Connection &other, const Run &run, const RunContent &content)
{
    StoredRun stored{.bundle = {.key = run.key,
                         .task = run.task,
                         .origin = content.origin,
                         .contentHash = content.hash,
                         .bytes = content.inputBytes,
                         .termination = run.termination,
                         .tokens = run.tokens,
                         .allTokens = run.allTokens},
        .verifiers = {}};
    auto done = weighRun(other, run.id)
                    .and_then(checkWeight)
                    .and_then([&] { return checkTexts(other, run.id); })
                    .and_then([&] { return readParts(other, run.id, stored); });
    if (!done)
        return std::unexpected(std::move(done.error()));
    return stored;
}

} // namespace

Result<PreparedRun> readStoredRun(Connection &other, const Run &run, const RunContent &content)
{
    if (auto fit = checkRun(run, content); !fit)
        return std::unexpected(std::move(fit.error()));
    auto stored = readAtOnce(other, [&] { return readAll(other, run, content); });
    if (!stored)
        return std::unexpected(std::move(stored.error()));
    if (auto fit = checkBundle(stored->bundle, run); !fit)
        return std::unexpected(std::move(fit.error()));
    fillTurnTexts(stored->bundle);
    return prepareRun(std::move(stored->bundle), stored->verifiers);
}

} // namespace Decayscope
