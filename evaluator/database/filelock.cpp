// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filelock.h"

#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>
#include <utility>

namespace Decayscope {

using namespace Qt::StringLiterals;

Result<FileLock> FileLock::take(const QString &path, Kind kind, const Progress &progress)
{
    FileLock lock(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (lock.m_descriptor < 0)
        return failure(ErrorKind::Unreadable,
            u"The file \"%1\" cannot be made or opened. May you write in its folder, and is the disk full?"_s.arg(path),
            QString::fromLocal8Bit(std::strerror(errno)));
    const int operation = (kind == Kind::Shared ? LOCK_SH : LOCK_EX) | LOCK_NB;
    while (::flock(lock.m_descriptor, operation) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return failure(ErrorKind::Unreadable, u"The file \"%1\" cannot be locked."_s.arg(path),
                QString::fromLocal8Bit(std::strerror(errno)));
        if (progress.isCancelled())
            return cancelled();
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return lock;
}

FileLock::~FileLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

FileLock::FileLock(FileLock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{ }

FileLock &FileLock::operator=(FileLock &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

} // namespace Decayscope
