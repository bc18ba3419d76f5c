// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "descriptor.h"
#include "foldertree.h"

#include <QFile>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

constexpr int deepestCopied = 100; // Each level holds three descriptors.

QString systemText()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

/// Copies a tree, counting. Paths are only for messages; every step is taken from an open folder.
class Copier
{
public:
    Copier(const CopyLimits &limits, qsizetype rootLength, const Progress &progress)
        : m_limits(limits)
        , m_rootLength(rootLength)
        , m_progress(progress)
    { }

    Result<> copyFolder(int from, int to, const QString &path, int depth)
    {
        if (depth > deepestCopied)
            return failure(
                ErrorKind::Refused, u"Folders in \"%1\" are nested too deeply to be copied."_s.arg(path.left(200)));
        const auto close = [](DIR *entries) { ::closedir(entries); };
        const int copy = ::openat(from, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        const std::unique_ptr<DIR, decltype(close)> entries(copy < 0 ? nullptr : ::fdopendir(copy), close);
        if (!entries)
            return unreadable(path);
        while (const auto *entry = ::readdir(entries.get())) {
            const QByteArray name(static_cast<const char *>(entry->d_name));
            if (name == "." || name == "..")
                continue;
            if (auto copied = copyEntry(from, to, name, path + u'/' + QFile::decodeName(name), depth); !copied)
                return copied;
        }
        return {};
    }

private:
    Result<> copyEntry(int from, int to, const QByteArray &name, const QString &path, int depth)
    {
        if (m_progress.isCancelled())
            return cancelled();
        if (m_limits.leaveOut && m_limits.leaveOut(path.mid(m_rootLength + 1)))
            return {};
        struct stat info{};
        if (::fstatat(from, name.constData(), &info, AT_SYMLINK_NOFOLLOW) != 0)
            return unreadable(path);
        if (++m_entries > m_limits.entries)
            return failure(ErrorKind::Refused,
                u"There are more than %1 files at \"%2\"; choose a smaller folder."_s.arg(m_limits.entries).arg(path));
        if (S_ISDIR(info.st_mode))
            return copySubfolder(from, to, name, path, depth);
        if (S_ISLNK(info.st_mode))
            return copyLink(from, to, name, path);
        if (S_ISREG(info.st_mode))
            return copyFile(from, to, name, path);
        return {};
    }

    Result<> copySubfolder(int from, int to, const QByteArray &name, const QString &path, int depth)
    {
        const Descriptor source(::openat(from, name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!source.isOpen())
            return unreadable(path);
        if (::mkdirat(to, name.constData(), 0755) != 0 && errno != EEXIST)
            return unwritable(path);
        const Descriptor target(::openat(to, name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!target.isOpen() || !own(target.get()))
            return unwritable(path);
        return copyFolder(source.get(), target.get(), path, depth + 1);
    }

    Result<> copyLink(int from, int to, const QByteArray &name, const QString &path)
    {
        std::array<char, 4096> aim{};
        const auto length = ::readlinkat(from, name.constData(), aim.data(), aim.size() - 1);
        if (length < 0)
            return unreadable(path);
        ::unlinkat(to, name.constData(), 0);
        if (::symlinkat(aim.data(), to, name.constData()) != 0)
            return unwritable(path);
        if (m_limits.user >= 0
            && ::fchownat(to, name.constData(), ownerNumber(), ownerNumber(), AT_SYMLINK_NOFOLLOW) != 0)
            return unwritable(path);
        return {};
    }

    Result<> copyFile(int from, int to, const QByteArray &name, const QString &path)
    {
        const Descriptor source(
            ::openat(from, name.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
        struct stat info{};
        if (!source.isOpen() || ::fstat(source.get(), &info) != 0)
            return unreadable(path);
        if (!S_ISREG(info.st_mode))
            return {};
        // The length, not what it takes: a sparse file may fill the disk once it is copied or read.
        if (info.st_size > m_limits.bytes - m_bytes)
            return failure(
                ErrorKind::Refused, u"The folder is too large to be copied; \"%1\" is one too many."_s.arg(path));
        ::unlinkat(to, name.constData(), 0);
        const auto mode = (info.st_mode & 0111) != 0 ? 0755U : 0644U;
        const Descriptor target(
            ::openat(to, name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
        if (!target.isOpen() || !own(target.get()))
            return unwritable(path);
        return copyBytes(source.get(), target.get(), path);
    }

    Result<> copyBytes(int from, int to, const QString &path)
    {
        constexpr std::size_t portion = std::size_t{8} * 1024 * 1024;
        while (!m_progress.isCancelled()) {
            auto copied = ::copy_file_range(from, nullptr, to, nullptr, portion, 0);
            if (copied < 0 && (errno == EXDEV || errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP))
                copied = copyPlainly(from, to);
            if (copied < 0)
                return unwritable(path);
            if (copied == 0)
                return {};
            m_bytes += copied;
            if (m_bytes > m_limits.bytes)
                return failure(ErrorKind::Refused, u"\"%1\" grew too large while it was copied."_s.arg(path));
            m_progress.report({m_entries, 0, m_bytes, path});
        }
        return cancelled();
    }

    static ssize_t copyPlainly(int from, int to)
    {
        std::array<char, 65536> bytes; // NOLINT: filled by read()
        const auto size = ::read(from, bytes.data(), bytes.size());
        for (ssize_t done = 0; done < size;) {
            const auto written = ::write(to, bytes.data() + done, static_cast<std::size_t>(size - done));
            if (written < 0)
                return -1;
            done += written;
        }
        return size;
    }

    [[nodiscard]] unsigned ownerNumber() const { return static_cast<unsigned>(m_limits.user); }

    [[nodiscard]] bool own(int entry) const
    {
        return m_limits.user < 0 || ::fchown(entry, ownerNumber(), ownerNumber()) == 0;
    }

    static std::unexpected<Error> unreadable(const QString &path)
    {
        return failure(ErrorKind::Unreadable, u"Cannot read \"%1\"."_s.arg(path), systemText());
    }
    static std::unexpected<Error> unwritable(const QString &path)
    {
        return failure(
            ErrorKind::Unreadable, u"Cannot make a copy of \"%1\". Is the disk full?"_s.arg(path), systemText());
    }

    CopyLimits m_limits;
    qsizetype m_rootLength; ///< Of the folder's own path.
    const Progress &m_progress;
    qint64 m_entries = 0;
    qint64 m_bytes = 0;
};

} // namespace

Result<> copyTree(const QString &folder, int to, const CopyLimits &limits, const Progress &progress)
{
    const Descriptor from(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!from.isOpen() && (errno == ENOENT || errno == ENOTDIR))
        return failure(ErrorKind::NotFound, u"There is no folder \"%1\"."_s.arg(folder));
    if (!from.isOpen())
        return failure(ErrorKind::Unreadable, u"Cannot open the folder \"%1\"."_s.arg(folder), systemText());
    return Copier(limits, folder.size(), progress).copyFolder(from.get(), to, folder, 0);
}

} // namespace Decayscope
