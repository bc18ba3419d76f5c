// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "assertionreading.h"
#include "importer.h"
#include "runadding.h"

#include <base/progress.h>
#include <base/result.h>
#include <domain/importreport.h>
#include <domain/runfilter.h>
#include <domain/runreading.h>
#include <domain/searchhit.h>
#include <domain/studysnapshot.h>
#include <merging/storemerging.h>
#include <store/importlog.h>
#include <store/openmode.h>
#include <store/storecheck.h>
#include <store/storeinfo.h>
#include <store/studysettings.h>
#include <store/verdictstore.h>

#include <QFuture>
#include <QObject>
#include <QStringList>

#include <memory>

namespace Decayscope {

class LabelJournal;

/// The open study: the one door for everything `app` does with it. Lives in the thread that made it; its jobs run in
/// the work pool and in the store's one writing thread.
class Workspace : public QObject
{
    Q_OBJECT

public:
    /// Opens (or makes) a store and reads its snapshot. Errors: NotFound, Unreadable, Damaged, TooNew, Busy, ReadOnly.
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> open(
        const QString &path, OpenMode mode, Verifiers verifiers);

    ~Workspace() override; ///< Cancels its jobs and waits for them; small writes are finished.

    /// Never null.
    [[nodiscard]] std::shared_ptr<const StudySnapshot> snapshot() const;

    /// Imports folders and archives in the background. Cancelling the future keeps the runs finished so far; its report
    /// then comes by importFinished() alone.
    [[nodiscard]] QFuture<Result<ImportReport>> importPaths(
        const QStringList &paths, const ImportOptions &options = {});

    /// Stores a run that was made here, as an import of its own: undoImport() takes it out again. Its verdicts are
    /// those it brings.
    [[nodiscard]] QFuture<Result<RunId>> addRun(RunBundle bundle, TakenKey taken);

    /// Removes what an import brought; runs it replaced come back as they were.
    [[nodiscard]] QFuture<Result<>> undoImport(qint64 importId);

    /// Takes other studies in, each as an import that can be undone; see mergeStores(). Its progress is told like an
    /// import's. Cancelling the future keeps what was finished so far; the reports then come by studiesMerged() alone.
    /// Errors: ReadOnly, Busy.
    [[nodiscard]] QFuture<Result<std::vector<Result<MergeReport>>>> mergeStudies(const QStringList &paths);

    /// Makes the store as small as it can be; see compactStore(). Labels made meanwhile wait for it. Errors: Busy while
    /// something is imported, merged or compacted.
    [[nodiscard]] QFuture<Result<CompactReport>> compact();

    /// Excludes runs from every number, with a reason that stands in every export; or takes them in again (nullopt).
    [[nodiscard]] QFuture<Result<>> setExclusion(const std::vector<RunId> &runs, const std::optional<QString> &reason);

    [[nodiscard]] QFuture<Result<>> setStyles(const std::vector<ConfigurationStyle> &styles);
    [[nodiscard]] QFuture<Result<>> setSavedFilters(const std::vector<SavedFilter> &filters);

    /// Everything there is to read of a run. Errors: NotFound where it has no content in this study.
    [[nodiscard]] QFuture<Result<std::shared_ptr<const RunReading>>> openRun(RunId run);

    /// The labels, for as long as the workspace lives.
    [[nodiscard]] LabelJournal &labels();

    /// A page of what fits a query; see <store/searchquery.h>. A newer search cancels the older ones.
    /// Errors: InvalidInput, Cancelled.
    [[nodiscard]] QFuture<Result<SearchPage>> search(const SearchRequest &request);

    /// The runs that have all words in one turn, log or patch; see <store/search.h>.
    [[nodiscard]] QFuture<Result<std::vector<RunId>>> runsMentioning(const QString &words);

    /// Judges the stored patches that were not judged by the workspace's verifiers; gives the number of run contents
    /// judged.
    [[nodiscard]] QFuture<Result<int>> retakeVerdicts();

    /// The reasons of all verdicts of both modes, run by run.
    [[nodiscard]] QFuture<Result<std::vector<VerdictReason>>> verdictReasons();

    /// What became of every assertion in every run; see assertionOutcomesInStore().
    [[nodiscard]] QFuture<Result<std::shared_ptr<const AssertionOutcomes>>> assertionOutcomes();

    /// How many run contents retakeVerdicts() would judge.
    [[nodiscard]] Result<qint64> countUnjudged() const;

    [[nodiscard]] Result<std::vector<ImportRecord>> imports() const; ///< Newest first.
    [[nodiscard]] Result<std::vector<SavedFilter>> savedFilters() const;

signals:
    /// The study changed: by this window, or by another program on the same store. Comes before the future of the job
    /// that changed it is finished for its .then(context, …).
    void snapshotChanged();

    /// How far the running import is; at most twenty times a second.
    void importProgressed(const Decayscope::ProgressUpdate &update);

    /// An import came to its end, also a cancelled one.
    void importFinished(const Decayscope::ImportReport &report);

    /// Merging came to its end, also when it was cancelled; the reports are in the order of the studies.
    void studiesMerged(const std::vector<Decayscope::Result<Decayscope::MergeReport>> &reports);

private:
    class Private;
    explicit Workspace(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// The same for the command line, in the calling thread.
[[nodiscard]] Result<ImportReport> importIntoStore(const QString &storePath, const QStringList &paths,
    const ImportOptions &options, const Verifiers &verifiers, const Progress &progress);
[[nodiscard]] Result<RunId> addRunToStore(const QString &storePath, RunBundle bundle, const VerifierVersions &verifiers,
    TakenKey taken = TakenKey::NewVersion);
/// Whether runs could be stored there: said before the minutes that making one takes. Changes nothing.
[[nodiscard]] Result<> tryWritingStore(const QString &storePath);

[[nodiscard]] Result<> undoImportInStore(const QString &storePath, qint64 importId);
[[nodiscard]] Result<int> retakeVerdictsInStore(
    const QString &storePath, const Verifiers &verifiers, const Progress &progress, Retake retake = Retake::Outdated);
[[nodiscard]] Result<StudySnapshot> readSnapshot(const QString &storePath);
[[nodiscard]] Result<std::shared_ptr<const RunReading>> openRunInStore(const QString &storePath, RunId run);
[[nodiscard]] Result<SearchPage> searchInStore(
    const QString &storePath, const SearchRequest &request, const Progress &progress);
/// The runs that mention all words in one turn, log or patch.
[[nodiscard]] Result<std::vector<RunId>> runsMentioningInStore(const QString &storePath, const QString &words);
/// See copyStore().
[[nodiscard]] Result<> backUpStore(const QString &storePath, const QString &copy);
[[nodiscard]] Result<StoreInfo> storeInfo(const QString &storePath);
[[nodiscard]] Result<StoreCheck> checkStore(const QString &storePath, const Progress &progress);

} // namespace Decayscope
