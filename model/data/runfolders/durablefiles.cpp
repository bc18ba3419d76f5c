// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "durablefiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> systemFailure(const QString &sentence, const QString &path)
{
    const auto why = QString::fromLocal8Bit(std::strerror(errno));
    return failure(ErrorKind::Unreadable, sentence.arg(path), why);
}

std::unexpected<Error> cannotWrite(const QString &path)
{
    return systemFailure(u"\"%1\" cannot be written. May you write in its folder, and is the disk full?"_s, path);
}

/// A descriptor that is closed with it.
class OpenFile
{
public:
    OpenFile(const QString &path, int flags)
        : m_descriptor(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC | O_NOFOLLOW, 0644))
    { }
    ~OpenFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    OpenFile(const OpenFile &) = delete;
    OpenFile &operator=(const OpenFile &) = delete;

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] bool sync() const { return ::fsync(m_descriptor) == 0; }
    [[nodiscard]] bool write(QByteArrayView bytes) const;

private:
    int m_descriptor;
};

bool OpenFile::write(QByteArrayView bytes) const
{
    while (!bytes.isEmpty()) {
        const auto written = ::write(m_descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes = bytes.sliced(written);
    }
    return true;
}

QString folderOf(const QString &path)
{
    return QFileInfo(path).path();
}

/// A name beside `path` that nobody else takes and that imports step over.
QString temporaryBeside(const QString &path)
{
    const QFileInfo info(path);
    const auto mark = QUuid::createUuid().toString(QUuid::Id128).first(12);
    return info.path() % "/."_L1 % info.fileName() % u'.' % mark % ".part"_L1;
}

int renameWithoutReplacing(const QByteArray &from, const QByteArray &to)
{
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return -1;
    // Network file systems do not know the flag. There only an empty folder could be replaced, and one is refused here.
    if (::access(to.constData(), F_OK) == 0) {
        errno = EEXIST;
        return -1;
    }
    return ::rename(from.constData(), to.constData());
}

/// Gives a file its name only where there is none of that name.
int linkOrMove(const QByteArray &from, const QByteArray &to)
{
    if (::link(from.constData(), to.constData()) == 0)
        return 0;
    return errno == EEXIST ? -1 : renameWithoutReplacing(from, to); // there are file systems without links
}

} // namespace

Result<> writeDurably(const QString &path, QByteArrayView bytes)
{
    const OpenFile file(path, O_WRONLY | O_CREAT | O_EXCL);
    if (!file.isOpen() || !file.write(bytes) || !file.sync())
        return cannotWrite(path);
    return {};
}

Result<> syncFolder(const QString &folder)
{
    const OpenFile opened(folder, O_RDONLY | O_DIRECTORY);
    // Some file systems cannot sync a folder and say so; theirs are written at once.
    if (!opened.isOpen() || (!opened.sync() && errno != EINVAL && errno != ENOTSUP))
        return systemFailure(u"The folder \"%1\" cannot be written to the disk."_s, folder);
    return {};
}

Result<> makeFolderDurably(const QString &folder)
{
    const QFileInfo info(folder);
    if (info.isDir())
        return {};
    const auto above = info.path();
    if (above != folder) {
        if (auto made = makeFolderDurably(above); !made)
            return made;
    }
    if (::mkdir(QFile::encodeName(folder).constData(), 0755) != 0 && errno != EEXIST)
        return systemFailure(u"The folder \"%1\" cannot be made. May you write there?"_s, folder);
    return syncFolder(above);
}

Result<bool> placeDurably(const QString &path, QByteArrayView bytes)
{
    const auto temporary = temporaryBeside(path);
    if (auto written = writeDurably(temporary, bytes); !written) {
        QFile::remove(temporary);
        return std::unexpected(written.error());
    }
    const auto placed = linkOrMove(QFile::encodeName(temporary), QFile::encodeName(path)) == 0;
    const auto why = errno;
    QFile::remove(temporary);
    errno = why;
    if (!placed && why != EEXIST)
        return cannotWrite(path);
    return syncFolder(folderOf(path)).transform([placed] { return placed; });
}

Result<> replaceDurably(const QString &path, QByteArrayView bytes)
{
    const auto temporary = temporaryBeside(path);
    auto written = writeDurably(temporary, bytes);
    if (written && std::rename(QFile::encodeName(temporary).constData(), QFile::encodeName(path).constData()) != 0)
        written = cannotWrite(path);
    if (!written) {
        QFile::remove(temporary);
        return written;
    }
    return syncFolder(folderOf(path));
}

Result<bool> moveFolderDurably(const QString &from, const QString &to)
{
    if (renameWithoutReplacing(QFile::encodeName(from), QFile::encodeName(to)) != 0) {
        if (errno == EEXIST || errno == ENOTEMPTY)
            return false;
        return systemFailure(u"The folder \"%1\" cannot get its name. May you write in its folder?"_s, to);
    }
    return syncFolder(folderOf(to)).transform([] { return true; });
}

} // namespace Decayscope
