// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runfolder.h"

#include "directory.h"
#include "runfiles.h"

#include <QFile>

namespace Decayscope {

namespace {

constexpr int deepestLevel = 2; // session/events/event-….json

/// Gathers the files of one run, going down only where files that count can lie.
class RunFolderWalk
{
public:
    void visit(const Directory &folder, const QString &prefix, int level);

    std::vector<RawFile> files;

private:
    void visitEntry(const Directory &folder, const DirectoryEntry &entry, const QString &path, int level);
    void enter(const Directory &folder, const QByteArray &name, const QString &path, int level);
    void read(const Directory &folder, const QByteArray &name, const QString &path);
    void complain(const QString &path, const QString &reason)
    {
        files.push_back({.path = path, .bytes = {}, .problem = QStringLiteral("It cannot be read: %1.").arg(reason)});
    }
};

void RunFolderWalk::visit(const Directory &folder, const QString &prefix, int level)
{
    const auto entries = folder.entries();
    if (!entries) {
        complain(prefix, entries.error().message);
        return;
    }
    for (const auto &entry : *entries) {
        const auto name = QFile::decodeName(entry.name);
        visitEntry(folder, entry, prefix.isEmpty() ? name : prefix + u'/' + name, level);
    }
}

void RunFolderWalk::visitEntry(const Directory &folder, const DirectoryEntry &entry, const QString &path, int level)
{
    if (entry.name.startsWith('.'))
        return;
    switch (entry.type) {
    case EntryType::File:
        if (kindOfRunFile(path) != RunFileKind::Stray)
            read(folder, entry.name, path);
        return;
    case EntryType::Folder:
        if (level < deepestLevel && (level == 0 || entry.name == "events"))
            enter(folder, entry.name, path, level + 1);
        return;
    case EntryType::Link:
        complain(path, QStringLiteral("it is a symbolic link, and links are not followed"));
        return;
    case EntryType::Other:
        return;
    }
}

void RunFolderWalk::enter(const Directory &folder, const QByteArray &name, const QString &path, int level)
{
    const auto below = folder.folder(name);
    if (!below)
        complain(path, below.error().message);
    else
        visit(*below, path, level);
}

void RunFolderWalk::read(const Directory &folder, const QByteArray &name, const QString &path)
{
    auto bytes = folder.file(name, maxRunFileBytes);
    if (!bytes)
        complain(path, bytes.error().message);
    else
        files.push_back({.path = path, .bytes = std::move(*bytes), .problem = {}});
}

} // namespace

Result<std::vector<RawFile>> loadRunFolder(const QString &folder)
{
    const auto top = Directory::open(folder);
    if (!top) {
        return failure(ErrorKind::Unreadable, QStringLiteral("Cannot read the run folder \"%1\".").arg(folder),
            top.error().message);
    }
    RunFolderWalk walk;
    walk.visit(*top, {}, 0);
    return std::move(walk.files);
}

} // namespace Decayscope
