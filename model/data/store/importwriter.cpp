// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importwriter.h"

#include "runstore.h"
#include "transaction.h"

#include <QElapsedTimer>

namespace Decayscope {

namespace {

/// The commit, which writes the search index's new segment, takes about as long again: 50 ms in all.
constexpr qint64 millisecondsPerBatch = 25;

constexpr std::chrono::milliseconds patience{50};

} // namespace

ImportWriter::ImportWriter(
    QStringList paths, RunQueue &queue, ImportProgress &progress, PerformWrite perform, Beginning beginning)
    : m_paths(std::move(paths))
    , m_queue(queue)
    , m_progress(progress)
    , m_perform(std::move(perform))
    , m_beginning(std::move(beginning))
{ }

Result<> ImportWriter::writeAll()
{
    while (!m_queue.isDrained()) {
        if (m_progress.isCancelled())
            return cancelled();
        auto first = m_queue.pop(patience);
        if (!first)
            continue;
        auto done = m_perform([&](Connection &connection) { return writeBatch(connection, std::move(*first)); });
        if (!done)
            return done;
    }
    return {};
}

Result<> ImportWriter::writeBatch(Connection &connection, PreparedRun first)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return std::unexpected(std::move(transaction.error()));
    if (!m_writer)
        m_writer = std::make_unique<RunWriter>(connection);
    const auto importId = m_importId;
    m_batch = {};
    auto done = fillBatch(connection, std::move(first));
    const bool isChanged = m_batch.imported + m_batch.updated > 0;
    if (done && isChanged)
        done = countInImport(connection, m_importId, m_batch).and_then([&] { return transaction->commit(); });
    if (!done || !isChanged) {
        m_importId = importId;
        m_writer->forget();
    }
    if (!done)
        return done;
    m_counts.imported += m_batch.imported;
    m_counts.updated += m_batch.updated;
    return {};
}

Result<> ImportWriter::begin(Connection &connection)
{
    if (m_importId != 0)
        return {};
    const auto begun = beginImport(connection, m_paths);
    if (!begun)
        return std::unexpected(begun.error());
    m_importId = *begun;
    return m_beginning ? m_beginning(connection, m_importId) : Result<>();
}

Result<> ImportWriter::fillBatch(Connection &connection, PreparedRun first)
{
    if (auto begun = begin(connection); !begun)
        return begun;
    QElapsedTimer time;
    time.start();
    for (auto run = std::optional(std::move(first)); run; run = m_queue.pop({})) {
        if (auto done = writeRun(connection, *run); !done)
            return done;
        if (time.elapsed() >= millisecondsPerBatch || m_progress.isCancelled())
            break;
    }
    return {};
}

Result<> ImportWriter::writeRun(Connection &connection, const PreparedRun &run)
{
    if (auto set = connection.execute(QStringLiteral("SAVEPOINT run")); !set)
        return set;
    const auto outcome = m_writer->write(run, m_importId);
    if (!outcome) {
        if (outcome.error().kind != ErrorKind::Internal)
            return std::unexpected(outcome.error());
        m_progress.addRefused(run.origin, outcome.error().message);
        m_writer->forget();
        if (auto back = connection.execute(QStringLiteral("ROLLBACK TO run")); !back)
            return back;
    }
    if (auto released = connection.execute(QStringLiteral("RELEASE run")); !released)
        return released;
    if (!outcome) {
        m_progress.addFinished(run.origin);
        return {};
    }
    switch (*outcome) {
    case WriteOutcome::Imported:
        ++m_batch.imported;
        break;
    case WriteOutcome::Updated:
        ++m_batch.updated;
        break;
    case WriteOutcome::Unchanged:
        m_progress.addUnchanged(run.origin);
        return {};
    }
    m_batch.bytes += run.inputBytes;
    m_progress.addFinished(run.origin);
    m_progress.addWarnings(run.warnings);
    return {};
}

Result<> ImportWriter::finish(ImportReport &report)
{
    return m_perform([&](Connection &connection) {
        m_writer.reset();
        return finishIn(connection, report);
    });
}

Result<> ImportWriter::finishIn(Connection &connection, ImportReport &report)
{
    if (m_importId != 0) {
        auto transaction = Transaction::begin(connection);
        if (!transaction)
            return std::unexpected(std::move(transaction.error()));
        auto done
            = finishImport(connection, m_importId, report.refused).and_then([&] { return transaction->commit(); });
        if (!done)
            return done;
    }
    report.importId = m_importId;
    return countRuns(connection).transform([&](qint64 runs) { report.runs = static_cast<int>(runs); });
}

} // namespace Decayscope
