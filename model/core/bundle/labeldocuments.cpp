// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labeldocuments.h"

#include "bundlefault.h"

#include <algorithm>
#include <tuple>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

const QString eventsPath = u"data/labels.jsonl"_s;
const QString codebooksPath = u"data/codebooks.jsonl"_s;
const QString samplesPath = u"data/samples.jsonl"_s;
constexpr std::size_t mostLabelLines = 5'000'000;

template <typename Values, typename ToJson>
BundledFile linesOf(const QString &path, const Values &values, ToJson toJson)
{
    QByteArray lines;
    for (const auto &value : values)
        lines += toJson(value) + '\n';
    return {.path = path, .content = lines};
}

/// The values of a file's lines; none where there is no such file.
template <typename Value, typename FromJson>
Result<std::vector<Value>> valuesOf(
    const std::vector<BundledFile> &files, const QString &path, const QString &source, FromJson fromJson)
{
    std::vector<Value> values;
    const auto *file = bundledFile(files, path);
    const QByteArray content = file ? file->content : QByteArray();
    std::size_t number = 0;
    for (qsizetype start = 0; start < content.size();) {
        const auto end = content.indexOf('\n', start);
        const auto line = content.sliced(start, (end < 0 ? content.size() : end) - start);
        start += line.size() + 1;
        if (++number > mostLabelLines)
            return unreadableDocument(ErrorKind::Refused, QString(source % u'/' % path), u"labels"_s,
                u"It has more than %1 lines."_s.arg(mostLabelLines));
        Result<Value> value = fromJson(line);
        if (!value)
            return unreadableDocument(value.error().kind, QString(source % u'/' % path), u"labels"_s,
                u"Line %1: %2"_s.arg(number).arg(value.error().message));
        values.push_back(std::move(*value));
    }
    return values;
}

} // namespace

const BundledFile *bundledFile(const std::vector<BundledFile> &files, QStringView path)
{
    const auto found = std::ranges::find(files, path, &BundledFile::path);
    return found == files.end() ? nullptr : std::to_address(found);
}

std::vector<LabelEvent> orderedEvents(std::span<const LabelEvent> events)
{
    std::vector<LabelEvent> ordered(events.begin(), events.end());
    const auto placeOf = [](const LabelEvent &event) {
        const auto number = event.number > 0 ? event.number : std::numeric_limits<qint64>::max();
        return std::tuple(event.stream, number, event.id);
    };
    std::ranges::stable_sort(ordered, {}, placeOf);
    return ordered;
}

std::vector<BundledFile> labelDocuments(const LabelBook &labels)
{
    std::vector<BundledFile> files;
    if (labels.log && !labels.log->events().empty())
        files.push_back(linesOf(eventsPath, orderedEvents(labels.log->events()), labelEventJson));
    if (!labels.codebooks.empty())
        files.push_back(linesOf(codebooksPath, labels.codebooks, codebookJson));
    if (!labels.samples.empty())
        files.push_back(linesOf(samplesPath, labels.samples, sampleJson));
    return files;
}

Result<LabelBook> readLabelDocuments(
    const std::vector<BundledFile> &files, std::span<const Run> runs, const QString &source)
{
    const auto events = valuesOf<LabelEvent>(files, eventsPath, source, labelEventFromJson);
    if (!events)
        return std::unexpected(events.error());
    auto codebooks = valuesOf<Codebook>(files, codebooksPath, source, codebookFromJson);
    if (!codebooks)
        return std::unexpected(std::move(codebooks.error()));
    auto samples = valuesOf<Sample>(files, samplesPath, source, sampleFromJson);
    if (!samples)
        return std::unexpected(std::move(samples.error()));
    const auto log = std::make_shared<LabelLog>();
    log->add(*events);
    auto rows = labelRows(*log, *samples, runs);
    return LabelBook{.rows = std::move(rows),
        .codebooks = std::move(*codebooks),
        .samples = std::move(*samples),
        .log = log,
        .revision = 0};
}

} // namespace Decayscope
