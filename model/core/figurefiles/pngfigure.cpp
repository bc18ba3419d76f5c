// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "payloadparts.h"
#include "pictureformats.h"
#include "zlibpacking.h"

#include <QtEndian>

#include <zlib.h>

#include <algorithm>
#include <array>
#include <span>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr QByteArrayView pngSignature("\x89PNG\r\n\x1a\n");
constexpr QByteArrayView keywordPrefix("Decayscope ");
constexpr std::array unwantedChunks{"tEXt"_L1, "zTXt"_L1, "iTXt"_L1, "tIME"_L1, "eXIf"_L1};

struct PngChunk
{
    QByteArrayView type;
    QByteArrayView data;
    QByteArrayView whole; ///< With length and checksum.
    bool isSound = false; ///< Its checksum holds.
};

quint32 checksumOf(QByteArrayView typeAndData)
{
    const auto *bytes = reinterpret_cast<const Bytef *>(typeAndData.data());
    return static_cast<quint32>(crc32(0, bytes, static_cast<uInt>(typeAndData.size())));
}

/// The chunks up to IEND; an empty list for what is no PNG or ends early.
std::vector<PngChunk> chunksOf(QByteArrayView bytes)
{
    constexpr qsizetype frame = 12; // length, type, checksum
    std::vector<PngChunk> chunks;
    if (!bytes.startsWith(pngSignature))
        return {};
    auto at = pngSignature.size();
    while (bytes.size() - at >= frame) {
        const auto length = qsizetype{qFromBigEndian<quint32>(bytes.data() + at)};
        if (length > bytes.size() - at - frame)
            return {};
        const auto checksum = qFromBigEndian<quint32>(bytes.data() + at + 8 + length);
        chunks.push_back({.type = bytes.sliced(at + 4, 4),
            .data = bytes.sliced(at + 8, length),
            .whole = bytes.sliced(at, length + frame),
            .isSound = checksumOf(bytes.sliced(at + 4, length + 4)) == checksum});
        if (chunks.back().type == "IEND")
            return chunks;
        at += length + frame;
    }
    return {};
}

void appendNumber(QByteArray &bytes, quint32 number)
{
    std::array<char, 4> place{};
    qToBigEndian(number, place.data());
    bytes.append(place.data(), 4);
}

void appendChunk(QByteArray &bytes, const QByteArray &typeAndData)
{
    appendNumber(bytes, static_cast<quint32>(typeAndData.size() - 4));
    bytes.append(typeAndData);
    appendNumber(bytes, checksumOf(typeAndData));
}

/// International text, compressed: its form has room for any character.
void appendText(QByteArray &bytes, const QByteArray &keyword, const QByteArray &utf8)
{
    if (!utf8.isEmpty())
        appendChunk(bytes, QByteArray("iTXt" + keyword + QByteArray("\0\1\0\0\0", 5) + zlibPacked(utf8)));
}

QByteArray texts(const FigurePayload &payload, const FigureTitle &title)
{
    QByteArray bytes;
    appendText(bytes, "Title", title.title.toUtf8());
    appendText(bytes, "Description", title.summary.toUtf8());
    appendText(bytes, "Software", title.program.toUtf8());
    appendText(bytes, "Creation Time", isoTime(title).toUtf8());
    for (const auto &part : payloadParts)
        appendText(bytes, keywordPrefix + QByteArray(part.name), payload.*part.document);
    return bytes;
}

/// The document of a text chunk; nothing where the chunk is not as this program writes it.
std::optional<QByteArray> documentIn(QByteArrayView text)
{
    if (!text.startsWith(QByteArrayView("\0\1\0\0\0", 5)))
        return std::nullopt;
    return zlibUnpacked(text.sliced(5), longestFigureDocument);
}

} // namespace

Result<QByteArray> pngWithPayload(const QByteArray &picture, const FigurePayload &payload, const FigureTitle &title)
{
    const auto chunks = chunksOf(picture);
    if (chunks.empty() || chunks.front().type != "IHDR")
        return damagedPicture(u"no PNG"_s);
    QByteArray bytes = pngSignature.toByteArray();
    bytes.append(chunks.front().whole).append(texts(payload, title));
    for (const auto &chunk : std::span(chunks).subspan(1)) {
        if (std::ranges::find(unwantedChunks, QLatin1StringView(chunk.type)) == unwantedChunks.end())
            bytes.append(chunk.whole);
    }
    return bytes;
}

Result<FigurePayload> payloadOfPng(const QByteArray &bytes)
{
    const auto chunks = chunksOf(bytes);
    if (chunks.empty())
        return failure(ErrorKind::Damaged, u"It is no whole PNG picture."_s);
    FigurePayload payload;
    for (const auto &chunk : chunks) {
        if (chunk.type != "iTXt" || !chunk.data.startsWith(keywordPrefix))
            continue;
        const auto text = chunk.data.sliced(keywordPrefix.size());
        const auto end = text.indexOf('\0');
        const auto *part = end < 0 ? nullptr : payloadPartNamed(text.first(end));
        if (part == nullptr)
            continue;
        auto document = chunk.isSound ? documentIn(text.sliced(end)) : std::nullopt;
        if (!document)
            return failure(ErrorKind::Damaged,
                u"Its part \"%1\" is damaged or larger than 16 MB."_s.arg(QLatin1StringView(part->name)));
        payload.*part->document = std::move(*document);
    }
    return payload;
}

} // namespace Decayscope
