// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

class QFile;
class QTemporaryFile;

namespace Decayscope {

/// What is kept of an answer beside its body.
struct MirrorEntry
{
    QByteArray url;
    QByteArray type; ///< Content type.
    QByteArray etag; ///< May be empty.
    qint64 lifetime = 0; ///< Seconds it is good for without asking again; -1: for ever.
    qint64 size = 0; ///< Of the body, in bytes.

    bool operator==(const MirrorEntry &) const = default;
};

/// An answer's body with what is kept beside it. The file stands at its beginning.
struct MirrorHit
{
    MirrorEntry entry;
    std::shared_ptr<QFile> file; ///< Open for reading; the body is its first `entry.size` bytes.
    bool isFresh = false;
};

/// Answers of registries on disk, one file each: the body, and behind it what is kept beside it. Files appear whole or
/// not at all, so that several programs may share the folder; one that is damaged counts as absent.
class MirrorCache
{
public:
    MirrorCache(QString folder, qint64 longest);

    [[nodiscard]] std::optional<MirrorHit> find(const QByteArray &key, const QByteArray &url) const;

    /// A file to write a body to; removed again unless it is stored. Errors: Unreadable.
    [[nodiscard]] Result<std::unique_ptr<QTemporaryFile>> makeFile() const;

    /// Puts a written body in place of what was there. Errors: Unreadable.
    [[nodiscard]] Result<MirrorHit> store(const QByteArray &key, MirrorEntry entry, QTemporaryFile &body);

    /// The body of an answer that must not be kept: gone when nobody reads it any more. Errors: Unreadable.
    [[nodiscard]] static Result<MirrorHit> pass(MirrorEntry entry, QTemporaryFile &body);

    /// The registry says that what is kept is still right.
    void renew(const QByteArray &key) const;

    /// Removes what was not used for longest until the folder is within its size, and left-over pieces.
    void tidy(const QString &newest = {});

private:
    [[nodiscard]] QString fileOf(const QByteArray &key) const;

    QString m_folder;
    qint64 m_longest;
    qint64 m_written = 0; ///< Since the last tidying.
};

} // namespace Decayscope
