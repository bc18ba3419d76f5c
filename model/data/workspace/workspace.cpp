// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace.h"

#include "labeljournal.h"
#include "mixedimport.h"
#include "runadding.h"
#include "runopening.h"
#include "verdictretaking.h"
#include "writethread.h"

#include <jobs/runjob.h>
#include <merging/studymerging.h>
#include <store/runstore.h>
#include <store/search.h>
#include <store/snapshotreader.h>
#include <store/transaction.h>
#include <store/undoing.h>
#include <store/verdictstore.h>

#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>

namespace Decayscope {

namespace {

/// How often other programs' changes are looked for; a look costs microseconds.
constexpr std::chrono::seconds watchInterval{2};

/// A long job blocks its thread while it waits for the writing thread; others must get on beside it.
constexpr int poolThreads = 4;

bool saysTheSame(const StudySnapshot &a, const StudySnapshot &b)
{
    return a.name == b.name && a.runs == b.runs && a.styles == b.styles;
}

std::unexpected<Error> readOnlyStudy(const QString &path)
{
    return failure(
        ErrorKind::ReadOnly, u"The study \"" % path % u"\" is read-only. Import into a new study to change something.");
}

} // namespace

class Workspace::Private
{
public:
    Private(Connection connection, Verifiers handedIn, StudySnapshot first, LabelStart labelStart);

    void watch();
    void lookForChanges();
    void refresh();
    void refreshLabels(const LabelMark &since);

    template <typename Unit>
    QFuture<Result<>> writeSmall(Unit unit);
    template <typename Work>
    auto startJob(Work work);

    Result<ImportReport> import(const QStringList &paths, const ImportOptions &options, const Progress &progress);
    Result<> undo(qint64 importId, const Progress &progress);
    Progress toldBy(const Progress &progress);
    void tellProgress(const ProgressUpdate &update);
    PerformWrite longWrites();
    template <typename T>
    QFuture<T> keptApart(QFuture<T> job);
    bool isCompactable() const;
    Result<std::vector<Result<MergeReport>>> merge(const QStringList &paths, const Progress &progress);

    Workspace *q = nullptr;
    const QString path;
    const bool isReadOnly;
    const Verifiers verifiers;
    Connection reading; ///< Of the workspace's own thread.
    std::shared_ptr<const StudySnapshot> snapshot;
    qint64 dataVersion = 0;
    QTimer watcher;

