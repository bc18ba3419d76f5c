// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <base/result.h>

#include <functional>
#include <memory>

namespace Decayscope {

/// A temporary folder of a run, on disk and with everything in it belonging to the sandbox's user; it goes with this
/// object, and those a killed program left behind go when the next one is made.
class RunFolder
{
public:
    /// A new one below /var/tmp, or where temporary files go. `user` owns it; -1 leaves it to this process. Errors:
    /// Unreadable.
    [[nodiscard]] static Result<std::unique_ptr<RunFolder>> make(int user);

    /// Takes an existing folder over; `lock` is a descriptor of the folder itself, locked.
    explicit RunFolder(QString path, int user, int lock);
    ~RunFolder();
    RunFolder(const RunFolder &) = delete;
    RunFolder &operator=(const RunFolder &) = delete;

    [[nodiscard]] const QString &path() const { return m_path; }

    /// Copies what is in a folder of the user's to `name` below this one. Links are copied as links, never followed;
    /// pipes, sockets and devices are left out. Errors: NotFound, Unreadable, Refused (beyond `longest` bytes or
    /// 1,000,000 entries), Cancelled. What `leaveOut` says yes to, asked with paths relative to `folder`, stays behind.
    [[nodiscard]] Result<> copyIn(const QString &folder, const QString &name, qint64 longest, const Progress &progress,
        const std::function<bool(const QString &)> &leaveOut = {});

    /// Makes an empty folder, or a file, below this one, for the sandbox's user. `name` is relative and climbs nowhere.
    [[nodiscard]] Result<QString> makeFolder(const QString &name);
    [[nodiscard]] Result<QString> writeFile(const QString &name, QByteArrayView content);

private:
    [[nodiscard]] Result<int> openParent(const QString &name) const;
    [[nodiscard]] bool own(int entry) const;

    QString m_path;
    int m_user; ///< Owner of what is made here; -1 leaves it to this process.
    int m_lock; ///< Descriptor that tells other programs the folder is in use.
};

} // namespace Decayscope
