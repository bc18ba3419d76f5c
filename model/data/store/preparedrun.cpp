// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preparedrun.h"

#include "compression.h"

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
        .hash = textHash(document.bytes),
        .size = document.bytes.size(),
        .data = compressed(document.bytes)};
    if (!document.parts.empty())
        prepared.parts = packedParts(document.parts);
    if (isSearched(document.kind))
        prepared.indexText = std::move(document.bytes);
    document.bytes.clear();
    return prepared;
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
    const auto size = decompressedSize(packed);
    if (!size)
        return std::unexpected(size.error());
    const auto cbor = decompressed(packed, *size);
    if (!cbor)
        return std::unexpected(cbor.error());
    std::vector<DocumentPart> parts;
    const auto array = QCborValue::fromCbor(*cbor).toArray();
    for (const auto &part : array)
        parts.push_back({part[0].toString(), part[1].toInteger(), part[2].toInteger()});
    return parts;
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

PreparedRun prepareRun(RunBundle &&bundle, const QString &verifierVersion)
{
    PreparedRun run{.summary = summaryOf(bundle),
        .origin = bundle.origin,
        .contentHash = bundle.contentHash,
        .inputBytes = bundle.bytes,
        .verifierVersion = verifierVersion};
    for (auto &document : bundle.documents)
        run.documents.push_back(preparedDocument(std::move(document)));
    run.turns.reserve(bundle.turns.size());
    for (auto &turn : bundle.turns) {
        run.turns.push_back({turn.index, turn.role, turn.offset, turn.length, turn.text.toUtf8()});
        turn.text.clear();
    }
    run.requests = std::move(bundle.requests);
    run.verdicts = std::move(bundle.verdicts);
    run.warnings = std::move(bundle.warnings);
    return run;
}

} // namespace Decayscope
