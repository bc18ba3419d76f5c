// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "looseruns.h"

#include "jsonparser.h"
#include "jsonvalues.h"
#include "predictions.h"
#include "reports.h"
#include "runfiles.h"
#include "trajectoryfile.h"

#include <QDateTime>
#include <QTimeZone>

#include <simdjson.h>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr qsizetype longestName = 200;
constexpr qsizetype headBytes = 4096;

/// A word from a file as a name: short, without what cannot be shown.
QString cleanName(const QString &text, const QString &otherwise)
{
    auto name = text.trimmed().first(std::min(longestName, text.trimmed().size()));
    for (auto &c : name) {
        if (!c.isPrint() && !c.isSurrogate())
            c = QChar(QChar::ReplacementCharacter);
    }
    return name.isEmpty() ? otherwise : name;
}

/// A file's name without what says only its format; a name that says nothing else gives way to its folder's.
QString stemOf(const LooseText &text)
{
    auto stem = text.fileName;
    for (const auto *ending : {".json", ".jsonl", ".traj", ".eval"}) {
        if (stem.endsWith(QLatin1StringView(ending)))
            stem.chop(QLatin1StringView(ending).size());
    }
    if (stem.endsWith(QLatin1StringView(".traj")))
        stem.chop(5);
    if (stem != QLatin1StringView("trajectory"))
        return stem;
    auto folders = text.origin.split(u'/', Qt::SkipEmptyParts);
    while (!folders.isEmpty()) {
        const auto name = folders.takeLast();
        static const QStringList plain{
            QStringLiteral("agent"), QStringLiteral("mini"), QStringLiteral("logs"), text.fileName};
        if (!plain.contains(name))
            return name;
    }
    return stem;
}

RunFileKind reportKind(QByteArrayView bytes)
{
    switch (reportFormatOf(bytes.first(std::min(bytes.size(), headBytes)))) {
    case ReportFormat::NewmanCsv:
        return RunFileKind::CsvReport;
    case ReportFormat::NewmanJson:
        return RunFileKind::JsonReport;
    case ReportFormat::Junit:
        return RunFileKind::JunitReport;
    case ReportFormat::NewmanHtml:
        return RunFileKind::HtmlReport;
    case ReportFormat::None:
        break;
    }
    return RunFileKind::Stray;
}

/// The model and the beginning of a conversation.
TrajectoryHead headOfConversation(const std::vector<RawFile> &files, const QString &name)
{
    TrajectoryHead head{.scaffold = QStringLiteral("openhands"), .name = name};
    JsonParser parser;
    simdjson::dom::element root;
    for (const auto &file : files) {
        if (file.bytes.isEmpty() || parser.parse(file.bytes, root) == JsonState::Unreadable)
            continue;
        simdjson::dom::element llm;
        if (file.path.endsWith(QLatin1StringView("base_state.json"))) {
            if (root["agent"]["llm"].get(llm) == simdjson::SUCCESS)
                head.model = plainModelName(stringAt(llm, "model"));
        } else if (const auto time = timeAt(root, "timestamp"); time && (!head.time || *time < *head.time)) {
            head.time = time;
        }
    }
    return head;
}

} // namespace

QString dateName(std::optional<qint64> time)
{
    return time ? QDateTime::fromMSecsSinceEpoch(*time, QTimeZone::utc()).toString(u"yyyy-MM-ddTHH-mm-ss")
                : QStringLiteral("undated");
}

/// Gives a warning where the number had to be changed.
QString LooseRuns::numberTrial(RunKey &key)
{
    const QStringList names{key.configuration.scaffold, key.configuration.model, key.task, key.date};
    const auto base = names.join(QChar(u'\n'));
    const auto place = [&base](int trial) { return base + u'\n' + QString::number(trial); };
    const auto wanted = key.trial;
    auto &next = m_trials[base];
    while (m_taken.contains(place(key.trial)))
        key.trial = std::max(next++, key.trial + 1);
    m_taken.insert(place(key.trial), true);
    return key.trial == wanted
        ? QString()
        : QStringLiteral("Another trajectory of the same name was read before it; it counts as trial %1.")
              .arg(key.trial);
}

PendingRun LooseRuns::pending(const TrajectoryHead &head, const LooseText &text, std::vector<RawFile> files)
{
    const auto name = cleanName(head.name.isEmpty() ? stemOf(text) : head.name, QStringLiteral("trajectory"));
    const auto model
        = cleanName(head.model.isEmpty() ? plainModelName(text.model) : head.model, QStringLiteral("unknown"));
    const auto empty = QStringLiteral("");
    PendingRun run{
        .key = {.runtime = empty,
            .configuration = {.scaffold = cleanName(head.scaffold, QStringLiteral("unknown")), .model = model},
            .task = name,
            .date = dateName(head.time ? head.time : text.time),
            .trial = head.trial},
        .task = {.kind = TaskKind::Other, .runtime = empty, .framework = empty, .name = name},
        .origin = text.origin,
        .load = {}};
    if (const auto warning = numberTrial(run.key); !warning.isEmpty())
        files.front().problem = warning;
    std::ranges::sort(files, {}, &RawFile::path);
    for (const auto &file : files)
        run.bytes += file.bytes.size();
    auto shared = std::make_shared<const std::vector<RawFile>>(std::move(files));
    run.load = [shared]() -> Result<std::vector<RawFile>> { return *shared; };
    return run;
}

std::optional<PendingRun> LooseRuns::fromConversation(LooseText text)
{
    const auto head = headOfConversation(text.conversation, text.fileName);
    return pending(head, text, std::move(text.conversation));
}

PendingRun LooseRuns::fromReport(LooseText text)
{
    TrajectoryHead head{.scaffold = QStringLiteral("report"), .name = text.fileName};
    std::vector<RawFile> files;
    files.push_back({.path = text.fileName, .bytes = text.bytes, .problem = {}, .kind = reportKind(text.bytes)});
    return pending(head, text, std::move(files));
}

std::optional<PendingRun> LooseRuns::runOf(LooseText text)
{
    if (!text.conversation.empty())
        return fromConversation(std::move(text));
    const auto start = QByteArrayView(text.bytes).first(std::min(text.bytes.size(), headBytes));
    if (looksLikeReport(start))
        return fromReport(std::move(text));
    const auto shape = trajectoryShapeOf(text.bytes);
    if (shape.format == TrajectoryFormat::None || shape.format == TrajectoryFormat::InspectLog)
        return {};
    auto head = trajectoryHeadOf(text.bytes, shape);
    completeHead(head, text.bytes, shape);
    std::vector<RawFile> files;
    files.push_back({.path = text.fileName, .bytes = text.bytes, .problem = {}, .kind = RunFileKind::Trajectory});
    auto patch = head.patch.isEmpty() ? predictedPatch(text.filePath, head.name) : head.patch;
    if (!patch.isEmpty())
        files.push_back({.path = text.fileName + QLatin1StringView(".patch"),
            .bytes = std::move(patch),
            .problem = {},
            .kind = RunFileKind::Patch});
    return pending(head, text, std::move(files));
}

} // namespace Decayscope
