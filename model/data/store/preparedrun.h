// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runbundle.h>

#include <utility>

namespace Decayscope {

/// A document ready for the store: packed, named by its hash.
struct PreparedDocument
{
    DocumentKind kind = DocumentKind::ServerLog;
    QString path;
    QByteArray hash;
    qint64 size = 0;
    QByteArray data; ///< zstd frame.
    std::optional<QByteArray> parts; ///< zstd frame of a CBOR array; absent for a single file.
    QByteArray indexText; ///< UTF-8, for patches and logs; empty where it is not searched.
};

/// A turn's text for the index; where its raw form lies stands in the run's turn list.
struct PreparedTurn
{
    int index = 0;
    QByteArray indexText; ///< UTF-8; may be empty.
};

/// A request with its assertions in the store's form.
struct PreparedRequest
{
    RequestResult result; ///< Without its assertions.
    QString assertionNames; ///< A JSON array.
    QString outcomes; ///< One letter each: p passed, f failed, s skipped.
    std::vector<std::pair<int, QString>> messages; ///< Why failed assertions failed, by their place in the list.
};

/// A run with all the work done that needs no database, so that the one writing thread only writes.
struct PreparedRun
{
    Run summary;
    QString origin;
    QByteArray contentHash;
    qint64 inputBytes = 0;
    VerifierVersions verifiers;
    std::vector<PreparedRequest> requests;
    std::vector<PreparedDocument> documents;
    std::vector<PreparedTurn> turns;
    QByteArray turnList; ///< zstd frame of a CBOR array.
    std::vector<ConstraintVerdict> verdicts; ///< Of the reference verifiers.
    std::vector<ConstraintVerdict> syntaxVerdicts;
    std::vector<ImportIssue> warnings;

    /// Bytes it holds in memory, about.
    [[nodiscard]] qint64 footprint() const;
};

/// Packs a bundle. Pure work for any thread.
[[nodiscard]] PreparedRun prepareRun(RunBundle &&bundle, const VerifierVersions &verifiers);

/// The parts of a document as they are stored, and back. Unpacking fails with Damaged.
[[nodiscard]] QByteArray packedParts(const std::vector<DocumentPart> &parts);
[[nodiscard]] Result<std::vector<DocumentPart>> unpackedParts(QByteArrayView packed);

/// Where turns lie, as it is stored, and back; their texts are left out. Unpacking fails with Damaged.
[[nodiscard]] QByteArray packedTurns(const std::vector<Turn> &turns);
[[nodiscard]] Result<std::vector<Turn>> unpackedTurns(QByteArrayView packed);

} // namespace Decayscope
