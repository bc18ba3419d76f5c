// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "zipentry.h"

#include "runcatalog.h"

#include <algorithm>

namespace Decayscope {

namespace {

bool startsWithDrive(QByteArrayView name)
{
    return name.size() >= 2 && name[1] == ':' && ((name[0] | 0x20) >= 'a' && (name[0] | 0x20) <= 'z');
}

bool climbsOut(QByteArrayView name)
{
    const auto parts = name.toByteArray().split('/');
    return std::ranges::find(parts, "..") != parts.end();
}

} // namespace

std::optional<ZipPlace> placeOf(QByteArrayView name)
{
    qsizetype start = 0;
    while (start < name.size()) {
        auto end = name.indexOf('/', start);
        end = end < 0 ? name.size() : end;
        const auto part = name.sliced(start, end - start);
        if (part.startsWith('.') || part == "__MACOSX")
            return {};
        if (end < name.size() && part.startsWith("run_") && isRunFolderName(QString::fromUtf8(part)))
            return ZipPlace{.folder = name.first(end).toByteArray(), .path = QString::fromUtf8(name.sliced(end + 1))};
        start = end + 1;
    }
    return {};
}

bool isBombRatio(qint64 size, qint64 compressed)
{
    return size > ratioFreeBytes && size / maxZipRatio > std::max<qint64>(compressed, 1);
}

QString printable(QByteArrayView name)
{
    auto text = QString::fromUtf8(name.first(std::min<qsizetype>(name.size(), 300)));
    for (auto &c : text) {
        if (!c.isPrint() && !c.isSurrogate())
            c = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

std::unexpected<Error> refusedEntry(QByteArrayView name, const QString &reason)
{
    return failure(ErrorKind::Refused,
        QStringLiteral("The archive is refused: its entry \"%1\" %2. Nothing more is taken from it.")
            .arg(printable(name), reason));
}

Result<> checkedZipEntry(const ZipEntry &entry)
{
    const auto &name = entry.name;
    if (name.isEmpty() || name.contains('\0'))
        return refusedEntry(name, QStringLiteral("has an empty name or a zero byte in its name"));
    if (name.contains('\\'))
        return refusedEntry(name, QStringLiteral("has a backslash in its name"));
    if (name.startsWith('/') || startsWithDrive(name))
        return refusedEntry(name, QStringLiteral("has an absolute path"));
    if (climbsOut(name))
        return refusedEntry(name, QStringLiteral("climbs out of the archive by \"..\""));
    if (entry.isSpecial)
        return refusedEntry(name, QStringLiteral("is a link or a device"));
    if (entry.isEncrypted)
        return refusedEntry(name, QStringLiteral("is encrypted"));
    if (entry.size < 0 || entry.size > maxZipEntryBytes)
        return refusedEntry(name, QStringLiteral("is larger than 512 MB"));
    if (entry.compressed && isBombRatio(entry.size, *entry.compressed))
        return refusedEntry(name, QStringLiteral("grows more than two-hundredfold when unpacked, as archive bombs do"));
    return {};
}

} // namespace Decayscope
