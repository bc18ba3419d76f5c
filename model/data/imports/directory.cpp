// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "directory.h"

#include "runfiles.h"

#include <QFile>
#include <QScopeGuard>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace Decayscope {

namespace {

constexpr int readFlags = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK;

std::unexpected<Error> systemFailure(int code)
{
    if (code == ELOOP)
        return failure(ErrorKind::Refused, QStringLiteral("it is a symbolic link, and links are not followed"));
    return failure(ErrorKind::Unreadable, QString::fromLocal8Bit(std::strerror(code)));
}

EntryType typeOfMode(mode_t mode)
{
    if (S_ISREG(mode))
        return EntryType::File;
    if (S_ISDIR(mode))
        return EntryType::Folder;
    return S_ISLNK(mode) ? EntryType::Link : EntryType::Other;
}

EntryType typeOf(int folder, const dirent &entry)
{
    if (entry.d_type != DT_UNKNOWN)
        return typeOfMode(DTTOIF(entry.d_type));
    struct stat status = {}; // some file systems leave the type to a second question
    return ::fstatat(folder, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? typeOfMode(status.st_mode)
                                                                              : EntryType::Other;
}

/// Reads to the end of the file, which may have grown or shrunk since it was asked for its size.
Result<QByteArray> readAll(int descriptor, qint64 expected, qint64 maxBytes)
{
    auto bytes = roomFor(expected);
    bytes.resizeForOverwrite(expected);
    qsizetype have = 0;
    for (;;) {
        if (have == bytes.size()) {
            char more = 0;
            const auto extra = ::read(descriptor, &more, 1);
            if (extra <= 0)
                break;
            bytes.append(more);
            ++have;
        }
        const auto got = ::read(descriptor, bytes.data() + have, static_cast<std::size_t>(bytes.size() - have));
        if (got < 0 && errno != EINTR)
            return systemFailure(errno);
        if (got == 0)
            break;
        have += std::max<ssize_t>(got, 0);
        if (have > maxBytes)
            return failure(ErrorKind::Refused, QStringLiteral("it is larger than any file of a run should be"));
    }
    bytes.truncate(have);
    return bytes;
}

} // namespace

Result<Directory> Directory::open(const QString &path)
{
    const auto descriptor = ::open(QFile::encodeName(path).constData(), readFlags | O_DIRECTORY);
    if (descriptor < 0)
        return systemFailure(errno);
    return Directory(descriptor);
}

Directory::Directory(Directory &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{ }

Directory &Directory::operator=(Directory &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

Directory::~Directory()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<Directory> Directory::folder(const QByteArray &name) const
{
    const auto descriptor = ::openat(m_descriptor, name.constData(), readFlags | O_DIRECTORY | O_NOFOLLOW);
    if (descriptor < 0)
        return systemFailure(errno);
    return Directory(descriptor);
}

Result<std::vector<DirectoryEntry>> Directory::entries() const
{
    const auto copy = ::openat(m_descriptor, ".", readFlags | O_DIRECTORY);
    auto *stream = copy < 0 ? nullptr : ::fdopendir(copy);
    if (!stream) {
        const auto code = errno;
        if (copy >= 0)
            ::close(copy);
        return systemFailure(code);
    }
    const auto closer = qScopeGuard([stream] { ::closedir(stream); });
    std::vector<DirectoryEntry> entries;
    errno = 0;
    while (const auto *entry = ::readdir(stream)) {
        const QByteArrayView name(entry->d_name);
        if (name != "." && name != "..")
            entries.push_back({.name = name.toByteArray(), .type = typeOf(m_descriptor, *entry)});
    }
    if (errno != 0)
        return systemFailure(errno);
    std::ranges::sort(entries, {}, &DirectoryEntry::name);
    return entries;
}

Result<QByteArray> Directory::file(const QByteArray &name, qint64 maxBytes) const
{
    const auto descriptor = ::openat(m_descriptor, name.constData(), readFlags | O_NOFOLLOW);
    if (descriptor < 0)
        return systemFailure(errno);
    const auto closer = qScopeGuard([descriptor] { ::close(descriptor); });
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0)
        return systemFailure(errno);
    if (!S_ISREG(status.st_mode))
        return failure(ErrorKind::Refused, QStringLiteral("it is no regular file"));
    if (status.st_size > maxBytes)
        return failure(ErrorKind::Refused, QStringLiteral("it is larger than any file of a run should be"));
    return readAll(descriptor, status.st_size, maxBytes);
}

} // namespace Decayscope
