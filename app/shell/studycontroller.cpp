// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "studycontroller.h"

#include "mergedreport.h"
#include "studyfiles.h"

#include <sample/samplestudy.h>

#include <utility>

namespace Decayscope {

QString sentenceOf(const Error &error)
{
    return error.message;
}

StudyController::StudyController(Verifiers verifiers, QObject *parent)
    : QObject(parent)
    , m_verifiers(std::move(verifiers))
    , m_making(&m_pool, this)
{
    connect(&m_import, &QFutureWatcherBase::finished, this, &StudyController::takeImport);
    connect(&m_merging, &QFutureWatcherBase::finished, this, &StudyController::takeMerge);
    connect(&m_judging, &QFutureWatcherBase::finished, this, &StudyController::takeJudging);
    connect(&m_judging, &QFutureWatcherBase::progressValueChanged, this,
        [this](int steps) { emit judgingProgressed(m_toJudge * steps / jobProgressSteps, m_toJudge); });
}

StudyController::~StudyController()
{
    m_import.disconnect(this);
    m_import.cancel();
    m_merging.disconnect(this);
    m_merging.cancel();
    m_judging.disconnect(this);
    m_judging.cancel();
}

std::shared_ptr<const StudySnapshot> StudyController::snapshot() const
{
    return m_workspace ? m_workspace->snapshot() : nullptr;
}

LabelJournal *StudyController::labels() const
{
    return m_workspace ? &m_workspace->labels() : nullptr;
}

void StudyController::openStudy(const QString &path)
{
    open(path, OpenMode::ReadWrite);
}

void StudyController::createStudy(const QString &path)
{
    open(path, OpenMode::CreateOrReadWrite);
}

void StudyController::openSample()
{
    m_making.start([verifiers = m_verifiers](const Progress &) { return sampleStudyPath(verifiers); },
        [this](const Result<QString> &path) {
            if (!path)
                emit failed(sentenceOf(path.error()));
            else
                open(*path, OpenMode::ReadOnly);
        });
}

void StudyController::copyStudy(const QString &path)
{
    if (!m_workspace)
        return;
    m_making.start([from = m_workspace->snapshot()->path, path](const Progress &) { return backUpStore(from, path); },
        [this, path](const Result<> &copied) {
            if (!copied)
                emit failed(sentenceOf(copied.error()));
            else
                open(path, OpenMode::ReadWrite);
        });
}

void StudyController::importPaths(const QStringList &paths)
{
    if (paths.isEmpty() || isImporting() || !openOwnStudy(paths.first()))
        return;
    emit importStarted(paths);
    m_import.setFuture(m_workspace->importPaths(paths));
}

void StudyController::mergeStudies(const QStringList &paths)
{
    if (paths.isEmpty() || isImporting() || !openOwnStudy(paths.first()))
        return;
    m_merged = paths;
    m_mergeClock.start();
    emit importStarted(paths);
    m_merging.setFuture(m_workspace->mergeStudies(paths));
}

/// Nothing is ever taken into the sample.
bool StudyController::openOwnStudy(const QString &firstPath)
{
    const auto study = snapshot();
    return (study && !study->isSample) || open(freshStudyPath(firstPath), OpenMode::CreateOrReadWrite);
}

void StudyController::compactStudy()
{
    if (!m_workspace)
        return;
    m_workspace->compact().then(this, [this](const Result<CompactReport> &report) {
        if (report)
            emit compacted(*report);
        else if (report.error().kind != ErrorKind::Cancelled)
            emit failed(sentenceOf(report.error()));
    });
}

void StudyController::cancelImport()
{
    m_import.cancel();
    m_merging.cancel();
}

void StudyController::cancelJudging()
{
    m_judging.cancel();
}

void StudyController::undoImport(qint64 importId)
{
    if (m_workspace)
        report(m_workspace->undoImport(importId));
}

void StudyController::setExclusion(const std::vector<RunId> &runs, const std::optional<QString> &reason)
{
    if (m_workspace)
        report(m_workspace->setExclusion(runs, reason));
}

void StudyController::setStyles(const std::vector<ConfigurationStyle> &styles)
{
    if (m_workspace)
        report(m_workspace->setStyles(styles));
}

void StudyController::setSavedFilters(const std::vector<SavedFilter> &filters)
{
    if (m_workspace)
        report(m_workspace->setSavedFilters(filters));
}

QFuture<Result<std::shared_ptr<const RunReading>>> StudyController::openRun(RunId run) const
{
    return m_workspace ? m_workspace->openRun(run) : QFuture<Result<std::shared_ptr<const RunReading>>>();
}

QFuture<Result<SearchPage>> StudyController::search(const SearchRequest &request) const
{
    return m_workspace ? m_workspace->search(request) : QFuture<Result<SearchPage>>();
}

QFuture<Result<std::vector<VerdictReason>>> StudyController::verdictReasons() const
{
    return m_workspace ? m_workspace->verdictReasons() : QFuture<Result<std::vector<VerdictReason>>>();
}

QFuture<Result<RunId>> StudyController::addRun(const RunBundle &bundle, TakenKey taken) const
{
    return m_workspace->addRun(bundle, taken);
}

std::vector<ImportRecord> StudyController::imports() const
{
    return m_workspace ? m_workspace->imports().value_or(std::vector<ImportRecord>{}) : std::vector<ImportRecord>{};
}

std::vector<SavedFilter> StudyController::savedFilters() const
{
    return m_workspace ? m_workspace->savedFilters().value_or(std::vector<SavedFilter>{}) : std::vector<SavedFilter>{};
}

bool StudyController::open(const QString &path, OpenMode mode)
{
    auto workspace = Workspace::open(path, mode, m_verifiers);
    if (!workspace && workspace.error().kind == ErrorKind::ReadOnly)
        workspace = Workspace::open(path, OpenMode::ReadOnly, m_verifiers);
    if (!workspace) {
        emit failed(sentenceOf(workspace.error()));
        return false;
    }
    cancelImport();
    m_judging.cancel();
    m_workspace = std::move(*workspace);
    connect(m_workspace.get(), &Workspace::snapshotChanged, this, &StudyController::changed);
    connect(m_workspace.get(), &Workspace::importFinished, this, &StudyController::importFinished);
    connect(m_workspace.get(), &Workspace::studiesMerged, this, &StudyController::tellMerge);
    connect(m_workspace.get(), &Workspace::importProgressed, this, &StudyController::importProgressed);
    emit opened();
    startJudging();
    return true;
}

void StudyController::report(QFuture<Result<>> change)
{
    change.then(this, [this](const Result<> &result) {
        if (!result && result.error().kind != ErrorKind::Cancelled)
            emit failed(sentenceOf(result.error()));
    });
}

void StudyController::startJudging()
{
    m_toJudge = snapshot()->isReadOnly ? 0 : m_workspace->countUnjudged().value_or(0);
    if (m_toJudge == 0)
        return;
    emit judgingProgressed(0, m_toJudge);
    m_judging.setFuture(m_workspace->retakeVerdicts());
}

void StudyController::takeJudging()
{
    const bool isDone = m_judging.future().resultCount() > 0;
    const auto result = isDone ? m_judging.result() : Result<int>(0);
    emit judgingEnded(result.value_or(0));
    if (!result && result.error().kind != ErrorKind::Cancelled)
        emit failed(sentenceOf(result.error()));
}

/// Reports come by the workspace's own signal, also for imports that were cancelled; here only failures are left.
void StudyController::takeImport()
{
    if (m_import.future().resultCount() == 0)
        return;
    const auto result = m_import.result();
    if (!result && result.error().kind != ErrorKind::Cancelled)
        emit importFailed(sentenceOf(result.error()));
}

/// Reports come by the workspace's own signal, also when merging was cancelled; here are failures, and merges that were
/// cancelled before they began or with their study.
void StudyController::takeMerge()
{
    if (std::exchange(m_merged, {}).isEmpty())
        return;
    if (m_merging.future().resultCount() == 0)
        emit importFinished({.runs = static_cast<int>(snapshot()->runs.size()), .cancelled = true});
    else if (const auto result = m_merging.result(); !result)
        emit importFailed(sentenceOf(result.error()));
}

void StudyController::tellMerge(const std::vector<Result<MergeReport>> &reports)
{
    auto told = mergedReport(std::exchange(m_merged, {}), reports);
    told.runs = static_cast<int>(snapshot()->runs.size());
    told.seconds = static_cast<double>(m_mergeClock.elapsed()) / 1000;
    emit importFinished(told);
}

} // namespace Decayscope
