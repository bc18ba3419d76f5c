// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preparedrun.h"

#include "compression.h"
#include "listjson.h"

#include <QCborArray>
#include <QCborValue>

namespace Decayscope {

namespace {

bool isSearched(DocumentKind kind)
{
    return kind == DocumentKind::Patch || kind == DocumentKind::ServerLog || kind == DocumentKind::SetupLog;
}

PreparedDocument preparedDocument(Document &&document)
{
    PreparedDocument prepared{.kind = document.kind,
        .path = document.path,
        .size = document.bytes.size(),
        .data = compressed(document.bytes)};
    prepared.hash = frameHash(prepared.data);
    if (!document.parts.empty())
        prepared.parts = packedParts(document.parts);
    if (isSearched(document.kind))
        prepared.indexText = std::move(document.bytes);
    document.bytes.clear();
    return prepared;
}

PreparedRequest preparedRequest(RequestResult &&request)
{
    constexpr QChar letters[]{u'p', u'f', u's'};
    PreparedRequest prepared;
    QStringList names;
    for (const auto &assertion : request.assertions) {
        if (assertion.outcome == AssertionOutcome::Failed && !assertion.message.isEmpty())
            prepared.messages.emplace_back(static_cast<int>(names.size()), assertion.message);
        names.append(assertion.name);
        prepared.outcomes.append(letters[static_cast<int>(assertion.outcome)]);
    }
    prepared.assertionNames = listToJson(names);
    prepared.result = std::move(request);
    prepared.result.assertions.clear();
    return prepared;
}

Result<QCborArray> unpackedArray(QByteArrayView packed)
{
    return decompressedSize(packed)
        .and_then([&](qint64 size) { return decompressed(packed, size); })
        .transform([](const QByteArray &cbor) { return QCborValue::fromCbor(cbor).toArray(); });
}

} // namespace

QByteArray packedParts(const std::vector<DocumentPart> &parts)
{
    QCborArray array;
    for (const auto &part : parts)
        array.append(QCborArray{part.path, part.offset, part.length});
    return compressed(array.toCborValue().toCbor());
}

Result<std::vector<DocumentPart>> unpackedParts(QByteArrayView packed)
{
    return unpackedArray(packed).transform([](const QCborArray &array) {
        std::vector<DocumentPart> parts;
        for (const auto &part : array)
            parts.push_back({part[0].toString(), part[1].toInteger(), part[2].toInteger()});
        return parts;
    });
}

QByteArray packedTurns(const std::vector<Turn> &turns)
{
    QCborArray array;
    for (const auto &turn : turns)
        array.append(QCborArray{turn.index, static_cast<int>(turn.role), turn.offset, turn.length});
    return compressed(array.toCborValue().toCbor());
}

Result<std::vector<Turn>> unpackedTurns(QByteArrayView packed)
{
    return unpackedArray(packed).transform([](const QCborArray &array) {
        std::vector<Turn> turns;
        for (const auto &turn : array)
            turns.push_back({.index = static_cast<int>(turn[0].toInteger()),
                .role = static_cast<TurnRole>(turn[1].toInteger()),
                .offset = turn[2].toInteger(),
                .length = turn[3].toInteger()});
        return turns;
    });
}

qint64 PreparedRun::footprint() const
{
    qint64 bytes = 0;
    for (const auto &document : documents)
        bytes += document.data.size() + document.indexText.size();
    for (const auto &turn : turns)
        bytes += turn.indexText.size() + static_cast<qint64>(sizeof turn);
    return bytes;
}

PreparedRun prepareRun(RunBundle &&bundle, const VerifierVersions &verifiers)
{
    PreparedRun run{.summary = summaryOf(bundle),
        .origin = bundle.origin,
        .contentHash = bundle.contentHash,
        .inputBytes = bundle.bytes,
        .verifiers
        = {.reference = verifiers.reference, .syntax = bundle.syntaxVerdicts ? verifiers.syntax : QString()}};
    for (auto &document : bundle.documents)
        run.documents.push_back(preparedDocument(std::move(document)));
    run.turnList = packedTurns(bundle.turns);
    run.turns.reserve(bundle.turns.size());
    for (auto &turn : bundle.turns) {
        run.turns.push_back({turn.index, turn.text.toUtf8()});
        turn.text.clear();
    }
    for (auto &request : bundle.requests)
        run.requests.push_back(preparedRequest(std::move(request)));
    run.verdicts = std::move(bundle.verdicts);
    run.syntaxVerdicts = std::move(bundle.syntaxVerdicts).value_or(std::vector<ConstraintVerdict>());
    run.warnings = std::move(bundle.warnings);
    return run;
}

} // namespace Decayscope
