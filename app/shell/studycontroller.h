// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "latestjob.h"

#include <domain/importreport.h>
#include <domain/studysnapshot.h>
#include <domain/verdict.h>
#include <workspace/workspace.h>

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>

#include <memory>

namespace Decayscope {

class LabelJournal;

/// The study the window has open: opens, makes and changes it, and tells what became of it in sentences.
class StudyController final : public QObject
{
    Q_OBJECT

public:
    explicit StudyController(Verifiers verifiers, QObject *parent = nullptr);
    ~StudyController() override;

    /// Null while no study is open.
    [[nodiscard]] std::shared_ptr<const StudySnapshot> snapshot() const;

    [[nodiscard]] const Verifiers &verifiers() const { return m_verifiers; }

    void openStudy(const QString &path);
    void createStudy(const QString &path);
    void copyStudy(const QString &path); ///< Copies the open study, in the background, and opens the copy.
    void openSample(); ///< In the background: it may have to be made first.

    /// Imports in the background. With the sample (or nothing) open, into a new study of its own.
    void importPaths(const QStringList &paths);
    void cancelImport(); ///< Or a merge.
    [[nodiscard]] bool isImporting() const { return m_import.isRunning() || m_merging.isRunning(); }
    void undoImport(qint64 importId);

    /// Takes other studies in, in the background; told like an import. With the sample (or nothing) open, into a new
    /// study of its own.
    void mergeStudies(const QStringList &paths);

    void compactStudy(); ///< In the background; compacted() or failed() follows.

    /// Runs that an older version of the verifiers judged, or none, are judged in the background when their study is
    /// opened; nothing where it cannot be written.
    [[nodiscard]] bool isJudging() const { return m_judging.isRunning(); }
    void cancelJudging(); ///< Those judged so far stay judged; the others wait for the next time.

    void setExclusion(const std::vector<RunId> &runs, const std::optional<QString> &reason);
    void setStyles(const std::vector<ConfigurationStyle> &styles);
    void setSavedFilters(const std::vector<SavedFilter> &filters);

    /// The labels of the open study; null while none is open.
    [[nodiscard]] LabelJournal *labels() const;

    /// A finished future of nothing while no study is open.
    [[nodiscard]] QFuture<Result<std::shared_ptr<const RunReading>>> openRun(RunId run) const;
    [[nodiscard]] QFuture<Result<SearchPage>> search(const SearchRequest &request) const;

    /// See Workspace::verdictReasons().
    [[nodiscard]] QFuture<Result<std::vector<VerdictReason>>> verdictReasons() const;

    /// Stores a run made here; see Workspace::addRun(). A study is open.
    [[nodiscard]] QFuture<Result<RunId>> addRun(const RunBundle &bundle, TakenKey taken) const;

    /// Empty where they cannot be read.
    [[nodiscard]] std::vector<ImportRecord> imports() const;
    [[nodiscard]] std::vector<SavedFilter> savedFilters() const;

signals:
    void opened(); ///< Another study than before.
    void changed(); ///< The same study, another snapshot.
    void importStarted(const QStringList &paths);
    void importProgressed(const Decayscope::ProgressUpdate &update);
    void importFinished(const Decayscope::ImportReport &report);
    void importFailed(const QString &sentence);
    void compacted(const Decayscope::CompactReport &report);
    void judgingProgressed(qint64 done, qint64 total); ///< Of runs.
    void judgingEnded(int judged); ///< By its end, a failure, or because it was cancelled: then 0.
    void failed(const QString &sentence);

private:
    bool open(const QString &path, OpenMode mode);
    void report(QFuture<Result<>> change);
    void takeImport();
    void takeMerge();
    void tellMerge(const std::vector<Result<MergeReport>> &reports);
    [[nodiscard]] bool openOwnStudy(const QString &firstPath);
    void startJudging();
    void takeJudging();

    Verifiers m_verifiers;
    QThreadPool m_pool;
    LatestJob m_making; ///< The sample, or a copy.
    std::unique_ptr<Workspace> m_workspace;
    QFutureWatcher<Result<ImportReport>> m_import;
    QFutureWatcher<Result<std::vector<Result<MergeReport>>>> m_merging;
    QStringList m_merged; ///< The studies that are being merged; none once their reports were told.
    QElapsedTimer m_mergeClock;
    QFutureWatcher<Result<int>> m_judging;
    qint64 m_toJudge = 0; ///< Runs, when it began.
};

/// An error in the words of the window.
[[nodiscard]] QString sentenceOf(const Error &error);

} // namespace Decayscope
