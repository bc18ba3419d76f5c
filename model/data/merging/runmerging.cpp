// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runmerging.h"

#include "storedrun.h"

#include <store/importwriter.h>
#include <store/readingthreads.h>
#include <store/runstore.h>
#include <store/snapshotreader.h>
#include <store/transaction.h>

#include <QThread>

#include <algorithm>
#include <atomic>
#include <exception>
#include <map>
#include <optional>
#include <set>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

/// Packed runs that wait for the writing thread.
constexpr qint64 queueBytes = 48LL * 1024 * 1024;

/// What this store has of a run.
struct KnownRun
{
    QByteArray current; ///< Empty where it has no content now.
    std::set<QByteArray> all;
    std::optional<StudyAge> from; ///< The study that brought the current content, if one did.
};

/// What the store has before another study comes.
struct KnownRuns
{
    std::map<RunKey, KnownRun> runs;
    std::map<std::pair<QString, QString>, TaskSpec> tasks; ///< By runtime and name.
};

/// A run to be taken.
struct PlannedRun
{
    const Run *run = nullptr;
    const RunContent *content = nullptr;
};

struct MergePlan
{
    std::vector<PlannedRun> runs;
    int unchanged = 0;
    int older = 0; ///< Of these: those that differ from what a study with newer imports brought.
    std::vector<ImportIssue> refused;
};

QString nameOf(const RunKey &key)
{
    return QStringList{key.runtime, key.configuration.scaffold, key.configuration.model, key.task, key.date,
        u"run_"_s + QString::number(key.trial)}
        .join(u'/');
}

Result<KnownRuns> readKnownRuns(Connection &connection)
{
    const auto contents = readRunContents(connection);
    const auto studies = contents ? readMergedStudies(connection) : std::unexpected(contents.error());
    const auto snapshot = studies ? readSnapshotWithin(connection) : std::unexpected(studies.error());
    if (!snapshot)
        return std::unexpected(snapshot.error());
    KnownRuns known;
    for (const auto &content : *contents) {
        auto &run = known.runs[content.key];
        run.all.insert(content.hash);
        if (!content.isCurrent)
            continue;
        run.current = content.hash;
        const auto from = studies->find(content.importId);
        run.from = from == studies->end() ? std::nullopt : std::optional(from->second);
    }
    for (const auto &run : snapshot->runs)
        known.tasks.emplace(std::pair(run.task.runtime, run.task.name), run.task);
    return known;
}

Result<KnownRuns> askKnownRuns(const PerformWrite &perform)
{
    KnownRuns known;
    auto read = perform([&](Connection &connection) {
        return readAtOnce(connection, [&] { return readKnownRuns(connection); }).transform([&](KnownRuns runs) {
            known = std::move(runs);
        });
    });
    if (!read)
        return std::unexpected(std::move(read.error()));
    return known;
}

/// Whether a run's content is to become the current one here.
bool comes(const RunContent &content, const StudyAge &age, const KnownRun &known)
{
    if (known.current.isEmpty() || content.hash == known.current)
        return known.current.isEmpty();
    return known.from ? age > *known.from : !known.all.contains(content.hash);
}

MergePlan planned(const OtherStudy &other, const KnownRuns &known)
{
    std::map<RunId, const RunContent *> contents;
    for (const auto &content : other.contents) {
        if (content.isCurrent)
            contents[content.run] = &content;
    }
    MergePlan plan;
    for (const auto &run : other.snapshot.runs) {
        const auto content = contents.find(run.id);
        const auto task = known.tasks.find({run.task.runtime, run.task.name});
        const auto here = known.runs.find(run.key);
        const bool isOtherTask = task != known.tasks.end() && task->second != run.task;
        if (content == contents.end() || isOtherTask) {
            plan.refused.push_back({nameOf(run.key),
                isOtherTask ? u"Its task has other constraints here than there."_s
                            : u"Its content belongs to no import."_s});
        } else if (here == known.runs.end() || comes(*content->second, other.age, here->second)) {
            plan.runs.push_back({&run, content->second});
        } else {
            ++plan.unchanged;
            plan.older += content->second->hash != here->second.current && here->second.from ? 1 : 0;
        }
    }
    return plan;
}

