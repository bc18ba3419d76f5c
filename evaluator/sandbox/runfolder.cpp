// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runfolder.h"

#include "descriptor.h"
#include "foldertree.h"
#include "sandboxnamespace.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

QString systemText()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

QString placeOfFolders()
{
    const auto lasting = u"/var/tmp"_s;
    return ::access("/var/tmp", W_OK | X_OK) == 0 ? lasting : QDir::tempPath();
}

Descriptor openFolder(const QString &path)
{
    return Descriptor(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
}

bool isOurs(const struct stat &info)
{
    return info.st_uid == ::geteuid() || static_cast<int>(info.st_uid) == sandboxOuterUser();
}

/// Takes the lock of a folder that nobody holds and that is still there.
bool lockFolder(const Descriptor &folder)
{
    struct stat info{};
    return folder.isOpen() && ::flock(folder.get(), LOCK_EX | LOCK_NB) == 0 && ::fstat(folder.get(), &info) == 0
        && info.st_nlink > 0 && isOurs(info);
}

bool removeFolder(const QString &path, int folder)
{
    [[maybe_unused]] const auto opened = ::fchmod(folder, S_IRWXU);
    return emptyFolder(folder) && ::rmdir(QFile::encodeName(path).constData()) == 0;
}

/// Folders whose programs were killed hold no lock any more.
void removeStaleFolders(const QString &place)
{
    static const QRegularExpression pattern(u"^decayscope-run-[A-Za-z0-9]{6}$"_s);
    const auto names = QDir(place).entryList({u"decayscope-run-*"_s}, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const auto &name : names) {
        const QString path = place + u'/' + name;
        if (!pattern.match(name).hasMatch())
            continue;
        // One that even its owner may not read was left in the middle of its removal, or by somebody else.
        struct stat info{};
        if (::lstat(QFile::encodeName(path).constData(), &info) != 0 || !S_ISDIR(info.st_mode) || !isOurs(info))
            continue;
        if (const auto folder = openFolder(path); lockFolder(folder)) [[maybe_unused]]
            const auto removed = removeFolder(path, folder.get());
    }
}

/// Parts of a relative path that climbs nowhere; empty for any other.
QStringList partsOf(const QString &name)
{
    auto parts = name.split(u'/', Qt::SkipEmptyParts);
    const auto isWrong = [](const QString &part) {
        return part == u"." || part == u".." || part.contains(QChar(0)) || part.size() > 255;
    };
    if (name.startsWith(u'/') || std::ranges::any_of(parts, isWrong))
        return {};
    return parts;
}

std::unexpected<Error> climbing(const QString &name)
{
    return failure(ErrorKind::Refused, u"\"%1\" is no name below a run's folder."_s.arg(name.left(200)));
}

} // namespace

Result<std::unique_ptr<RunFolder>> RunFolder::make(int user)
{
    const auto place = placeOfFolders();
    removeStaleFolders(place);
    for (int attempt = 0; attempt < 10; ++attempt) {
        auto pattern = QFile::encodeName(place + u"/decayscope-run-XXXXXX"_s);
        if (::mkdtemp(pattern.data()) == nullptr)
            break;
        const auto path = QFile::decodeName(pattern);
        auto folder = openFolder(path);
        // Another program may have taken it for a forgotten one, in the moment before it was locked.
        if (!lockFolder(folder))
            continue;
        if (user < 0 || ::fchown(folder.get(), static_cast<unsigned>(user), static_cast<unsigned>(user)) == 0)
            return std::make_unique<RunFolder>(path, user, folder.release());
        const auto evidence = systemText();
        ::rmdir(pattern.constData());
        return failure(
            ErrorKind::Unreadable, u"Cannot give the folder \"%1\" to the sandbox's user."_s.arg(path), evidence);
    }
    return failure(ErrorKind::Unreadable,
        u"Cannot make a folder below \"%1\". Is the disk full, or may you not write there?"_s.arg(place), systemText());
}

