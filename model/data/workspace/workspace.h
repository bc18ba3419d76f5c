// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <base/result.h>

#include <domain/importreport.h>
#include <domain/runfilter.h>
#include <domain/studysnapshot.h>

#include <QFuture>
#include <QObject>
#include <QStringList>

#include <memory>

namespace Decayscope {

enum class OpenMode : quint8 { ReadOnly, ReadWrite, CreateOrReadWrite };

struct ImportOptions
{
    int jobs = 0; ///< Reading threads; 0 = as many as the machine has cores.
};

/// An import as the store remembers it.
struct ImportRecord
{
    qint64 id = 0;
    QString time; ///< UTC, ISO 8601.
    QStringList paths;
    int imported = 0;
    int updated = 0;
    bool undone = false;
};

/// A filter kept under a name.
struct SavedFilter
{
    QString name;
    RunFilter filter;

    bool operator==(const SavedFilter &) const = default;
};

/// What `store info` says.
struct StoreInfo
{
    QString path;
    QString storeId;
    int schema = 0;
    qint64 bytes = 0;
    qint64 runs = 0;
    qint64 excluded = 0;
    qint64 imports = 0;
    qint64 texts = 0;
    qint64 textBytes = 0; ///< Uncompressed.
    qint64 indexedParts = 0;
    bool sample = false;
    QString writtenBy; ///< Program version.
};

/// What `store check` finds; empty findings mean a sound store.
struct StoreCheck
{
    QStringList findings;
    int checked = 0; ///< Number of checks made.
};

/// The open study: the one door for everything `app` does with it. Lives in the thread that made it; its jobs run in
/// the work pool and in the store's one writing thread.
class Workspace : public QObject
{
    Q_OBJECT

public:
    /// Opens (or makes) a store and reads its snapshot. Errors: NotFound, Unreadable, Damaged, TooNew, Busy.
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> open(const QString &path, OpenMode mode, Verifier verifier);

    ~Workspace() override; ///< Cancels its jobs and waits for them.

    [[nodiscard]] std::shared_ptr<const StudySnapshot> snapshot() const;

    /// Imports folders and archives in the background. Cancelling the future keeps the runs finished so far.
    [[nodiscard]] QFuture<Result<ImportReport>> importPaths(const QStringList &paths, const ImportOptions &options = {});

    /// Removes what an import brought; runs it replaced come back as they were.
    [[nodiscard]] QFuture<Result<>> undoImport(qint64 importId);

    /// Excludes runs from every number, with a reason that stands in every export; or takes them in again (nullopt).
    [[nodiscard]] QFuture<Result<>> setExclusion(const std::vector<RunId> &runs, const std::optional<QString> &reason);

    [[nodiscard]] QFuture<Result<>> setStyles(const std::vector<ConfigurationStyle> &styles);
    [[nodiscard]] QFuture<Result<>> setSavedFilters(const std::vector<SavedFilter> &filters);

    [[nodiscard]] Result<std::vector<ImportRecord>> imports() const;
    [[nodiscard]] Result<std::vector<SavedFilter>> savedFilters() const;

signals:
    /// The study changed: by this window, or by another program on the same store.
    void snapshotChanged();

private:
    class Private;
    explicit Workspace(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// The same for the command line, in the calling thread.
[[nodiscard]] Result<ImportReport> importIntoStore(const QString &storePath, const QStringList &paths,
                                                   const ImportOptions &options, const Verifier &verifier,
                                                   const Progress &progress);
[[nodiscard]] Result<StudySnapshot> readSnapshot(const QString &storePath);
[[nodiscard]] Result<StoreInfo> storeInfo(const QString &storePath);
[[nodiscard]] Result<StoreCheck> checkStore(const QString &storePath, const Progress &progress);

} // namespace Decayscope
