// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runreader.h"

#include "contenthash.h"
#include "minitrajectoryreader.h"
#include "newmancsvreader.h"
#include "openhandsreader.h"
#include "runfiles.h"

#include <algorithm>
#include <map>

namespace Decayscope {

namespace {

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
        m_filesByKind[kindOfRunFile(file.path)].push_back(&file);
    }
}

void RunReader::dropStrays()
{
    std::erase_if(m_files, [](const RawFile &file) {
        const auto isLost = !file.problem.isEmpty() && file.bytes.isEmpty();
        return isLost || kindOfRunFile(file.path) == RunFileKind::Stray;
    });
}

RunBundle RunReader::run()
{
    m_bundle.contentHash = contentHashOf(m_files);
    readPatch();
    readReports();
    keepAll(RunFileKind::ServerLog, DocumentKind::ServerLog);
    keepAll(RunFileKind::SetupLog, DocumentKind::SetupLog);
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
    m_bundle.warnings.push_back({path.isEmpty() ? m_bundle.origin : m_bundle.origin + u'/' + path, reason});
}

void RunReader::readPatch()
{
    const auto expected = m_bundle.key.configuration.scaffold + u'-' + m_bundle.key.task + QLatin1StringView(".patch");
    const auto patches = filesOf(RunFileKind::Patch);
    if (patches.empty())
        return warn({}, QStringLiteral("The run has no patch: it fails every constraint of its task."));
    const auto named = std::ranges::find(patches, expected, &RawFile::path);
    auto &patch = named == patches.end() ? *patches.front() : **named;
    if (patch.path != expected)
        warn(patch.path,
            QStringLiteral("It is taken as the run's patch, though its name is not %1.").arg(quoted(expected)));
    if (patches.size() > 1)
        warn(patch.path, QStringLiteral("It is one of %1 patches; the others are left out.").arg(patches.size()));
    if (patch.bytes.isEmpty())
        warn(patch.path, QStringLiteral("The patch is empty."));
    keep(DocumentKind::Patch, patch);
}

/// A run tested again holds several reports. Their names are their times: the newest counts, the others are kept.
void RunReader::readReports()
{
    auto reports = filesOf(RunFileKind::CsvReport);
    if (reports.empty())
        warn({}, QStringLiteral("The run has no test report: its score is 0."));
    std::ranges::reverse(reports);
    if (reports.size() > 1) {
        warn(reports[0]->path,
            QStringLiteral("It counts as the newest of %1 reports, not %2.")
                .arg(reports.size())
                .arg(quoted(reports[1]->path)));
    }
    for (auto *report : reports) {
        if (report == reports.front()) {
            auto reading = readNewmanCsv(report->bytes);
            m_bundle.requests = std::move(reading.requests);
            for (const auto &reason : reading.warnings)
                warn(report->path, reason);
        }
        keep(DocumentKind::Report, *report);
    }
    keepAll(RunFileKind::HtmlReport, DocumentKind::Report);
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
    warn({}, QStringLiteral("The run has no trajectory."));
}

void RunReader::readMini(RawFile &file)
{
    take(readMiniTrajectory(file.bytes, file.path));
    keep(DocumentKind::Trajectory, file);
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
