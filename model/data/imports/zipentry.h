// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace Decayscope {

/// What an archive says of one of its entries.
struct ZipEntry
{
    QByteArray name; ///< Raw; folders end with a slash.
    qint64 size = 0; ///< Uncompressed, as declared; 0 where nothing is.
    std::optional<qint64> compressed; ///< As declared.
    bool isSpecial = false; ///< A link, a device or another thing that is neither file nor folder.
    bool isEncrypted = false;

    [[nodiscard]] bool isFolder() const { return name.endsWith('/'); }
};

/// Where in a run an entry lies.
struct ZipPlace
{
    QByteArray folder; ///< The run's folder in the archive.
    QString path; ///< Below it; empty for the folder itself.
};

/// Nothing for entries outside of runs, and for what systems leave beside them (hidden folders, "__MACOSX").
[[nodiscard]] std::optional<ZipPlace> placeOf(QByteArrayView name);

// What an archive may hold. A real results tree stays far below; archives made to harm do not.
inline constexpr qint64 maxZipEntries = 2'000'000;
inline constexpr qint64 maxZipEntryBytes = 512LL * 1024 * 1024;
inline constexpr qint64 maxZipBytes = 64LL * 1024 * 1024 * 1024;
inline constexpr qint64 maxZipRatio = 200;
inline constexpr qint64 ratioFreeBytes = 16LL * 1024 * 1024; ///< Up to here any ratio is fine.

/// Whether so many bytes from so few are what only an archive bomb does.
[[nodiscard]] bool isBombRatio(qint64 size, qint64 compressed);

/// An entry's name in the form messages show it: control characters and the like are not printed.
[[nodiscard]] QString printable(QByteArrayView name);

/// Refuses an entry that could do harm by its name, kind or size. Names are compared with others by the caller.
[[nodiscard]] Result<> checkedZipEntry(const ZipEntry &entry);

[[nodiscard]] std::unexpected<Error> refusedEntry(QByteArrayView name, const QString &reason);

} // namespace Decayscope
