// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compression.h"

#include <QCryptographicHash>

#include <zstd.h>

#include <memory>

namespace Decayscope {

namespace {

/// Measured on a paper-sized study: 14 % of the input; level 3 makes it 13 % and takes a fifth longer.
constexpr int level = 1;

/// Far above any file that is read; a damaged frame must not make us ask for all the memory there is.
constexpr quint64 maxTextBytes = 4ULL * 1024 * 1024 * 1024;

template <auto free>
struct FreeWith
{
    template <typename T>
    void operator()(T *context) const
    {
        free(context);
    }
};

using CompressionContext = std::unique_ptr<ZSTD_CCtx, FreeWith<ZSTD_freeCCtx>>;

CompressionContext newCompressor()
{
    CompressionContext context(ZSTD_createCCtx());
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    return context;
}

ZSTD_CCtx *compressor()
{
    thread_local const auto context = newCompressor();
    return context.get();
}

/// Working memory that is not given back after every text: fresh memory would cost more than the packing.
QByteArray &scratch(std::size_t size)
{
    thread_local QByteArray memory;
    if (memory.size() < static_cast<qsizetype>(size))
        memory.resizeForOverwrite(static_cast<qsizetype>(size));
    return memory;
}

ZSTD_DCtx *decompressor()
{
    thread_local const std::unique_ptr<ZSTD_DCtx, FreeWith<ZSTD_freeDCtx>> context(ZSTD_createDCtx());
    return context.get();
}

/// Room behind every text: a parser that looks ahead then needs no copy.
constexpr qsizetype spareBytes = 64;

std::unexpected<Error> damagedText(const char *evidence)
{
    return failure(
        ErrorKind::Damaged, QStringLiteral("A stored text cannot be unpacked."), QString::fromLatin1(evidence));
}

} // namespace

QByteArray compressed(QByteArrayView bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    auto &frame = scratch(ZSTD_compressBound(size));
    const auto written
        = ZSTD_compress2(compressor(), frame.data(), static_cast<std::size_t>(frame.size()), bytes.data(), size);
    Q_ASSERT(!ZSTD_isError(written));
    return QByteArray(frame.constData(), static_cast<qsizetype>(written));
}

Result<qint64> decompressedSize(QByteArrayView frame)
{
    const auto size = ZSTD_getFrameContentSize(frame.data(), static_cast<std::size_t>(frame.size()));
    if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR)
        return damagedText("no frame with a size");
    if (size > maxTextBytes)
        return damagedText("the frame claims an impossible size");
    return static_cast<qint64>(size);
}

Result<QByteArray> decompressed(QByteArrayView frame, qint64 expectedSize)
{
    const auto size = decompressedSize(frame);
    if (!size)
        return std::unexpected(size.error());
    if (*size != expectedSize)
        return damagedText("the frame is of another size");
    QByteArray bytes;
    bytes.reserve(expectedSize + spareBytes);
    bytes.resizeForOverwrite(expectedSize);
    const auto read = ZSTD_decompressDCtx(decompressor(), bytes.data(), static_cast<std::size_t>(bytes.size()),
        frame.data(), static_cast<std::size_t>(frame.size()));
    if (ZSTD_isError(read))
        return damagedText(ZSTD_getErrorName(read));
    return bytes;
}

QByteArray frameHash(QByteArrayView frame)
{
    return QCryptographicHash::hash(frame, QCryptographicHash::Blake2b_256);
}

} // namespace Decayscope
