// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplestudy.h"

#include "samplefiles.h"
#include "samplelabels.h"

#include <store/importlog.h>
#include <store/migrations.h>
#include <store/runwriter.h>
#include <store/studymeta.h>
#include <store/transaction.h>

#include <QFile>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>
#include <atomic>
#include <span>
#include <thread>

namespace Decayscope {

namespace {

/// To be raised with every change of what the generator makes.
constexpr int sampleVersion = 4;

QString sampleName(const Verifiers &verifiers)
{
    return u"sample-" % QString::number(sampleVersion) % u'-' % QString::number(newestSchema()) % u'-'
        % verifiers.reference.version % u'-' % verifiers.syntax.version % u".decayscope";
}

RunBundle judged(RunBundle bundle, const Verifiers &verifiers)
{
    judge(bundle, verifiers);
    return bundle;
}

PreparedRun made(const SampleRun &run, const Verifiers &verifiers)
{
    return prepareRun(judged(sampleBundle(run), verifiers), verifiers.versions());
}

/// A batch of runs on their way: made by as many threads as there are cores, while the batch before is written.
class Batch
{
public:
    Batch(std::span<const SampleRun> runs, const Verifiers &verifiers)
        : m_prepared(runs.size())
    {
        const auto count = std::max(1U, std::thread::hardware_concurrency());
        for (unsigned i = 0; i < count; ++i)
            m_threads.emplace_back([this, runs, &verifiers] {
                for (auto at = m_next++; at < runs.size(); at = m_next++)
                    m_prepared[at] = made(runs[at], verifiers);
            });
    }

    [[nodiscard]] const std::vector<PreparedRun> &wait()
    {
        m_threads.clear();
        return m_prepared;
    }

private:
    std::vector<PreparedRun> m_prepared;
    std::atomic<std::size_t> m_next = 0;
    std::vector<std::jthread> m_threads; ///< Last: they end before what they use.
};

constexpr std::size_t batchSize = 64;

std::unique_ptr<Batch> batchAt(std::span<const SampleRun> runs, std::size_t at, const Verifiers &verifiers)
{
    return std::make_unique<Batch>(runs.subspan(at, std::min(batchSize, runs.size() - at)), verifiers);
}

Result<> writeRuns(Connection &connection, const Verifiers &verifiers)
{
    const auto import = beginImport(connection, {QStringLiteral("made up by Decayscope")});
    if (!import)
        return std::unexpected(import.error());
    RunWriter writer(connection);
    ImportProgressRow added;
    const auto plan = samplePlan();
    auto next = batchAt(plan, 0, verifiers);
    for (std::size_t at = batchSize; next; at += batchSize) {
        const auto batch = std::move(next);
        const auto &runs = batch->wait();
        if (at < plan.size())
            next = batchAt(plan, at, verifiers);
        for (const auto &run : runs) {
            if (auto written = writer.write(run, *import); !written)
                return std::unexpected(std::move(written.error()));
            ++added.imported;
            added.bytes += run.inputBytes;
        }
    }
    return countInImport(connection, *import, added).and_then([&] { return finishImport(connection, *import, {}); });
}

Result<> writeMarks(Connection &connection)
{
    return writeMeta(connection, QStringLiteral("sample"), QStringLiteral("1"))
        .and_then(
            [&] { return writeMeta(connection, QStringLiteral("name"), QStringLiteral("Sample study (made up)")); })
        .and_then([&] {
            return writeMeta(connection, QStringLiteral("store_id"), u"sample-" % QString::number(sampleVersion));
        });
}

bool isWhole(const QString &path)
{
    auto connection = Connection::open(path, OpenMode::ReadOnly);
    return connection
        && readMeta(*connection).transform([](const StudyMeta &meta) { return meta.isSample; }).value_or(false);
}

} // namespace

Result<> writeSampleStudy(const QString &path, const Verifiers &verifiers)
{
    auto connection = Connection::open(path, OpenMode::CreateOrReadWrite);
    if (!connection)
        return std::unexpected(std::move(connection.error()));
    auto transaction = Transaction::begin(*connection);
    if (!transaction)
        return std::unexpected(std::move(transaction.error()));
    // Without a write-ahead log it can be read where nothing can be written.
    return writeRuns(*connection, verifiers)
        .and_then([&] { return transaction->commit(); })
        .and_then([&] { return writeSampleLabels(*connection); })
        .and_then([&] { return writeMarks(*connection); })
        .and_then([&] { return connection->execute(QStringLiteral("PRAGMA journal_mode = DELETE")); });
}

Result<QString> sampleStudyPath(const Verifiers &verifiers)
{
    QString path = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) % u"/decayscope/"
        % sampleName(verifiers);
    if (isWhole(path))
        return path;
    const QString draft = path % u".new-" % QUuid::createUuid().toString(QUuid::Id128);
    if (auto written = writeSampleStudy(draft, verifiers); !written) {
        QFile::remove(draft);
        return std::unexpected(std::move(written.error()));
    }
    // One that cannot be used makes room; one that another process has just made is as good as this.
    if (!isWhole(path))
        QFile::remove(path);
    if (!QFile::rename(draft, path))
        QFile::remove(draft);
    if (!isWhole(path))
        return failure(
            ErrorKind::Unreadable, u"Cannot make the sample study \"" % path % u"\". Check that you may write there.");
    return path;
}

} // namespace Decayscope
