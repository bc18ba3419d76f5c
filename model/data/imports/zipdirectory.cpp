// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "zipdirectory.h"

#include <QFile>
#include <QtEndian>

#include <sys/stat.h>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qint64 endSize = 22;
constexpr qint64 locatorSize = 20;
constexpr qint64 wideEndSize = 56;
constexpr qint64 headerSize = 46;
constexpr qint64 longestComment = 65535;
constexpr quint32 inWideField = 0xFFFFFFFF;
constexpr quint16 wideField = 0x0001;
constexpr quint16 encryptionFlags = 0x0001 | 0x0040 | 0x2000;
constexpr std::array<int, 2> unixHosts{3, 19};

template <typename T>
T at(QByteArrayView bytes, qsizetype offset)
{
    return offset + qsizetype(sizeof(T)) <= bytes.size() ? qFromLittleEndian<T>(bytes.data() + offset) : T{};
}

struct Extent
{
    qint64 offset = 0;
    qint64 size = 0;
};

QByteArray readAt(QFile &file, qint64 offset, qint64 size)
{
    return offset >= 0 && file.seek(offset) ? file.read(size) : QByteArray();
}

std::optional<Extent> wideExtent(QFile &file, qint64 endOffset)
{
    const auto locator = readAt(file, endOffset - locatorSize, locatorSize);
    if (!locator.startsWith("PK\x06\x07"))
        return {};
    const auto end = readAt(file, at<qint64>(locator, 8), wideEndSize);
    if (!end.startsWith("PK\x06\x06"))
        return {};
    return Extent{.offset = at<qint64>(end, 48), .size = at<qint64>(end, 40)};
}

/// The directory an end record speaks of; nothing where it cannot be one, such as a signature inside the comment.
std::optional<Extent> extentOf(QFile &file, QByteArrayView end, qint64 endOffset)
{
    if (end.size() < endSize + at<quint16>(end, 20))
        return {};
    Extent extent{.offset = at<quint32>(end, 16), .size = at<quint32>(end, 12)};
    if (extent.offset == inWideField || extent.size == inWideField || at<quint16>(end, 10) == 0xFFFF)
        extent = wideExtent(file, endOffset).value_or(extent);
    if (extent.offset < 0 || extent.size < 0 || extent.size > endOffset - extent.offset)
        return {};
    if (extent.size > 0 && readAt(file, extent.offset, 4) != "PK\x01\x02")
        return {};
    return extent;
}

std::optional<Extent> directoryExtent(QFile &file)
{
    const auto tailSize = std::min(file.size(), endSize + longestComment);
    const auto tail = readAt(file, file.size() - tailSize, tailSize);
    for (auto found = tail.lastIndexOf("PK\x05\x06"); found >= 0;
        found = found == 0 ? -1 : tail.lastIndexOf("PK\x05\x06", found - 1)) {
        if (auto extent = extentOf(file, QByteArrayView(tail).sliced(found), file.size() - tailSize + found))
            return extent;
    }
    return {};
}

/// The 64-bit sizes that stand in an extra field when the plain ones are too small for them.
void widen(ZipEntry &entry, QByteArrayView extra)
{
    while (extra.size() >= 4) {
        const auto length = qsizetype{at<quint16>(extra, 2)};
        if (extra.size() < 4 + length)
            return;
        if (at<quint16>(extra, 0) == wideField) {
            auto field = extra.sliced(4, length);
            if (entry.size == inWideField) {
                entry.size = at<qint64>(field, 0);
                field = field.sliced(std::min<qsizetype>(8, field.size()));
            }
            if (entry.compressed == qint64{inWideField})
                entry.compressed = at<qint64>(field, 0);
            return;
        }
        extra = extra.sliced(4 + length);
    }
}

ZipEntry entryOf(QByteArrayView header, QByteArrayView name, QByteArrayView extra)
{
    ZipEntry entry{.name = name.toByteArray(), .size = at<quint32>(header, 24), .compressed = at<quint32>(header, 20)};
    widen(entry, extra);
    entry.isEncrypted = (at<quint16>(header, 8) & encryptionFlags) != 0;
    const auto isUnix = std::ranges::contains(unixHosts, at<quint16>(header, 4) >> 8);
    const auto type = isUnix ? (at<quint32>(header, 38) >> 16) & S_IFMT : 0;
    entry.isSpecial = type != 0 && type != S_IFREG && type != S_IFDIR;
    return entry;
}

} // namespace

Result<bool> readZipDirectory(QFile &file, const std::function<Result<>(const ZipEntry &)> &visit)
{
    const auto extent = directoryExtent(file);
    if (!extent || !file.seek(extent->offset))
        return false;
    for (qint64 done = 0; done < extent->size;) {
        const auto header = file.read(headerSize);
        if (header.size() < headerSize || !header.startsWith("PK\x01\x02"))
            return false;
        const qsizetype nameSize = at<quint16>(header, 28);
        const qsizetype extraSize = at<quint16>(header, 30);
        const qsizetype commentSize = at<quint16>(header, 32);
        const auto tail = file.read(nameSize + extraSize + commentSize);
        if (tail.size() < nameSize + extraSize + commentSize)
            return false;
        const QByteArrayView view(tail);
        if (auto taken = visit(entryOf(header, view.first(nameSize), view.sliced(nameSize, extraSize))); !taken)
            return std::unexpected(std::move(taken.error()));
        done += headerSize + tail.size();
    }
    return true;
}

} // namespace Decayscope
