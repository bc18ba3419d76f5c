// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "zipentry.h"

#include <base/progress.h>

#include <memory>

struct archive;

namespace Decayscope {

/// The contents of one entry, as far as they could be unpacked.
struct ZipContents
{
    QByteArray bytes; ///< Empty where they were only passed over.
    QString damage; ///< The reason they are not whole; empty where they are.
    bool isEnd = false; ///< The damage leaves nothing to read behind it.
};

/// A zip archive read from front to back as a stream, counting what really comes out of it.
class ZipArchive
{
public:
    /// Errors: Unreadable.
    [[nodiscard]] static Result<ZipArchive> open(const QString &path);

    /// The next entry, or nothing at the end. Errors: Damaged.
    [[nodiscard]] Result<std::optional<ZipEntry>> next();

    /// Unpacks the entry met last. Errors: Refused (a bomb), Cancelled.
    [[nodiscard]] Result<ZipContents> contents(const ZipEntry &entry, bool keep, const Progress &progress);

private:
    struct Closer
    {
        void operator()(archive *handle) const;
    };

    explicit ZipArchive(std::unique_ptr<archive, Closer> handle)
        : m_archive(std::move(handle))
    { }

    [[nodiscard]] qint64 position() const;
    [[nodiscard]] QString reason() const;

    std::unique_ptr<archive, Closer> m_archive;
    qint64 m_unpacked = 0;
};

} // namespace Decayscope
