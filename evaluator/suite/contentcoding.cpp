// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contentcoding.h"

#include <QStringDecoder>

#include <brotli/decode.h>
#include <zlib.h>

#include <array>
#include <memory>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 oneMebibyte = qint64{1024} * 1024;
constexpr int gzipWindow = 15 + 16;
constexpr int zlibWindow = 15;
constexpr int rawWindow = -15;

using Piece = std::array<unsigned char, 65536>;

std::unexpected<Error> notEncoded(const QByteArray &coding)
{
    return failure(ErrorKind::InvalidInput,
        u"The answer's body is not encoded as %1 as it says."_s.arg(QString::fromLatin1(coding)));
}

std::unexpected<Error> tooLong(qint64 longest)
{
    return failure(ErrorKind::Refused, u"The answer's body unpacks to more than %1 MiB."_s.arg(longest / oneMebibyte));
}

bool append(QByteArray &text, const Piece &piece, std::size_t count, qint64 longest)
{
    text.append(reinterpret_cast<const char *>(piece.data()), static_cast<qsizetype>(count));
    return text.size() <= longest;
}

Result<QByteArray> inflated(const QByteArray &body, const QByteArray &coding, int window, qint64 longest)
{
    z_stream stream{};
    if (inflateInit2(&stream, window) != Z_OK)
        return failure(ErrorKind::Internal, u"The body cannot be unpacked."_s);
    const std::unique_ptr<z_stream, int (*)(z_stream *)> ending(&stream, inflateEnd);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(body.constData()));
    stream.avail_in = static_cast<uInt>(body.size());

    QByteArray text;
    Piece piece;
    for (auto status = Z_OK; status == Z_OK;) {
        stream.next_out = piece.data();
        stream.avail_out = static_cast<uInt>(piece.size());
        status = inflate(&stream, Z_SYNC_FLUSH);
        if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
            return notEncoded(coding);
        if (!append(text, piece, piece.size() - stream.avail_out, longest))
            return tooLong(longest);
        if (status == Z_OK && stream.avail_in == 0 && stream.avail_out > 0)
            break; // cut off, which the study's runner takes as it is
        if (status == Z_STREAM_END && window == gzipWindow && stream.avail_in > 0 && *stream.next_in != 0)
            status = inflateReset(&stream); // a further member; zeros are padding, and other codings end once
    }
    return text;
}

Result<QByteArray> unbrotlied(const QByteArray &body, const QByteArray &coding, qint64 longest)
{
    const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState *)> decoder(
        BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
    auto available = static_cast<std::size_t>(body.size());
    const auto *next = reinterpret_cast<const uint8_t *>(body.constData());
    QByteArray text;
    Piece piece;
    while (true) {
        auto room = piece.size();
        auto *out = piece.data();
        const auto status = BrotliDecoderDecompressStream(decoder.get(), &available, &next, &room, &out, nullptr);
        if (!append(text, piece, piece.size() - room, longest))
            return tooLong(longest);
        if (status == BROTLI_DECODER_RESULT_SUCCESS)
            return text;
        if (status != BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT)
            return notEncoded(coding);
    }
}

QByteArray charsetOf(const QByteArray &contentType)
{
    for (const auto &parameter : contentType.split(';')) {
        const auto equals = parameter.indexOf('=');
        if (equals < 0 || parameter.first(equals).trimmed().toLower() != "charset")
            continue;
        auto name = parameter.sliced(equals + 1).trimmed().toLower();
        name.replace('"', "");
        return name == "latin1" ? QByteArray("iso-8859-1") : name;
    }
    return {};
}

} // namespace

QString bodyText(const QByteArray &body, const QByteArray &contentType)
{
    QStringDecoder decoder(charsetOf(contentType).constData());
    const QString text = decoder.isValid() ? QString(decoder(body)) : QString::fromUtf8(body);
    return text.startsWith(QChar::ByteOrderMark) ? text.sliced(1)
                                                 : text; // a second one, which the study's runner forgives
}

Result<QByteArray> decodedBody(const QByteArray &body, const QByteArray &coding, qint64 longest)
{
    if (body.isEmpty())
        return body;
    const auto name = coding.trimmed().toLower();
    if (name == "gzip")
        return inflated(body, coding, gzipWindow, longest);
    if (name == "deflate")
        return inflated(body, coding, (body.front() & 0x0f) == 0x08 ? zlibWindow : rawWindow, longest);
    if (name == "br")
        return unbrotlied(body, coding, longest);
    return body;
}

} // namespace Decayscope
