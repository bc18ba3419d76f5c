// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundlescan.h"

#include <figurefiles/payloadparts.h>
#include <figurefiles/pictureformats.h>
#include <figurefiles/zlibpacking.h>

#include <QRegularExpression>

namespace Decayscope {

namespace {

/// Packed bytes hold any short word by chance: what they unpack to is looked at instead.
struct PdfParts
{
    QByteArray frame; ///< Everything but the streams, as ASCII.
    QByteArrayList streams; ///< Unpacked.
};

QByteArray asciiOf(QByteArrayView bytes)
{
    auto ascii = bytes.toByteArray();
    for (auto &byte : ascii)
        byte = static_cast<unsigned char>(byte) < 128 ? byte : ' ';
    return ascii;
}

PdfParts partsOf(QByteArrayView pdf)
{
    PdfParts parts;
    qsizetype behind = 0;
    for (auto start = pdf.indexOf("stream"); start >= 0; start = pdf.indexOf("stream", behind)) {
        auto from = start + 6;
        while (from < pdf.size() && (pdf.at(from) == '\r' || pdf.at(from) == '\n'))
            ++from;
        const auto end = pdf.indexOf("endstream", from);
        if (end < 0)
            break;
        const auto packed = pdf.sliced(from, end - from);
        parts.streams.append(zlibUnpacked(packed, longestFigureDocument).value_or(packed.toByteArray()));
        parts.frame += asciiOf(pdf.sliced(behind, start - behind));
        behind = end + 9;
    }
    parts.frame += asciiOf(pdf.sliced(behind));
    return parts;
}

QByteArrayList documentsOf(const Result<FigurePayload> &payload)
{
    QByteArrayList documents;
    for (const auto &part : payloadParts)
        documents.append(payload ? (*payload).*part.document : QByteArray());
    return documents;
}

/// Base64 holds short words by chance, too.
QByteArray withoutBase64(const QByteArray &svg)
{
    static const QRegularExpression packed(QStringLiteral("[A-Za-z0-9+/=]{200,}"));
    return QString::fromUtf8(svg).remove(packed).toUtf8();
}

/// Everything that a file says, piece by piece.
QByteArrayList piecesOf(const BundledFile &file)
{
    QByteArrayList pieces{file.path.toUtf8()};
    if (file.path.endsWith(u".pdf")) {
        const auto parts = partsOf(file.content);
        pieces += parts.streams + documentsOf(payloadOfPdf(file.content));
        pieces.append(parts.frame);
    } else if (file.path.endsWith(u".svg")) {
        pieces += documentsOf(payloadOfSvg(file.content));
        pieces.append(withoutBase64(file.content));
    } else {
        pieces.append(file.content);
    }
    return pieces;
}

} // namespace

QStringList identityTraces(const std::vector<BundledFile> &files, const WordMask &mask)
{
    QStringList traces;
    for (const auto &file : files) {
        for (const auto &bytes : piecesOf(file)) {
            if (const auto found = mask.foundIn(bytes)) {
                traces.append(QStringLiteral("%1 holds \"%2\"").arg(file.path, *found));
                break;
            }
        }
    }
    return traces;
}

} // namespace Decayscope
