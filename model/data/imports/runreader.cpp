// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runreader.h"

#include "classicevents.h"
#include "contenthash.h"
#include "minitrajectoryreader.h"
#include "openhandsreader.h"
#include "recordedrequests.h"
#include "reports.h"
#include "runfiles.h"
#include "trajectoryfile.h"

#include <algorithm>
#include <array>
#include <map>
#include <ranges>

namespace Decayscope {

namespace {

constexpr std::array reportKinds{
    RunFileKind::CsvReport, RunFileKind::JsonReport, RunFileKind::JunitReport, RunFileKind::HtmlReport};

constexpr qsizetype studyHead = 65536; ///< Within it the study's layout shows the name of its list.

QString quoted(const QString &text)
{
    return u'"' + text + u'"';
}

QString foldersOf(const std::map<QString, SessionFiles> &sessions)
{
    QStringList names;
    for (const auto &[folder, files] : sessions)
        names.append(quoted(folder));
    return names.join(QLatin1StringView(", "));
}

class RunReader
{
public:
    RunReader(const PendingRun &run, std::vector<RawFile> files);
    RunBundle run();

private:
    [[nodiscard]] std::vector<RawFile *> filesOf(RunFileKind kind);
    void dropStrays();
    void keep(DocumentKind kind, RawFile &file)
    {
        m_bundle.documents.push_back({kind, file.path, std::move(file.bytes), {}});
    }
    void keepAll(RunFileKind fileKind, DocumentKind documentKind);
    void warn(const QString &path, const QString &reason);
    void readPatch();
    void readReports();
    void readTrajectory();
    void readMini(RawFile &file);
    void readFile(RawFile &file);
    void takeEvents(SessionReading reading);
    /// Whether the run lies outside of the study: nothing is missing where a tree would have it.
    [[nodiscard]] bool isLoose() const { return m_bundle.task.kind == TaskKind::Other; }
    void readConversation(const std::map<QString, SessionFiles> &sessions);
    std::map<QString, SessionFiles> sessions();
    void take(TrajectoryReading reading);