    std::mutex refreshing; ///< Held from reading a snapshot to handing it over, so that they arrive in order.
    std::shared_ptr<const StudySnapshot> latest; ///< The one handed over last.
    std::atomic<bool> isClosing = false;
    std::atomic<quint64> newestSearch = 0;
    std::unique_ptr<WriteThread> writing; ///< Null where the store is read-only.
    std::unique_ptr<LabelJournal> labels; ///< Writes by the thread above.
    std::vector<QFuture<void>> apart; ///< Jobs beside which nothing is compacted. Of the workspace's own thread.
    QThreadPool pool;
};

Workspace::Private::Private(Connection connection, Verifiers handedIn, StudySnapshot first, LabelStart labelStart)
    : path(connection.path())
    , isReadOnly(connection.isReadOnly())
    , verifiers(std::move(handedIn))
    , reading(std::move(connection))
    , snapshot(std::make_shared<const StudySnapshot>(std::move(first)))
    , latest(snapshot)
{
    if (!isReadOnly)
        writing = std::make_unique<WriteThread>(path);
    labels.reset(new LabelJournal(std::move(labelStart), snapshot, writing.get()));
    pool.setMaxThreadCount(poolThreads);
}

void Workspace::Private::watch()
{
    dataVersion = reading.dataVersion().value_or(0);
    QObject::connect(&watcher, &QTimer::timeout, q, [this] { lookForChanges(); });
    watcher.start(watchInterval);
}

void Workspace::Private::lookForChanges()
{
    // A look that fails, as on a network share that is away, is made again with the next tick.
    const auto version = reading.dataVersion().value_or(dataVersion);
    if (std::exchange(dataVersion, version) != version)
        pool.start([this, since = labels->mark()] {
            refresh();
            refreshLabels(since);
        });
}

/// What other programs wrote into the labels; also what this one did, which changes nothing.
void Workspace::Private::refreshLabels(const LabelMark &since)
{
    if (isClosing)
        return;
    auto news = Connection::open(path, OpenMode::ReadOnly).and_then([&](Connection connection) {
        return readLabelNews(connection, since);
    });
    if (news)
        QMetaObject::invokeMethod(
            labels.get(), [this, news = *std::move(news)] { labels->takeNews(news); }, Qt::QueuedConnection);
}

void Workspace::Private::refresh()
{
    const std::lock_guard lock(refreshing);
    if (isClosing)
        return;
    auto read = readSnapshot(path);
    if (!read)
        return;
    read->isReadOnly = isReadOnly;
    if (saysTheSame(*latest, *read))
        return;
    read->revision = latest->revision + 1;
    latest = std::make_shared<const StudySnapshot>(std::move(*read));
    QMetaObject::invokeMethod(
        q,
        [this, next = latest] {
            snapshot = next;
            labels->takeStudy(next);
            emit q->snapshotChanged();
        },
        Qt::QueuedConnection);
}

/// A write of the user: made soon, in order, and seen in the snapshot when its future is finished.
template <typename Unit>
QFuture<Result<>> Workspace::Private::writeSmall(Unit unit)
{
    if (!writing)
        return QtFuture::makeReadyValueFuture<Result<>>(readOnlyStudy(path));
    const auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    const auto write = [unit = std::move(unit)](Connection &connection) -> Result<> {
        auto transaction = Transaction::begin(connection);
        if (!transaction)
            return std::unexpected(std::move(transaction.error()));
        return unit(connection).and_then([&] { return transaction->commit(); });
    };
    writing->post(WriteThread::Order::Soon, write, [this, promise](Result<> result) {
        if (result)
            refresh();
        promise->addResult(std::move(result));
        promise->finish();
    });
    return promise->future();
}

/// A job that also ends when the workspace closes.
template <typename Work>
auto Workspace::Private::startJob(Work work)
{
    return runJob(&pool, [this, work = std::move(work)](const Progress &asked) {
        const Progress progress([&] { return isClosing || asked.isCancelled(); },
            [&](const ProgressUpdate &update) { asked.report(update); });
        return work(progress);
    });
}

/// From a job's thread to the workspace's.
void Workspace::Private::tellProgress(const ProgressUpdate &update)
{
    QMetaObject::invokeMethod(q, [this, update] { emit q->importProgressed(update); }, Qt::QueuedConnection);
}

/// The same progress, told by the workspace's signal, too; it must outlive the answer.
Progress Workspace::Private::toldBy(const Progress &progress)
{
    return Progress([&progress] { return progress.isCancelled(); },
        [this, &progress](const ProgressUpdate &update) {
            progress.report(update);
            tellProgress(update);
        });
}

PerformWrite Workspace::Private::longWrites()
{
    return [this](const WriteUnit &unit) { return writing->perform(WriteThread::Order::AfterSmallWrites, unit); };
}

/// A job beside which nothing is compacted.
template <typename T>
QFuture<T> Workspace::Private::keptApart(QFuture<T> job)
{
    std::erase_if(apart, [](const QFuture<void> &former) { return former.isFinished(); });
    apart.push_back(QFuture<void>(job));
    return job;
}

bool Workspace::Private::isCompactable() const
{
    return std::ranges::all_of(apart, [](const QFuture<void> &job) { return job.isFinished(); });
}

Result<ImportReport> Workspace::Private::import(
    const QStringList &paths, const ImportOptions &options, const Progress &progress)
{
    if (!writing)
        return readOnlyStudy(path);
    if (auto cleared = clearUndone(longWrites(), progress); !cleared)
        return std::unexpected(std::move(cleared.error()));
    auto known = Connection::open(path, OpenMode::ReadOnly).and_then([](Connection connection) {
        return readContentHashes(connection);
    });
    if (!known)
        return std::unexpected(std::move(known.error()));
    auto report = importAnything({paths, options, verifiers, std::move(*known), longWrites()}, progress);
    refresh();
    if (report)
        QMetaObject::invokeMethod(q, [this, told = *report] { emit q->importFinished(told); }, Qt::QueuedConnection);
    return report;
}

Result<std::vector<Result<MergeReport>>> Workspace::Private::merge(const QStringList &paths, const Progress &progress)
{
    if (!writing)
        return readOnlyStudy(path);
    auto reports = Decayscope::mergeStudies(longWrites(), path, paths, toldBy(progress));
    refresh();
    if (reports)
        QMetaObject::invokeMethod(q, [this, told = *reports] { emit q->studiesMerged(told); }, Qt::QueuedConnection);
    return reports;
}

Result<> Workspace::Private::undo(qint64 importId, const Progress &progress)
{
    if (!writing)
        return readOnlyStudy(path);
    if (auto done = takeBackImport(longWrites(), importId); !done)
        return done;
    refresh();
    return clearUndone(longWrites(), progress);
}

Workspace::Workspace(std::unique_ptr<Private> handedIn)
    : d(std::move(handedIn))
{
    d->q = this;
    d->watch();
}

Workspace::~Workspace()
{
    d->watcher.stop();
    d->isClosing = true;
    d->pool.waitForDone();
    d->writing.reset();
}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &path, OpenMode mode, Verifiers verifiers)
{
    auto connection = Connection::open(path, mode);
    if (!connection)
        return std::unexpected(std::move(connection.error()));
    auto snapshot = readSnapshot(*connection);
    if (!snapshot)
        return std::unexpected(std::move(snapshot.error()));
    snapshot->revision = 1;
    auto labels = readLabelNews(*connection, {});
    if (!labels)
        return std::unexpected(std::move(labels.error()));
    return std::unique_ptr<Workspace>(new Workspace(std::make_unique<Private>(
        std::move(*connection), std::move(verifiers), std::move(*snapshot), std::move(*labels))));
}

std::shared_ptr<const StudySnapshot> Workspace::snapshot() const
{
    return d->snapshot;
}

