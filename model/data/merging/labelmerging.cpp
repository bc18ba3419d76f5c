// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelmerging.h"

#include <labels/certificate.h>
#include <store/labelstore.h>
#include <store/labelstreams.h>
#include <store/transaction.h>

#include <algorithm>
#include <map>
#include <span>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

/// So many are written in a few hundredths of a second.
constexpr std::size_t eventsPerUnit = 200;

using Stream = std::vector<LabelEvent>;

/// Events that no store numbered are none of a store.
std::map<QString, Stream> streamsOf(const std::vector<LabelEvent> &events)
{
    std::map<QString, Stream> streams;
    for (const auto &event : events) {
        if (event.number > 0 && !event.stream.isEmpty())
            streams[event.stream].push_back(event);
    }
    for (auto &[name, stream] : streams)
        std::ranges::sort(stream, {}, &LabelEvent::number);
    return streams;
}

Result<> mergeStream(
    const PerformWrite &perform, std::span<const LabelEvent> rest, MergeReport &report, const Progress &progress)
{
    while (!rest.empty()) {
        if (progress.isCancelled())
            return cancelled();
        const auto piece = rest.first(std::min(rest.size(), eventsPerUnit));
        StreamMerge merged;
        auto done = perform([&](Connection &connection) -> Result<> {
            auto transaction = Transaction::begin(connection);
            if (!transaction)
                return std::unexpected(std::move(transaction.error()));
            auto answer = mergeLabelStream(connection, piece);
            if (!answer)
                return std::unexpected(std::move(answer.error()));
            merged = std::move(*answer);
            return merged.added > 0 ? transaction->commit() : Result<>();
        });
        if (!done)
            return done;
        report.labels += merged.added;
        if (!merged.problem.isEmpty()) {
            report.warnings.append(
                u"The labels of \"%1\" were left out from there on: %2"_s.arg(piece.front().annotator, merged.problem));
            return {};
        }
        rest = rest.subspan(piece.size());
    }
    return {};
}

bool contains(const std::vector<Codebook> &books, const Codebook &book)
{
    return std::ranges::any_of(
        books, [&](const Codebook &known) { return known.id == book.id && known.version == book.version; });
}

Result<> writeCodebooks(Connection &connection, const OtherStudy &other, MergeReport &report)
{
    const auto known = readCodebooks(connection);
    if (!known)
        return std::unexpected(known.error());
    for (const auto &book : other.codebooks) {
        const bool isNew = !contains(*known, book);
        const auto written = writeCodebook(connection, book);
        if (!written && written.error().kind != ErrorKind::InvalidInput)
            return std::unexpected(written.error());
        if (!written)
            report.warnings.append(
                u"Version %1 of the codebook \"%2\" has other content there; this study's stays, and labels may carry "
                "codes that it does not have."_s.arg(book.version)
                    .arg(book.id));
        report.codebooks += isNew && written ? 1 : 0;
    }
    return {};
}

Result<> writeSamples(Connection &connection, const OtherStudy &other, MergeReport &report)
{
    const auto known = readSamples(connection);
    if (!known)
        return std::unexpected(known.error());
    for (const auto &sample : other.samples) {
        const auto here = std::ranges::find(*known, sample.id, &Sample::id);
        if (here != known->end()) {
            if (here->isHandout && !sample.isHandout)
                report.warnings.append(
                    u"This study has the sample \"%1\" as a hand-out; the original goes into another study."_s.arg(
                        sample.design.title));
            continue;
        }
        if (auto written = writeSample(connection, sample); !written)
            return written;
        ++report.samples;
    }
    return {};
}

} // namespace

Result<> mergeSamples(const PerformWrite &perform, const OtherStudy &other, MergeReport &report)
{
    auto merged = report;
    auto done = perform([&](Connection &connection) -> Result<> {
        auto transaction = Transaction::begin(connection);
        if (!transaction)
            return std::unexpected(std::move(transaction.error()));
        auto written = writeCodebooks(connection, other, merged).and_then([&] {
            return writeSamples(connection, other, merged);
        });
        const bool isChanged = merged.codebooks + merged.samples > report.codebooks + report.samples;
        return written && isChanged ? transaction->commit() : written;
    });
    if (done)
        report = std::move(merged);
    return done;
}

Result<> mergeLabels(
    const PerformWrite &perform, const OtherStudy &other, MergeReport &report, const Progress &progress)
{
    for (const auto &[name, stream] : streamsOf(other.events)) {
        const auto problems = chainProblems(stream);
        if (!problems.isEmpty()) {
            report.warnings.append(u"The labels of \"%1\" were left out: %2"_s.arg(
                stream.front().annotator, problems.first(std::min<qsizetype>(problems.size(), 3)).join(u' ')));
            continue;
        }
        if (auto done = mergeStream(perform, stream, report, progress); !done)
            return done;
    }
    return {};
}

} // namespace Decayscope
