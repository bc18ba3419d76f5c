// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "zlibpacking.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <memory>

namespace Decayscope {

namespace {

struct InflateEnd
{
    void operator()(z_stream *stream) const { inflateEnd(stream); }
};

constexpr qsizetype stepSize = qsizetype{64} * 1024;

} // namespace

QByteArray zlibPacked(const QByteArray &bytes)
{
    auto size = compressBound(static_cast<uLong>(bytes.size()));
    QByteArray packed(static_cast<qsizetype>(size), Qt::Uninitialized);
    const auto status = compress2(reinterpret_cast<Bytef *>(packed.data()), &size,
        reinterpret_cast<const Bytef *>(bytes.constData()), static_cast<uLong>(bytes.size()), Z_BEST_COMPRESSION);
    packed.resize(status == Z_OK ? static_cast<qsizetype>(size) : 0);
    return packed;
}

std::optional<QByteArray> zlibUnpacked(QByteArrayView packed, qsizetype most)
{
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return std::nullopt;
    const std::unique_ptr<z_stream, InflateEnd> end(&stream);
    stream.next_in = const_cast<Bytef *>(reinterpret_cast<const Bytef *>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());

    QByteArray bytes;
    std::array<char, stepSize> step{};
    int status = Z_OK;
    while (status == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef *>(step.data());
        stream.avail_out = static_cast<uInt>(step.size());
        status = inflate(&stream, Z_NO_FLUSH);
        bytes.append(step.data(), stepSize - static_cast<qsizetype>(stream.avail_out));
        if (bytes.size() > most)
            return std::nullopt;
    }
    return status == Z_STREAM_END ? std::optional(bytes) : std::nullopt;
}

} // namespace Decayscope
