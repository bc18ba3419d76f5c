// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runfiles.h"

#include <QList>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr QLatin1StringView eventPrefix{"event-"};
constexpr QLatin1StringView jsonSuffix{".json"};

/// What tools name the trajectory they export into one file.
bool isTrajectoryName(QStringView name)
{
    return name == QLatin1StringView("trajectory.json") || name == QLatin1StringView("conversation.json")
        || name.endsWith(QLatin1StringView(".traj.json")) || name.endsWith(QLatin1StringView(".traj"))
        || (name.startsWith(QLatin1StringView("traj_")) && name.endsWith(jsonSuffix));
}

RunFileKind kindOfTopFile(QStringView name)
{
    if (name.startsWith(u'.'))
        return RunFileKind::Stray;
    if (name.endsWith(QLatin1StringView(".patch")))
        return RunFileKind::Patch;
    if (name == QLatin1StringView("conduit.log"))
        return RunFileKind::ServerLog;
    if (name == QLatin1StringView("setup.log"))
        return RunFileKind::SetupLog;
    if (name == QLatin1StringView("evaluation.json"))
        return RunFileKind::Evaluation;
    if (isTrajectoryName(name))
        return RunFileKind::Trajectory;
    if (name.startsWith(QLatin1StringView("newman-run-report-"))) {
        if (name.endsWith(QLatin1StringView(".csv")))
            return RunFileKind::CsvReport;
        if (name.endsWith(QLatin1StringView(".html")))
            return RunFileKind::HtmlReport;
        if (name.endsWith(jsonSuffix))
            return RunFileKind::JsonReport;
        if (name.endsWith(QLatin1StringView(".xml")))
            return RunFileKind::JunitReport;
    }
    return RunFileKind::Stray;
}

} // namespace

RunFileKind kindOfRunFile(QStringView path)
{
    const auto parts = path.split(u'/');
    if (parts.size() == 1)
        return kindOfTopFile(path);
    if (parts.front().startsWith(u'.'))
        return RunFileKind::Stray;
    if (path == QLatin1StringView("mini/trajectory.json"))
        return RunFileKind::MiniTrajectory;
    if (parts.size() == 2 && parts[1] == QLatin1StringView("base_state.json"))
        return RunFileKind::SessionState;
    if (parts.size() == 3 && parts[1] == QLatin1StringView("events") && eventIndex(parts[2]))
        return RunFileKind::SessionEvent;
    return RunFileKind::Stray;
}

std::optional<qint64> eventIndex(QStringView fileName)
{
    if (!fileName.startsWith(eventPrefix) || !fileName.endsWith(jsonSuffix))
        return {};
    const auto rest = fileName.sliced(eventPrefix.size());
    const auto end = std::ranges::find_if_not(rest, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (end == rest.end() || *end != u'-')
        return {};
    bool fits = false;
    const auto index = rest.first(std::distance(rest.begin(), end)).toLongLong(&fits);
    return fits ? std::optional(index) : std::nullopt;
}

QByteArray roomFor(qsizetype size)
{
    QByteArray bytes;
    bytes.reserve(size + spareBytes);
    return bytes;
}

} // namespace Decayscope
