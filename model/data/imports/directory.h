// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>

#include <QByteArray>

#include <vector>

namespace Decayscope {

enum class EntryType : quint8 { File, Folder, Link, Other };

struct DirectoryEntry
{
    QByteArray name; ///< As the system has it; `QFile::decodeName` makes it readable.
    EntryType type = EntryType::Other;
};

/// An open folder of the local disk. What lies in it is reached by name from here, so that links are never followed and
/// long paths are walked once. The errors' messages are the system's reasons alone: the caller knows the path.
class Directory
{
public:
    /// Follows links in `path` itself: the user named it.
    [[nodiscard]] static Result<Directory> open(const QString &path);

    Directory(Directory &&other) noexcept;
    Directory &operator=(Directory &&other) noexcept;
    ~Directory();

    [[nodiscard]] Result<Directory> folder(const QByteArray &name) const;

    /// All entries but "." and "..", sorted by name.
    [[nodiscard]] Result<std::vector<DirectoryEntry>> entries() const;

    /// The bytes of a regular file, with `spareBytes` of room behind them. Refused beyond `maxBytes`.
    [[nodiscard]] Result<QByteArray> file(const QByteArray &name, qint64 maxBytes) const;

private:
    explicit Directory(int descriptor)
        : m_descriptor(descriptor)
    { }

    int m_descriptor = -1;
};

} // namespace Decayscope