LabelJournal &Workspace::labels()
{
    return *d->labels;
}

QFuture<Result<ImportReport>> Workspace::importPaths(const QStringList &paths, const ImportOptions &options)
{
    auto job = d->startJob([p = d.get(), paths, options, since = d->labels->mark()](const Progress &progress) {
        auto report = p->import(paths, options, p->toldBy(progress));
        p->refreshLabels(since);
        return report;
    });
    return d->keptApart(std::move(job));
}

QFuture<Result<RunId>> Workspace::addRun(RunBundle bundle, TakenKey taken)
{
    // Shared, because a job is copied into its thread.
    const auto run = std::make_shared<RunBundle>(std::move(bundle));
    return d->startJob([p = d.get(), run, taken](const Progress &) -> Result<RunId> {
        if (!p->writing)
            return readOnlyStudy(p->path);
        auto id = addPreparedRun(p->longWrites(), prepareRun(std::move(*run), p->verifiers.versions()), taken);
        p->refresh();
        return id;
    });
}

QFuture<Result<>> Workspace::undoImport(qint64 importId)
{
    return d->startJob([p = d.get(), importId](const Progress &progress) { return p->undo(importId, progress); });
}

QFuture<Result<std::vector<Result<MergeReport>>>> Workspace::mergeStudies(const QStringList &paths)
{
    auto job = d->startJob([p = d.get(), paths, since = d->labels->mark()](const Progress &progress) {
        auto reports = p->merge(paths, progress);
        p->refreshLabels(since);
        return reports;
    });
    return d->keptApart(std::move(job));
}

QFuture<Result<CompactReport>> Workspace::compact()
{
    if (d->writing && !d->isCompactable())
        return QtFuture::makeReadyValueFuture<Result<CompactReport>>(failure(ErrorKind::Busy,
            QStringLiteral("The study cannot be compacted now: something is being imported, merged or compacted. Try "
                           "again when that is done.")));
    auto job = d->startJob([p = d.get()](const Progress &progress) -> Result<CompactReport> {
        if (!p->writing)
            return readOnlyStudy(p->path);
        return compactStudy(p->longWrites(), p->path, p->toldBy(progress));
    });
    return d->keptApart(std::move(job));
}

QFuture<Result<>> Workspace::setExclusion(const std::vector<RunId> &runs, const std::optional<QString> &reason)
{
    return d->writeSmall([runs, reason](Connection &connection) { return writeExclusion(connection, runs, reason); });
}

QFuture<Result<>> Workspace::setStyles(const std::vector<ConfigurationStyle> &styles)
{
    return d->writeSmall([styles](Connection &connection) { return writeStyles(connection, styles); });
}

QFuture<Result<>> Workspace::setSavedFilters(const std::vector<SavedFilter> &filters)
{
    return d->writeSmall([filters](Connection &connection) { return writeSavedFilters(connection, filters); });
}

QFuture<Result<std::shared_ptr<const RunReading>>> Workspace::openRun(RunId run)
{
    return d->startJob([p = d.get(), run](const Progress &) { return openRunInStore(p->path, run); });
}

QFuture<Result<SearchPage>> Workspace::search(const SearchRequest &request)
{
    const auto number = ++d->newestSearch;
    return d->startJob([p = d.get(), request, number](const Progress &progress) {
        const Progress told([&] { return progress.isCancelled() || p->newestSearch != number; });
        return searchInStore(p->path, request, told);
    });
}

QFuture<Result<std::vector<RunId>>> Workspace::runsMentioning(const QString &words)
{
    return d->startJob([p = d.get(), words](const Progress &) {
        return Connection::open(p->path, OpenMode::ReadOnly).and_then([&](Connection connection) {
            return Decayscope::runsMentioning(connection, words);
        });
    });
}

QFuture<Result<int>> Workspace::retakeVerdicts()
{
    return d->startJob([p = d.get()](const Progress &progress) -> Result<int> {
        if (!p->writing)
            return readOnlyStudy(p->path);
        auto judged = Decayscope::retakeVerdicts(p->path, p->verifiers, p->longWrites(), progress);
        p->refresh();
        return judged;
    });
}

QFuture<Result<std::vector<VerdictReason>>> Workspace::verdictReasons()
{
    return d->startJob([p = d.get()](const Progress &) {
        return Connection::open(p->path, OpenMode::ReadOnly).and_then([](Connection connection) {
            return readVerdictReasons(connection);
        });
    });
}

QFuture<Result<std::shared_ptr<const AssertionOutcomes>>> Workspace::assertionOutcomes()
{
    return d->startJob([p = d.get()](const Progress &) { return assertionOutcomesInStore(p->path); });
}

Result<qint64> Workspace::countUnjudged() const
{
    return Decayscope::countUnjudged(d->reading, d->verifiers.versions());
}

Result<std::vector<ImportRecord>> Workspace::imports() const
{
    return readImports(d->reading);
}

Result<std::vector<SavedFilter>> Workspace::savedFilters() const
{
    return readSavedFilters(d->reading);
}

} // namespace Decayscope