RunFolder::RunFolder(QString path, int user, int lock)
    : m_path(std::move(path))
    , m_user(user)
    , m_lock(lock)
{ }

RunFolder::~RunFolder()
{
    if (m_lock < 0)
        return;
    // A second time, for what a process in its last moments may have written.
    if (!removeFolder(m_path, m_lock)) [[maybe_unused]]
        const auto removed = removeFolder(m_path, m_lock);
    ::close(m_lock);
}

bool RunFolder::own(int entry) const
{
    return m_user < 0 || ::fchown(entry, static_cast<unsigned>(m_user), static_cast<unsigned>(m_user)) == 0;
}

/// The folder in which `name` stands, made where it is missing. What runs in a sandbox may have put links in the way.
Result<int> RunFolder::openParent(const QString &name) const
{
    auto parts = partsOf(name);
    if (parts.isEmpty())
        return climbing(name);
    parts.removeLast();
    Descriptor folder(openBeneath(m_lock, ".", O_RDONLY | O_DIRECTORY));
    for (const auto &part : parts) {
        const auto bytes = QFile::encodeName(part);
        const bool isNew = ::mkdirat(folder.get(), bytes.constData(), 0755) == 0;
        folder.reset(openBeneath(folder.get(), bytes, O_RDONLY | O_DIRECTORY));
        if (!folder.isOpen() || (isNew && !own(folder.get())))
            return failure(ErrorKind::Unreadable, u"Cannot make the folder of \"%1\" in \"%2\"."_s.arg(name, m_path),
                systemText());
    }
    return folder.release();
}

Result<QString> RunFolder::makeFolder(const QString &name)
{
    auto parent = openParent(name);
    if (!parent)
        return std::unexpected(std::move(parent.error()));
    const Descriptor in(*parent);
    const auto last = QFile::encodeName(partsOf(name).constLast());
    const bool isNew = ::mkdirat(in.get(), last.constData(), 0755) == 0;
    const Descriptor folder(openBeneath(in.get(), last, O_RDONLY | O_DIRECTORY));
    if (!folder.isOpen() || (isNew && !own(folder.get())))
        return failure(
            ErrorKind::Unreadable, u"Cannot make the folder \"%1\" in \"%2\"."_s.arg(name, m_path), systemText());
    return QString(m_path + u'/' + partsOf(name).join(u'/'));
}

Result<QString> RunFolder::writeFile(const QString &name, QByteArrayView content)
{
    auto parent = openParent(name);
    if (!parent)
        return std::unexpected(std::move(parent.error()));
    const Descriptor in(*parent);
    const auto last = QFile::encodeName(partsOf(name).constLast());
    ::unlinkat(in.get(), last.constData(), 0);
    const Descriptor file(
        ::openat(in.get(), last.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644));
    bool isWritten = file.isOpen() && own(file.get());
    while (isWritten && !content.isEmpty()) {
        const auto size = ::write(file.get(), content.constData(), static_cast<std::size_t>(content.size()));
        isWritten = size > 0;
        content = isWritten ? content.sliced(size) : content;
    }
    if (!isWritten)
        return failure(ErrorKind::Unreadable, u"Cannot write \"%1\" in \"%2\". Is the disk full?"_s.arg(name, m_path),
            systemText());
    return QString(m_path + u'/' + partsOf(name).join(u'/'));
}

Result<> RunFolder::copyIn(const QString &folder, const QString &name, qint64 longest, const Progress &progress,
    const std::function<bool(const QString &)> &leaveOut)
{
    if (auto made = makeFolder(name); !made)
        return std::unexpected(std::move(made.error()));
    const Descriptor to(openBeneath(m_lock, QFile::encodeName(name), O_RDONLY | O_DIRECTORY));
    if (!to.isOpen())
        return failure(ErrorKind::Unreadable, u"Cannot open \"%1\" in \"%2\"."_s.arg(name, m_path), systemText());
    return copyTree(folder, to.get(), {.bytes = longest, .user = m_user, .leaveOut = leaveOut}, progress);
}

} // namespace Decayscope
