// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundlefolder.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t mostFiles = 20'000;
constexpr qint64 largestFile = qint64{512} * 1024 * 1024;
constexpr qint64 largestBundle = qint64{2} * 1024 * 1024 * 1024;

/// Why an entry of a bundle's folder is none that a bundle has.
std::optional<QString> oddityOf(const QFileInfo &entry, const QString &path)
{
    if (entry.isSymLink())
        return u"is a link"_s;
    if (!isBundlePath(path))
        return u"has a name that no file of a bundle has"_s;
    if (!entry.isFile() && !entry.isDir())
        return u"is neither a file nor a folder"_s;
    if (entry.isFile() && entry.size() > largestFile)
        return u"is larger than 512 MB"_s;
    return std::nullopt;
}

/// Fills files with the paths of all files; their contents come later.
Result<std::vector<BundledFile>> listedFiles(const QDir &folder)
{
    std::vector<BundledFile> files;
    qint64 bytes = 0;
    std::size_t entries = 0;
    QDirIterator all(folder.path(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
        QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const auto entry = all.nextFileInfo();
        const auto path = folder.relativeFilePath(entry.filePath());
        if (const auto oddity = oddityOf(entry, path))
            return failure(ErrorKind::Refused,
                u"\"%1\" in \"%2\" %3. Take the bundle anew from where it came."_s.arg(
                    path.left(200), folder.path(), *oddity));
        bytes += entry.isFile() ? entry.size() : 0;
        if (++entries > mostFiles || bytes > largestBundle)
            return failure(ErrorKind::Refused,
                u"\"%1\" holds more than %2 files or 2 GB: it is no bundle."_s.arg(folder.path()).arg(mostFiles));
        if (entry.isFile())
            files.push_back({.path = path, .content = {}});
    }
    std::ranges::sort(files, {}, &BundledFile::path);
    return files;
}

std::unexpected<Error> notWritten(const QString &path, const QString &cause)
{
    return failure(ErrorKind::Unreadable,
        u"The bundle cannot be written to \"%1\". Choose a folder that you may write to, with room."_s.arg(path),
        cause);
}

Result<> writeFile(const QDir &folder, const BundledFile &file)
{
    const auto path = folder.filePath(file.path);
    QFile written(path);
    const bool isDone = isBundlePath(file.path) && folder.mkpath(QFileInfo(file.path).path())
        && written.open(QIODevice::WriteOnly | QIODevice::NewOnly) && written.write(file.content) == file.content.size()
        && written.flush();
    return isDone ? Result<>() : notWritten(path, written.errorString());
}

} // namespace

Result<std::vector<BundledFile>> readBundleFolder(const QString &folder, const Progress &progress)
{
    const QFileInfo info(folder);
    if (!info.isDir())
        return failure(ErrorKind::NotFound, u"There is no folder \"%1\"."_s.arg(folder));
    const QDir root(info.absoluteFilePath()); // Paths of entries are relative to it, wherever this program runs.
    auto files = listedFiles(root);
    if (!files)
        return files;
    for (auto &file : *files) {
        if (progress.isCancelled())
            return cancelled();
        QFile read(root.filePath(file.path));
        if (!read.open(QIODevice::ReadOnly))
            return failure(ErrorKind::Unreadable, u"\"%1\" cannot be read."_s.arg(read.fileName()), read.errorString());
        file.content = read.read(largestFile + 1);
        if (file.content.size() > largestFile)
            return failure(ErrorKind::Refused, u"\"%1\" is larger than 512 MB."_s.arg(read.fileName()));
    }
    return files;
}

Result<> checkBundleFolder(const QString &folder)
{
    const QFileInfo info(QDir::cleanPath(QFileInfo(folder).absoluteFilePath()));
    const auto refused = [&](const QString &why) {
        return failure(ErrorKind::InvalidInput, u"The bundle cannot go to \"%1\": %2."_s.arg(folder, why));
    };
    if (info.isSymLink() || (info.exists() && !info.isDir()))
        return refused(u"it is no folder. Name one that is not there yet"_s);
    if (info.exists()
        && !QDir(info.filePath()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        return refused(u"the folder is not empty. Name one that is not there yet"_s);
    if (!QFileInfo(info.path()).isDir())
        return refused(u"there is no folder \"%1\". Make it first"_s.arg(info.path()));
    return {};
}

Result<> writeBundleFolder(const QString &folder, const std::vector<BundledFile> &files, const Progress &progress)
{
    if (const auto checked = checkBundleFolder(folder); !checked)
        return checked;
    const auto target = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    // Beside it, so that one rename brings it there; removed with everything inside whatever happens.
    const QTemporaryDir beside(target + u".part-XXXXXX"_s);
    const QDir made(beside.filePath(u"bundle"_s));
    if (!beside.isValid() || !made.mkpath(u"."_s))
        return notWritten(target, beside.errorString());
    for (const auto &file : files) {
        if (progress.isCancelled())
            return cancelled();
        if (const auto written = writeFile(made, file); !written)
            return written;
    }
    if (std::rename(QFile::encodeName(made.path()).constData(), QFile::encodeName(target).constData()) != 0)
        return notWritten(target, QString::fromLocal8Bit(std::strerror(errno)));
    return {};
}

} // namespace Decayscope