    std::vector<RawFile> m_files; ///< Sorted by path, without strays.
    std::map<RunFileKind, std::vector<RawFile *>> m_filesByKind; ///< Each in the order of paths.
    RunBundle m_bundle;
};

RunReader::RunReader(const PendingRun &run, std::vector<RawFile> files)
    : m_files(std::move(files))
{
    m_bundle.key = run.key;
    m_bundle.task = run.task;
    m_bundle.origin = run.origin;
    for (const auto &file : m_files) {
        if (!file.problem.isEmpty())
            warn(file.path, file.problem);
    }
    dropStrays();
    std::ranges::sort(m_files, {}, &RawFile::path);
    for (auto &file : m_files) {
        m_bundle.bytes += file.bytes.size();
        if (file.bytes.capacity() < file.bytes.size() + spareBytes)
            file.bytes.reserve(file.bytes.size() + spareBytes);
        m_filesByKind[file.runFileKind()].push_back(&file);
    }
}

void RunReader::dropStrays()
{
    std::erase_if(m_files, [](const RawFile &file) {
        const auto isLost = !file.problem.isEmpty() && file.bytes.isEmpty();
        return isLost || file.runFileKind() == RunFileKind::Stray;
    });
}

RunBundle RunReader::run()
{
    m_bundle.contentHash = contentHashOf(m_files);
    readPatch();
    readReports();
    keepAll(RunFileKind::ServerLog, DocumentKind::ServerLog);
    keepAll(RunFileKind::SetupLog, DocumentKind::SetupLog);
    keepAll(RunFileKind::Evaluation, DocumentKind::Evaluation);
    readTrajectory();
    return std::move(m_bundle);
}

std::vector<RawFile *> RunReader::filesOf(RunFileKind kind)
{
    const auto found = m_filesByKind.find(kind);
    return found == m_filesByKind.end() ? std::vector<RawFile *>() : found->second;
}

void RunReader::keepAll(RunFileKind fileKind, DocumentKind documentKind)
{
    for (auto *file : filesOf(fileKind))
        keep(documentKind, *file);
}

void RunReader::warn(const QString &path, const QString &reason)
{
    const auto isOrigin = path.isEmpty() || m_bundle.origin.endsWith(u'/' + path);
    m_bundle.warnings.push_back({isOrigin ? m_bundle.origin : m_bundle.origin + u'/' + path, reason});
}

void RunReader::readPatch()
{
    const auto expected = m_bundle.key.configuration.scaffold + u'-' + m_bundle.key.task + QLatin1StringView(".patch");
    const auto patches = filesOf(RunFileKind::Patch);
    if (patches.empty() && isLoose())
        return;
    if (patches.empty())
        return warn({}, QStringLiteral("The run has no patch: it fails every constraint of its task."));
    const auto named = std::ranges::find(patches, expected, &RawFile::path);
    auto &patch = named == patches.end() ? *patches.front() : **named;
    if (patch.path != expected && !isLoose())
        warn(patch.path,
            QStringLiteral("It is taken as the run's patch, though its name is not %1.").arg(quoted(expected)));
    if (patches.size() > 1)
        warn(patch.path, QStringLiteral("It is one of %1 patches; the others are left out.").arg(patches.size()));
    if (patch.bytes.isEmpty())
        warn(patch.path, QStringLiteral("The patch is empty."));
    keep(DocumentKind::Patch, patch);
}

/// Of other contracts' suites nothing is known here: requests that happen to have names of the study's are not of it.
const std::vector<SuiteRequest> &suiteOf(const TaskSpec &task)
{
    static const std::vector<SuiteRequest> unknown;
    const bool isOther = task.kind == TaskKind::Generation && task.contractWord() != studyContractWord;
    return isOther ? unknown : conduitSuite();
}

/// A run tested again holds several reports. Their names are their times: the newest counts, the others are kept.
void RunReader::readReports()
{
    auto tables = filesOf(RunFileKind::CsvReport);
    std::ranges::reverse(tables);
    if (tables.size() > 1) {
        warn(tables[0]->path,
            QStringLiteral("It counts as the newest of %1 reports, not %2.")
                .arg(tables.size())
                .arg(quoted(tables[1]->path)));
    }
    std::vector<const RawFile *> all;
    for (const auto kind : reportKinds)
        std::ranges::copy(filesOf(kind), std::back_inserter(all));
    auto reading = Decayscope::readReports(all, suiteOf(m_bundle.task));
    if (!reading.counted && !isLoose())
        warn({}, QStringLiteral("The run has no test report: its score is 0."));
    m_bundle.requests = std::move(reading.requests);
    if (const auto records = filesOf(RunFileKind::Evaluation); !records.empty() && reading.counted) {
        if (auto recorded = recordedRequests(records.front()->bytes, m_bundle.requests))
            m_bundle.requests = std::move(*recorded);
    }
    for (const auto &issue : reading.warnings)
        warn(issue.path, issue.reason);
    for (auto *table : tables)
        keep(DocumentKind::Report, *table);
    for (const auto kind : reportKinds | std::views::drop(1))
        keepAll(kind, DocumentKind::Report);
}

void RunReader::readTrajectory()
{
    const auto mini = filesOf(RunFileKind::MiniTrajectory);
    const auto conversations = sessions();
    const auto namesOpenHands = m_bundle.key.configuration.scaffold.startsWith(QLatin1StringView("openhands"));
    if (!mini.empty() && !conversations.empty()) {
        warn({},
            QStringLiteral("The run holds trajectories of both scaffolds; %1 is left out.")
                .arg(namesOpenHands ? quoted(mini.front()->path) : foldersOf(conversations)));
    }
    if (!mini.empty() && (conversations.empty() || !namesOpenHands))
        return readMini(*mini.front());
    if (!conversations.empty())
        return readConversation(conversations);
    if (const auto files = filesOf(RunFileKind::Trajectory); !files.empty())
        return readFile(*files.front());
    if (const auto events = filesOf(RunFileKind::ClassicEvent); !events.empty())
        return takeEvents(readClassicEvents({events.begin(), events.end()}));
    if (!isLoose())
        warn({}, QStringLiteral("The run has no trajectory."));
}

void RunReader::readMini(RawFile &file)
{
    const auto isOfStudy
        = QByteArrayView(file.bytes).first(std::min(file.bytes.size(), studyHead)).contains("\"trajectories\"");
    if (!isOfStudy)
        return readFile(file);
    take(readMiniTrajectory(file.bytes, file.path));
    keep(DocumentKind::Trajectory, file);
}

/// Of a known format by its content, or what the study's reader can make of it.
void RunReader::readFile(RawFile &file)
{
    const auto shape = trajectoryShapeOf(file.bytes);
    const auto isOther = shape.format != TrajectoryFormat::None && shape.format != TrajectoryFormat::MiniStudy
        && shape.format != TrajectoryFormat::InspectLog;
    const auto isBareList = shape.format == TrajectoryFormat::MessageList && !isLoose();
    take(isOther && !isBareList ? readTrajectoryFile(file.bytes, shape, trajectoryHeadOf(file.bytes, shape), file.path)
                                : readMiniTrajectory(file.bytes, file.path));
    keep(DocumentKind::Trajectory, file);
}

void RunReader::takeEvents(SessionReading reading)
{
    take(std::move(reading.trajectory));
    if (reading.events)
        m_bundle.documents.push_back(std::move(*reading.events));
}

std::map<QString, SessionFiles> RunReader::sessions()
{
    std::map<QString, SessionFiles> found;
    const auto of = [&found](const RawFile &file) -> SessionFiles & {
        const auto folder = file.path.first(file.path.indexOf(u'/'));
        auto &session = found[folder];
        session.folder = folder;
        return session;
    };
    for (const auto *file : filesOf(RunFileKind::SessionState))
        of(*file).state = file;
    for (const auto *file : filesOf(RunFileKind::SessionEvent))
        of(*file).events.push_back(file);
    return found;
}

/// Of several conversations the first by name that has a state counts, else the first by name.
void RunReader::readConversation(const std::map<QString, SessionFiles> &sessions)
{
    const auto hasState = [](const auto &entry) { return entry.second.state != nullptr; };
    const auto withState = std::ranges::find_if(sessions, hasState);
    const auto &chosen = withState == sessions.end() ? sessions.begin()->second : withState->second;
    if (sessions.size() > 1) {
        warn(chosen.folder,
            QStringLiteral("It counts as the first of %1 conversations (%2); the others are left out.")
                .arg(sessions.size())
                .arg(foldersOf(sessions)));
    }
    auto reading = readSession(chosen);
    take(std::move(reading.trajectory));
    if (chosen.state)
        m_bundle.documents.push_back({DocumentKind::TrajectoryState, chosen.state->path, chosen.state->bytes, {}});
    if (reading.events)
        m_bundle.documents.push_back(std::move(*reading.events));
}

void RunReader::take(TrajectoryReading reading)
{
    m_bundle.turns = std::move(reading.turns);
    m_bundle.termination = reading.termination;
    m_bundle.tokens = reading.tokens;
    m_bundle.allTokens = reading.allTokens;
    for (const auto &issue : reading.warnings)
        warn(issue.path, issue.reason);
}

} // namespace

RunBundle readRun(const PendingRun &run, std::vector<RawFile> files)
{
    return RunReader(run, std::move(files)).run();
}

} // namespace Decayscope
