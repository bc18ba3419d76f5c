// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "labelbook.h"

namespace Decayscope {

/// One line of a blinding certificate: an item of an annotator, when it was labelled and when its identity was shown.
struct CertificateLine
{
    QString annotator;
    ItemKey item;
    QString labelled; ///< Time of the last label before adjudication.
    QString revealed; ///< Time of the first reveal; empty for never.
    bool holds = false; ///< Labelled, and not revealed before.
    QByteArray hash; ///< Of the event that set the label.

    bool operator==(const CertificateLine &) const = default;
};

/// That a sample was labelled blind, as far as the journal says.
struct BlindingCertificate
{
    QString sample;
    QByteArray sampleHash;
    std::vector<CertificateLine> lines;
    QStringList problems; ///< Broken chains, missing events, labels after reveals; empty when all is well.
    QByteArray chain; ///< SHA-256 over the last hashes of all streams, sorted by stream.

    [[nodiscard]] bool holds() const { return problems.isEmpty(); }
};

[[nodiscard]] BlindingCertificate blindingCertificate(const LabelBook &book, const QString &sample);

/// Gaps, wrong hashes and doubled numbers of streams, as sentences that name stream and number.
[[nodiscard]] QStringList chainProblems(std::span<const LabelEvent> events);

/// The certificate as JSON with indentation, for keeping.
[[nodiscard]] QByteArray certificateJson(const BlindingCertificate &certificate);

} // namespace Decayscope
