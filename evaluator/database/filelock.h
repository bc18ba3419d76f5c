// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <base/result.h>

namespace Decayscope {

/// A lock among programs and threads, on a file; let go when this object is or the program ends.
class FileLock
{
public:
    enum class Kind : quint8 { Shared, Exclusive };

    /// Waits for the lock. The file is made where missing. Errors: Unreadable, Cancelled.
    [[nodiscard]] static Result<FileLock> take(const QString &path, Kind kind, const Progress &progress);

    ~FileLock();
    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&other) noexcept;

private:
    explicit FileLock(int descriptor)
        : m_descriptor(descriptor)
    { }

    int m_descriptor;
};

} // namespace Decayscope
