// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runfolderwriter.h"

#include "durablefiles.h"
#include "runfolderpath.h"

#include <QDir>
#include <QSet>
#include <QUuid>

#include <algorithm>
#include <map>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype deepestFile = 8; // folders; conversations need three

/// The files of a run, by their paths in its folder.
using FileMap = std::map<QString, QByteArrayView>;

std::unexpected<Error> refusedFile(const QString &path, const QString &why)
{
    return failure(ErrorKind::Refused, u"A run cannot be written: its file \"%1\" %2."_s.arg(path.left(200), why));
}

Result<> addFile(FileMap &files, const QString &path, QByteArrayView bytes)
{
    const auto names = path.split(u'/');
    if (names.size() > deepestFile
        || !std::ranges::all_of(names, [](const QString &name) { return isPlainName(name); }))
        return refusedFile(path, u"would lie outside of its folder or be hidden in it"_s);
    if (!files.emplace(path, bytes).second)
        return refusedFile(path, u"is there twice"_s);
    return {};
}

Result<> addDocument(FileMap &files, const Document &document)
{
    if (document.parts.empty())
        return addFile(files, document.path, document.bytes);
    for (const auto &part : document.parts) {
        const bool fits = part.offset >= 0 && part.length >= 0 && part.offset <= document.bytes.size()
            && part.length <= document.bytes.size() - part.offset;
        if (!fits)
            return refusedFile(part.path, u"lies outside of its document"_s);
        if (auto added = addFile(files, part.path, QByteArrayView(document.bytes).sliced(part.offset, part.length));
            !added)
            return added;
    }
    return {};
}

/// No file may stand where another one needs a folder. Sorted paths do not help: "a-b" lies between "a" and "a/b".
Result<> checkClashes(const FileMap &files)
{
    for (const auto &[path, bytes] : files) {
        for (auto at = path.indexOf(u'/'); at >= 0; at = path.indexOf(u'/', at + 1)) {
            if (files.contains(path.first(at)))
                return refusedFile(path, u"needs a folder where another file is"_s);
        }
    }
    return {};
}

Result<FileMap> filesOf(const RunBundle &run)
{
    FileMap files;
    for (const auto &document : run.documents) {
        if (auto added = addDocument(files, document); !added)
            return std::unexpected(added.error());
    }
    if (auto checked = checkClashes(files); !checked)
        return std::unexpected(checked.error());
    return files;
}

/// An import knows a task by its folders alone.
Result<> checkTask(const RunBundle &run)
{
    const auto read = taskFromFolder(run.key.runtime, run.key.task);
    if (run.task.kind == TaskKind::Other || !read || *read != run.task)
        return failure(ErrorKind::Refused,
            u"The run of \"%1/%2\" cannot be written as a folder of results: importing it would read another task."_s
                .arg(run.key.runtime, run.key.task));
    return {};
}

Result<> writeFiles(const QString &folder, const FileMap &files)
{
    QSet<QString> folders{folder};
    for (const auto &entry : files) {
        const QString file = folder % u'/' % entry.first;
        const auto above = file.first(file.lastIndexOf(u'/'));
        auto written = makeFolderDurably(above).and_then([&] { return writeDurably(file, entry.second); });
        if (!written)
            return written;
        folders.insert(above);
    }
    for (const auto &written : std::as_const(folders)) {
        if (auto synced = syncFolder(written); !synced)
            return synced;
    }
    return {};
}

Result<QString> moved(const QString &from, const QString &to)
{
    const auto done = moveFolderDurably(from, to);
    if (!done)
        return std::unexpected(done.error());
    if (!*done)
        return failure(ErrorKind::Busy, u"There is a folder \"%1\" already; it was left alone."_s.arg(to));
    return to;
}

} // namespace

Result<QString> writeRunFolder(const QString &root, const RunBundle &run)
{
    const auto path = runFolderPath(run.key);
    if (!path)
        return path;
    if (auto checked = checkTask(run); !checked)
        return std::unexpected(checked.error());
    const auto files = filesOf(run);
    if (!files)
        return std::unexpected(files.error());

    const QString folder = root % u'/' % *path;
    const QDir above(folder.first(folder.lastIndexOf(u'/')));
    const auto mark = QUuid::createUuid().toString(QUuid::Id128).first(12);
    const auto unfinished = above.filePath(u".run_%1.%2.part"_s.arg(QString::number(run.key.trial), mark));
    auto result = makeFolderDurably(unfinished).and_then([&] { return writeFiles(unfinished, *files); }).and_then([&] {
        return moved(unfinished, folder);
    });
    if (!result)
        QDir(unfinished).removeRecursively();
    return result;
}

void removeUnfinished(const QString &root, const RunKey &key)
{
    const auto path = runFolderPath(key);
    if (!path)
        return;
    QDir above(root % u'/' % path->first(path->lastIndexOf(u'/')));
    const auto pattern = u".run_%1.*.part"_s.arg(key.trial);
    for (const auto &name : above.entryList({pattern}, QDir::Dirs | QDir::Hidden | QDir::NoSymLinks))
        QDir(above.filePath(name)).removeRecursively();
}

} // namespace Decayscope
