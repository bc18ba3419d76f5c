// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resultstree.h"

#include "directory.h"
#include "runcatalog.h"
#include "runfolder.h"

#include <QFile>

namespace Decayscope {

namespace {

constexpr int deepestLevel = 24; // far below any results tree, far above endless nesting
constexpr qint64 foldersPerUpdate = 256;

const QString linkReason
    = QStringLiteral("It is a symbolic link, and links are not followed. Import what it points to.");

/// Walks down to the run folders.
class TreeScan
{
public:
    explicit TreeScan(const Progress &progress)
        : m_progress(progress)
    { }

    /// False once cancelled. What cannot be read is refused and the walk goes on.
    bool visit(const Directory &folder, const QString &path, int level);

    RunCatalog catalog;

private:
    bool visitEntry(const Directory &folder, const DirectoryEntry &entry, const QString &path, int level);
    bool visitFolder(const Directory &folder, const QByteArray &name, const QString &path, int level);
    bool goesOn(const QString &path);

    const Progress &m_progress;
    qint64 m_folders = 0;
};

bool TreeScan::goesOn(const QString &path)
{
    if (m_progress.isCancelled())
        return false;
    if (m_folders++ % foldersPerUpdate == 0)
        m_progress.report({.done = std::ssize(catalog.runs()), .total = 0, .bytes = 0, .what = path});
    return true;
}

bool TreeScan::visit(const Directory &folder, const QString &path, int level)
{
    if (!goesOn(path))
        return false;
    const auto entries = folder.entries();
    if (!entries) {
        catalog.refuse(path, QStringLiteral("It cannot be read: %1.").arg(entries.error().message));
        return true;
    }
    const QString prefix = path.endsWith(u'/') ? path : path + u'/';
    for (const auto &entry : *entries) {
        if (!visitEntry(folder, entry, prefix + QFile::decodeName(entry.name), level + 1))
            return false;
    }
    return true;
}

bool TreeScan::visitEntry(const Directory &folder, const DirectoryEntry &entry, const QString &path, int level)
{
    if (entry.type == EntryType::Link) {
        catalog.refuse(path, linkReason);
        return true;
    }
    if (entry.type != EntryType::Folder || entry.name.startsWith('.'))
        return true;
    if (isRunFolderName(QFile::decodeName(entry.name))) {
        if (const auto index = catalog.add(path.split(u'/', Qt::SkipEmptyParts), path))
            catalog.runs()[*index].load = [path] { return loadRunFolder(path); };
        return true;
    }
    return level > deepestLevel || visitFolder(folder, entry.name, path, level);
}

bool TreeScan::visitFolder(const Directory &folder, const QByteArray &name, const QString &path, int level)
{
    const auto below = folder.folder(name);
    if (!below) {
        catalog.refuse(path, QStringLiteral("It cannot be read: %1.").arg(below.error().message));
        return true;
    }
    return visit(*below, path, level);
}

/// Runs that lie on the disk as they are.
class ResultsTree : public RunSource
{
public:
    explicit ResultsTree(RunCatalog catalog)
        : m_catalog(std::move(catalog))
    {
        m_catalog.sort();
    }

    qint64 runCount() const override { return std::ssize(m_catalog.runs()); }
    qint64 byteCount() const override { return 0; }
    std::vector<ImportIssue> refused() const override { return m_catalog.refused(); }

    Result<std::optional<PendingRun>> next(const Progress &progress) override
    {
        if (progress.isCancelled())
            return cancelled();
        if (m_next == m_catalog.runs().size())
            return std::nullopt;
        return m_catalog.runs()[m_next++];
    }

private:
    RunCatalog m_catalog;
    std::size_t m_next = 0;
};

} // namespace

Result<std::unique_ptr<RunSource>> openResultsTree(const QString &folder, const Progress &progress)
{
    TreeScan scan(progress);
    const auto names = folder.split(u'/', Qt::SkipEmptyParts);
    if (!names.isEmpty() && isRunFolderName(names.constLast())) {
        if (const auto index = scan.catalog.add(names, folder))
            scan.catalog.runs()[*index].load = [folder] { return loadRunFolder(folder); };
    } else {
        const auto top = Directory::open(folder);
        if (!top) {
            return failure(ErrorKind::Unreadable,
                QStringLiteral("Cannot read the folder \"%1\". Check that you may open it.").arg(folder),
                top.error().message);
        }
        if (!scan.visit(*top, folder, 0))
            return cancelled();
    }
    if (!scan.catalog.sawRunFolder())
        return failure(
            ErrorKind::InvalidInput, QStringLiteral("\"%1\" holds no run. %2").arg(folder, expectedLayout()));
    return std::make_unique<ResultsTree>(std::move(scan.catalog));
}

} // namespace Decayscope
