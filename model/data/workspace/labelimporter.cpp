// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelimporter.h"

#include <exchange/handout.h>
#include <store/labelstore.h>
#include <store/runstore.h>
#include <store/transaction.h>

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

bool isLabel(const LabelEvent &event)
{
    return std::holds_alternative<Committed>(event.action) || std::holds_alternative<Imported>(event.action)
        || std::holds_alternative<Adjudicated>(event.action);
}

/// A fault of the file at hand; every other keeps the store from being written.
bool isOfFile(const Error &error)
{
    return error.kind == ErrorKind::InvalidInput || error.kind == ErrorKind::Refused;
}

/// A store has one copy of a sample: the original, or what one annotator was handed.
QString copyProblem(const Sample &stored, const Sample &read)
{
    if (stored.isHandout && !read.isHandout)
        return u"This store has the sample \"%1\" as a hand-out; the original goes into another store."_s.arg(
            stored.design.title);
    const auto hasQueue = [&](const AnnotatorQueue &queue) { return stored.queueOf(queue.annotator) != nullptr; };
    if (stored.isHandout && !std::ranges::all_of(read.queues, hasQueue))
        return u"This store has the sample \"%1\" for somebody else; another annotator's hand-out goes into another store."_s
            .arg(stored.design.title);
    return {};
}

Result<QSet<QString>> knownEvents(Connection &connection)
{
    return readLabelEvents(connection).transform([](const StoredLabelEvents &stored) {
        QSet<QString> ids;
        for (const auto &event : stored.events)
            ids.insert(event.id);
        return ids;
    });
}

} // namespace

LabelImporter::LabelImporter(QString annotator, PerformWrite perform)
    : m_annotator(std::move(annotator))
    , m_perform(std::move(perform))
{ }

void LabelImporter::read(const QStringList &paths, const Progress &progress)
{
    if (paths.isEmpty())
        return;
    const auto codebook = newestCodebook();
    for (const auto &path : paths) {
        if (progress.isCancelled())
            return;
        progress.report({.what = path});
        readOne(path, codebook);
    }
}

/// Names in files are looked up in the newest version: codes keep their ids whatever they are called.
Codebook LabelImporter::newestCodebook()
{
    auto newest = studyCodebook();
    // Where the codebooks cannot be read now, merging will say so.
    const auto asked = m_perform([&](Connection &connection) {
        return readCodebooks(connection).transform([&](const std::vector<Codebook> &codebooks) {
            for (const auto &book : codebooks) {
                if (book.id == newest.id && book.version > newest.version)
                    newest = book;
            }
        });
    });
    return asked ? newest : studyCodebook();
}

void LabelImporter::readOne(const QString &path, const Codebook &codebook)
{
    const auto refuse = [&](const Error &error) { m_report.refused.push_back({path, error.message}); };
    auto file = readLabelFile(path, m_annotator, codebook);
    if (!file)
        return refuse(file.error());
    if (file->isHandout) {
        auto folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + u"/decayscope-handout-XXXXXX");
        if (!folder->isValid())
            return refuse({ErrorKind::Unreadable, u"There is no room to unpack it: "_s + folder->errorString(), {}});
        if (const auto unpacked = unpackHandout(path, folder->path()); !unpacked)
            return refuse(unpacked.error());
        m_folders.push_back(std::move(folder));
    }
    std::ranges::copy(file->warnings, std::back_inserter(m_report.warnings));
    m_files.push_back({path, std::move(*file)});
}

QStringList LabelImporter::runFolders() const
{
    QStringList folders;
    for (const auto &folder : m_folders)
        folders.append(folder->path());
    return folders;
}

Result<> LabelImporter::merge(const Progress &progress)
{
    for (const auto &read : m_files) {
        if (progress.isCancelled())
            return {};
        m_ofFile = {};
        auto merged = m_perform([&](Connection &connection) { return mergeOne(connection, read); });
        if (!merged && !isOfFile(merged.error()))
            return merged;
        if (!merged) {
            m_report.refused.push_back({read.path, merged.error().message});
            continue;
        }
        m_report.labels += read.file.labels;
        m_report.added += m_ofFile.added;
        std::ranges::copy(m_ofFile.warnings, std::back_inserter(m_report.warnings));
    }
    return {};
}

Result<> LabelImporter::mergeOne(Connection &connection, const ReadFile &read)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return std::unexpected(std::move(transaction.error()));
    for (const auto &codebook : read.file.codebooks) {
        if (auto written = writeCodebook(connection, codebook); !written)
            return written;
    }
    return mergeSamples(connection, read).and_then([&] { return mergeEvents(connection, read); }).and_then([&] {
        return transaction->commit();
    });
}

Result<> LabelImporter::mergeSamples(Connection &connection, const ReadFile &read)
{
    const auto samples = readSamples(connection);
    if (!samples)
        return std::unexpected(samples.error());
    const auto stored = [&](const QString &id) {
        const auto found = std::ranges::find(*samples, id, &Sample::id);
        return found == samples->end() ? nullptr : &*found;
    };
    for (const auto &sample : read.file.samples) {
        if (const auto *known = stored(sample.id)) {
            if (const auto problem = copyProblem(*known, sample); !problem.isEmpty())
                m_ofFile.warnings.push_back({read.path, problem});
        } else if (auto written = writeSample(connection, sample); !written) {
            return written;
        }
    }
    for (const auto &[id, size] : read.file.sampleSizes) {
        const auto *known = stored(id);
        if (known && std::ssize(known->items) != size)
            return failure(ErrorKind::InvalidInput,
                u"\"%1\" is refused: its sample has %2 items, the one of this study has %3."_s.arg(read.path)
                    .arg(size)
                    .arg(known->items.size()));
        const auto isInFile = std::ranges::contains(read.file.samples, id, &Sample::id);
        if (!known && !isInFile)
            m_ofFile.warnings.push_back({read.path,
                u"Its labels are of a sample that this study does not have. They are kept and attach when it comes."_s});
    }
    return {};
}

Result<> LabelImporter::mergeEvents(Connection &connection, const ReadFile &read)
{
    auto known = knownEvents(connection);
    if (!known)
        return std::unexpected(std::move(known.error()));
    std::vector<LabelEvent> events;
    for (const auto &event : read.file.events) {
        const auto isKnown = known->contains(event.id);
        // The same label of another file differs in the file's name and time alone.
        if (isKnown && std::holds_alternative<Imported>(event.action))
            continue;
        m_ofFile.added += !isKnown && isLabel(event) ? 1 : 0;
        if (std::holds_alternative<Imported>(event.action))
            known->insert(event.id);
        events.push_back(event);
    }
    return mergeLabelEvents(connection, events).transform([](int) { });
}

} // namespace Decayscope