/// Hands the planned runs to the reading threads.
class RunReaders
{
public:
    RunReaders(const OtherStudy &other, const MergePlan &plan, RunQueue &queue, ImportProgress &progress)
        : m_other(other)
        , m_plan(plan)
        , m_queue(queue)
        , m_progress(progress)
    { }

    /// One thread's work.
    void readAll()
    {
        auto connection = m_other.connect();
        for (auto next = m_next++; next < m_plan.runs.size() && !m_progress.isCancelled(); next = m_next++) {
            const auto &planned = m_plan.runs[next];
            auto run = connection ? readSafely(*connection, planned) : std::unexpected(connection.error());
            if (!run) {
                m_progress.addRefused(nameOf(planned.run->key), run.error().message);
                m_progress.addFinished(planned.content->origin);
                continue;
            }
            m_progress.addBytes(run->inputBytes);
            const auto bytes = run->footprint();
            if (!m_queue.push(std::move(*run), bytes))
                return;
        }
    }

private:
    /// A run that makes the reader throw, such as for want of memory, is refused.
    static Result<PreparedRun> readSafely(Connection &connection, const PlannedRun &planned)
    {
        try {
            return readStoredRun(connection, *planned.run, *planned.content);
        } catch (const std::exception &fault) {
            return failure(ErrorKind::Damaged, u"It cannot be read: "_s % QString::fromLocal8Bit(fault.what()) % u'.');
        }
    }

    const OtherStudy &m_other;
    const MergePlan &m_plan;
    RunQueue &m_queue;
    ImportProgress &m_progress;
    std::atomic<std::size_t> m_next = 0;
};

Result<> readAndWrite(
    const OtherStudy &other, const MergePlan &plan, ImportProgress &progress, RunQueue &queue, ImportWriter &writer)
{
    RunReaders readers(other, plan, queue, progress);
    const auto count = std::clamp<int>(static_cast<int>(plan.runs.size()), 1, QThread::idealThreadCount());
    const ReadingThreads threads(count, [&readers] { readers.readAll(); }, queue);
    return writer.writeAll();
}

/// Runs of the plan that were not taken after all.
void tell(const MergePlan &plan, const ImportReport &done, MergeReport &report)
{
    report.added += done.imported;
    report.updated += done.updated;
    report.unchanged += plan.unchanged + done.unchanged;
    for (const auto *refused : {&plan.refused, &done.refused}) {
        for (const auto &[path, reason] : *refused)
            report.warnings.append(u"The run %1 was left out: %2"_s.arg(path, reason));
    }
    if (plan.older > 0)
        report.warnings.append(
            u"%1 runs differ from those of a study that was merged before and has newer imports; those stay."_s.arg(
                plan.older));
}

} // namespace

Result<> mergeRuns(const PerformWrite &perform, const OtherStudy &other, MergeReport &report, const Progress &progress)
{
    const auto known = askKnownRuns(perform);
    if (!known)
        return std::unexpected(known.error());
    const auto plan = planned(other, *known);
    ImportProgress shared(progress);
    shared.setTotal(std::ssize(plan.runs));
    RunQueue queue(queueBytes);
    ImportWriter writer({other.path()}, queue, shared, perform,
        [&](Connection &connection, qint64 importId) { return writeMergedStudy(connection, importId, other.age); });
    const auto done = plan.runs.empty() ? Result<>() : readAndWrite(other, plan, shared, queue, writer);
    ImportReport written{.imported = writer.counts().imported,
        .updated = writer.counts().updated,
        .unchanged = shared.unchanged(),
        .refused = shared.refused()};
    auto finished = plan.runs.empty() ? Result<>() : writer.finish(written);
    report.importId = written.importId;
    report.bytes = shared.bytes();
    tell(plan, written, report);
    // The readers may have stopped where the writer was not asked any more.
    const auto handled = written.imported + written.updated + written.unchanged + std::ssize(written.refused);
    if (done && finished && progress.isCancelled() && handled < std::ssize(plan.runs))
        return cancelled();
    return done ? finished : done;
}

} // namespace Decayscope
