// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importer.h"

#include <imports/contenthash.h>
#include <imports/runreader.h>
#include <imports/runsource.h>
#include <store/importprogress.h>
#include <store/importwriter.h>
#include <store/readingthreads.h>

#include <QElapsedTimer>
#include <QThread>

#include <exception>
#include <mutex>

namespace Decayscope {

namespace {

/// Packed runs that wait for the writing thread; with the runs at hand this keeps an import far below 500 MB.
constexpr qint64 queueBytes = 48LL * 1024 * 1024;

struct NamedSource
{
    QString path;
    std::unique_ptr<RunSource> source;
};

/// All inputs of an import as one, asked by many threads.
class SourceChain
{
public:
    explicit SourceChain(ImportProgress &progress)
        : m_progress(progress)
    { }

    /// Looks at the inputs; one that cannot be opened is refused.
    void open(const QStringList &paths)
    {
        for (const auto &path : paths) {
            if (m_progress.isCancelled())
                return;
            auto source = openRunSource(path, m_progress.progress());
            if (source)
                m_sources.push_back({path, std::move(*source)});
            else if (source.error().kind != ErrorKind::Cancelled)
                m_progress.addRefused(path, source.error().message);
        }
        updateTotal();
    }

    /// The next run of any input, or nothing at the end or when cancelled.
    std::optional<PendingRun> next()
    {
        const std::lock_guard lock(m_mutex);
        while (m_current < m_sources.size() && !m_progress.isCancelled()) {
            auto &[path, source] = m_sources[m_current];
            auto run = source->next(m_progress.progress());
            if (run && *run)
                return std::move(*run);
            if (!run && run.error().kind != ErrorKind::Cancelled)
                m_progress.addRefused(path, run.error().message);
            m_progress.addRefused(source->refused());
            ++m_current;
            updateTotal();
        }
        return std::nullopt;
    }

private:
    void updateTotal()
    {
        qint64 total = 0;
        for (const auto &input : m_sources)
            total += input.source->runCount();
        m_progress.setTotal(total);
    }

    ImportProgress &m_progress;
    std::mutex m_mutex;
    std::vector<NamedSource> m_sources;
    std::size_t m_current = 0;
};

/// One reading thread's work.
class RunLoader
{
public:
    RunLoader(const ImportJob &job, SourceChain &sources, RunQueue &queue, ImportProgress &progress)
        : m_job(job)
        , m_sources(sources)
        , m_queue(queue)
        , m_progress(progress)
    { }

    void loadAll()
    {
        while (auto run = m_sources.next()) {
            if (!loadSafely(*run))
                return;
        }
    }

private:
    /// False when the import is over. A run that makes the reader throw, such as for want of memory, is refused.
    bool loadSafely(const PendingRun &run)
    {
        try {
            return load(run);
        } catch (const std::exception &fault) {
            refuse(run, u"It cannot be read: " % QString::fromLocal8Bit(fault.what()) % u'.');
            return true;
        }
    }

    bool load(const PendingRun &pending)
    {
        auto files = pending.load();
        if (!files) {
            if (files.error().kind == ErrorKind::Cancelled)
                return false;
            refuse(pending, files.error().message);
            return true;
        }
        for (const auto &file : *files)
            m_progress.addBytes(file.bytes.size());
        if (isUnchanged(pending, *files)) {
            m_progress.addUnchanged(pending.origin);
            return true;
        }
        if (m_progress.isCancelled())
            return false;
        auto run = prepareRun(judged(readRun(pending, std::move(*files))), m_job.verifiers.versions());
        const auto bytes = run.footprint();
        return m_queue.push(std::move(run), bytes);
    }

    bool isUnchanged(const PendingRun &pending, const std::vector<RawFile> &files) const
    {
        const auto known = m_job.known.find(pending.key);
        return known != m_job.known.end() && known->second == contentHashOf(files);
    }

    RunBundle judged(RunBundle bundle) const
    {
        judge(bundle, m_job.verifiers);
        return bundle;
    }

    void refuse(const PendingRun &run, const QString &reason)
    {
        m_progress.addRefused(run.origin, reason);
        m_progress.addFinished(run.origin);
    }

    const ImportJob &m_job;
    SourceChain &m_sources;
    RunQueue &m_queue;
    ImportProgress &m_progress;
};

Result<> readAndWrite(
    const ImportJob &job, SourceChain &sources, ImportProgress &progress, RunQueue &queue, ImportWriter &writer)
{
    const auto count = job.options.jobs > 0 ? job.options.jobs : QThread::idealThreadCount();
    const ReadingThreads threads(count, [&] { RunLoader(job, sources, queue, progress).loadAll(); }, queue);
    return writer.writeAll();
}

} // namespace

Result<ImportReport> runImport(const ImportJob &job, const Progress &progress)
{
    QElapsedTimer time;
    time.start();
    ImportProgress shared(progress);
    RunQueue queue(queueBytes);
    SourceChain sources(shared);
    ImportWriter writer(job.paths, queue, shared, job.perform);

    sources.open(job.paths);
    const auto done = readAndWrite(job, sources, shared, queue, writer);

    ImportReport report{.imported = writer.counts().imported,
        .updated = writer.counts().updated,
        .unchanged = shared.unchanged(),
        .refused = shared.refused(),
        .warnings = shared.warnings(),
        .bytes = shared.bytes(),
        .cancelled = progress.isCancelled()};
    auto finished = writer.finish(report);
    report.seconds = static_cast<double>(time.nsecsElapsed()) * 1e-9;
    if (!done && done.error().kind != ErrorKind::Cancelled)
        return std::unexpected(done.error());
    if (!finished)
        return std::unexpected(std::move(finished.error()));
    return report;
}

} // namespace Decayscope
