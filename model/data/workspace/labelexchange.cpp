// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelexchange.h"

#include "labelimporter.h"

#include <exchange/handout.h>
#include <store/labelstore.h>
#include <store/runstore.h>
#include <store/snapshotreader.h>
#include <store/undoing.h>

#include <QSaveFile>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

template <typename Question>
auto askedOf(const QString &storePath, Question question)
{
    return Connection::open(storePath, OpenMode::ReadOnly).and_then(question);
}

/// Which run a target means.
std::map<LabelTarget, RunId> runsByTarget(std::span<const Run> runs)
{
    std::map<LabelTarget, RunId> byTarget;
    for (const auto &run : runs) {
        auto target = targetOf(run.key);
        target.date = run.key.date;
        byTarget.emplace(target, run.id);
        target.date.clear();
        if (run.newestDate)
            byTarget.emplace(target, run.id);
    }
    return byTarget;
}

/// Everything a hand-out is made from.
struct HandoutBasis
{
    StudySnapshot study;
    LabelBook book;
};

Result<HandoutBasis> readBasis(Connection &connection)
{
    auto study = readSnapshot(connection);
    if (!study)
        return std::unexpected(std::move(study.error()));
    auto book = readLabelBook(connection);
    if (!book)
        return std::unexpected(std::move(book.error()));
    return HandoutBasis{std::move(*study), std::move(*book)};
}

/// Writes one hand-out.
class HandoutJob
{
public:
    HandoutJob(Connection &connection, HandoutBasis basis, Sample sample, const Progress &progress)
        : m_connection(connection)
        , m_basis(std::move(basis))
        , m_sample(std::move(sample))
        , m_mask(m_basis.study.styles, m_sample.maskRules)
        , m_runs(runsByTarget(m_basis.study.runs))
        , m_progress(progress)
    { }

    Result<HandoutReport> write(const QString &annotator, const QString &path)
    {
        const auto blind = handoutSample(m_sample, annotator, m_mask);
        if (!blind)
            return std::unexpected(blind.error());
        const auto *codebook = m_basis.book.codebook(m_sample.codebook, m_sample.codebookVersion);
        QSaveFile file(path);
        const auto unwritable = [&] {
            return failure(ErrorKind::Unreadable, u"\"%1\" cannot be written."_s.arg(path), file.errorString());
        };
        if (!file.open(QIODevice::WriteOnly))
            return unwritable();
        m_report.rules = m_mask.rules();
        auto written = writeHandout(
            file, *blind, codebook ? *codebook : studyCodebook(), [&](int item) { return filesOf(item); });
        if (!written)
            return std::unexpected(std::move(written.error()));
        if (!file.commit())
            return unwritable();
        return m_report;
    }

private:
    Result<std::vector<HandoutFile>> filesOf(int item)
    {
        if (m_progress.isCancelled())
            return cancelled();
        m_progress.report({.done = m_report.items, .total = std::ssize(m_sample.items)});
        ++m_report.items;
        const auto run = m_runs.find(m_sample.items[static_cast<std::size_t>(item)].target);
        if (run == m_runs.end()) {
            ++m_report.withoutRun;
            return {};
        }
        return readDocuments(m_connection, run->second).transform([&](const std::vector<Document> &documents) {
            return handoutFiles(documents, m_mask);
        });
    }

    Connection &m_connection;
    const HandoutBasis m_basis;
    const Sample m_sample;
    const IdentityMask m_mask;
    const std::map<LabelTarget, RunId> m_runs;
    const Progress &m_progress;
    HandoutReport m_report;
};

} // namespace

Result<LabelImportReport> importLabelsIntoStore(const QString &storePath, const QStringList &paths,
    const QString &annotator, const Verifiers &verifiers, const Progress &progress)
{
    auto connection = Connection::open(storePath, OpenMode::CreateOrReadWrite);
    if (!connection)
        return std::unexpected(std::move(connection.error()));
    const PerformWrite perform = [&](const WriteUnit &unit) { return unit(*connection); };
    LabelImporter labels(annotator, perform);
    labels.read(paths, progress);
    int runs = 0;
    std::vector<ImportIssue> refused;
    if (const auto folders = labels.runFolders(); !folders.isEmpty()) {
        auto known = clearUndone(perform, progress).and_then([&] { return readContentHashes(*connection); });
        if (!known)
            return std::unexpected(std::move(known.error()));
        auto imported = runImport({folders, {}, verifiers, std::move(*known), perform}, progress);
        if (!imported)
            return std::unexpected(std::move(imported.error()));
        runs = imported->imported;
        refused = std::move(imported->refused);
    }
    auto merged = labels.merge(progress);
    if (!merged)
        return std::unexpected(std::move(merged.error()));
    if (progress.isCancelled())
        return cancelled();
    auto report = labels.report();
    report.runs = runs;
    std::ranges::copy(refused, std::back_inserter(report.refused));
    return report;
}

Result<LabelBook> storedLabelBook(const QString &storePath)
{
    return askedOf(storePath, [](Connection connection) { return readLabelBook(connection); });
}

Result<QByteArray> exportLabels(const QString &storePath, const LabelExport &what)
{
    return askedOf(storePath, [&](Connection connection) {
        return readBasis(connection).and_then([&](const HandoutBasis &basis) -> Result<QByteArray> {
            auto named = what;
            if (!what.sample.isEmpty()) {
                const auto sample = findSample(basis.book, what.sample);
                if (!sample)
                    return std::unexpected(sample.error());
                named.sample = sample->id;
            }
            return labelFileBytes(basis.book, basis.study.runs, named);
        });
    });
}

Result<HandoutReport> exportHandout(const QString &storePath, const QString &sample, const QString &annotator,
    const QString &file, const Progress &progress)
{
    return askedOf(storePath, [&](Connection connection) -> Result<HandoutReport> {
        auto basis = readBasis(connection);
        if (!basis)
            return std::unexpected(std::move(basis.error()));
        auto found = findSample(basis->book, sample);
        if (!found)
            return std::unexpected(std::move(found.error()));
        if (found->isHandout)
            return failure(ErrorKind::InvalidInput,
                u"The sample \"%1\" is itself a hand-out. Only its coordinator can hand it out."_s.arg(
                    found->design.title));
        return HandoutJob(connection, std::move(*basis), std::move(*found), progress).write(annotator, file);
    });
}

Result<Sample> findSample(const LabelBook &book, const QString &name)
{
    const auto isExact = [&](const Sample &sample) { return sample.id == name || sample.design.title == name; };
    const auto begins = [&](const Sample &sample) { return !name.isEmpty() && sample.id.startsWith(name); };
    for (const auto &fits :
        {std::function<bool(const Sample &)>(isExact), std::function<bool(const Sample &)>(begins)}) {
        const auto count = std::ranges::count_if(book.samples, fits);
        if (count == 1)
            return *std::ranges::find_if(book.samples, fits);
        if (count > 1)
            return failure(ErrorKind::InvalidInput, u"\"%1\" names several samples. Name it by its id."_s.arg(name));
    }
    return failure(
        ErrorKind::NotFound, u"There is no sample \"%1\". `labels sample list` tells which there are."_s.arg(name));
}

} // namespace Decayscope
