// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runopening.h"

#include <domain/evaluationjson.h>
#include <imports/storedturns.h>
#include <store/requeststore.h>
#include <store/runstore.h>
#include <store/snapshotreader.h>
#include <store/transaction.h>
#include <store/verdictstore.h>

namespace Decayscope {

namespace {

template <typename T>
std::unexpected<Error> errorOf(Result<T> &failed)
{
    return std::unexpected(std::move(failed.error()));
}

/// Puts the value of a question into its place, or hands its error on.
template <typename T, typename Place>
Result<> taken(Result<T> answer, Place &place)
{
    if (!answer)
        return errorOf(answer);
    place = std::move(*answer);
    return {};
}

Result<RunText> readText(Connection &connection, RunId run, DocumentKind kind)
{
    return readDocument(connection, run, kind).transform([](std::optional<Document> document) {
        return document ? RunText{.path = document->path, .bytes = std::move(document->bytes)} : RunText{};
    });
}

/// A file of Mini-SWE-Agent and its like, or the events of a conversation; an empty one where there is neither.
Result<Document> readTrajectory(Connection &connection, RunId run)
{
    for (const auto kind : {DocumentKind::Trajectory, DocumentKind::TrajectoryEvents}) {
        auto document = readDocument(connection, run, kind);
        if (!document)
            return errorOf(document);
        if (*document)
            return std::move(**document);
    }
    return Document{.kind = DocumentKind::Trajectory};
}

/// Null where the run was evaluated elsewhere.
Result<std::shared_ptr<const EvaluationRecord>> readRecord(Connection &connection, RunId run)
{
    auto document = readDocument(connection, run, DocumentKind::Evaluation);
    if (!document)
        return errorOf(document);
    if (!*document)
        return nullptr;
    return readEvaluation((*document)->bytes).transform([](EvaluationRecord record) {
        return std::make_shared<const EvaluationRecord>(std::move(record));
    });
}

Result<Run> readSummary(Connection &connection, RunId id)
{
    return readRun(connection, id).and_then([&](std::optional<Run> run) -> Result<Run> {
        if (run)
            return std::move(*run);
        return failure(ErrorKind::NotFound,
            u"There is no run " % QString::number(id.value) % u" with content in this study. It may have been undone.");
    });
}

Result<std::shared_ptr<const RunReading>> readAll(Connection &connection, RunId run)
{
    const auto reading = std::make_shared<RunReading>();
    const auto text = [&](DocumentKind kind, RunText &place) { return taken(readText(connection, run, kind), place); };
    return taken(readSummary(connection, run), reading->run)
        .and_then([&] { return taken(readOrigin(connection, run), reading->origin); })
        .and_then([&] { return taken(readRequests(connection, run), reading->requests); })
        .and_then([&] { return taken(readVerdicts(connection, run, VerifierMode::Reference), reading->verdicts); })
        .and_then([&] { return taken(readVerdicts(connection, run, VerifierMode::Syntax), reading->syntaxVerdicts); })
        .and_then([&] { return taken(readVerifierVersions(connection, run), reading->verifiers); })
        .and_then([&] { return taken(readWarnings(connection, run), reading->warnings); })
        .and_then([&] { return text(DocumentKind::Patch, reading->patch); })
        .and_then([&] { return text(DocumentKind::ServerLog, reading->serverLog); })
        .and_then([&] { return text(DocumentKind::SetupLog, reading->setupLog); })
        .and_then([&] { return taken(readRecord(connection, run), reading->evaluation); })
        .and_then([&] { return taken(openTurnsOf(connection, run), reading->turns); })
        .transform([&] { return std::shared_ptr<const RunReading>(reading); });
}

} // namespace

Result<std::shared_ptr<const RunReading>> openRun(Connection &connection, RunId run)
{
    return readAtOnce(connection, [&] { return readAll(connection, run); });
}

Result<std::shared_ptr<const TurnSource>> openTurnsOf(Connection &connection, RunId run)
{
    auto trajectory = readTrajectory(connection, run);
    if (!trajectory)
        return errorOf(trajectory);
    auto state = readDocument(connection, run, DocumentKind::TrajectoryState);
    if (!state)
        return errorOf(state);
    return readTurns(connection, run).transform([&](std::vector<Turn> turns) {
        return openTurns(std::move(*trajectory), std::move(*state), std::move(turns));
    });
}

} // namespace Decayscope
