// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "handoutfiles.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

constexpr qsizetype longestPath = 200;
constexpr qsizetype mostFolders = 8;

constexpr QLatin1StringView reportPrefix{"newman-run-report-"};
constexpr QLatin1StringView reportTime{"yyyy-MM-dd-HH-mm-ss"};

QStringView suffixOf(QStringView path)
{
    const auto dot = path.lastIndexOf(u'.');
    return dot < 0 ? QStringView() : path.sliced(dot);
}

QStringView nameOf(QStringView path)
{
    return path.sliced(path.lastIndexOf(u'/') + 1);
}

/// When a report was written, as its name says.
QDateTime timeOfReport(const QString &path)
{
    const auto name = nameOf(path);
    const auto size = reportPrefix.size() + reportTime.size();
    if (!name.startsWith(reportPrefix) || name.size() < size)
        return {};
    auto time
        = QDateTime::fromString(name.sliced(reportPrefix.size(), reportTime.size()).toString(), QString(reportTime));
    time.setTimeZone(QTimeZone::UTC);
    return time;
}

/// Names of reports tell their order and which belong together, but not their day.
class ReportNames
{
public:
    explicit ReportNames(const std::vector<Document> &documents)
    {
        for (const auto &document : documents) {
            const auto time = document.kind == DocumentKind::Report ? timeOfReport(document.path) : QDateTime();
            if (time.isValid() && (!m_first.isValid() || time < m_first))
                m_first = time;
        }
    }

    [[nodiscard]] QString nameOf(const Document &document)
    {
        const auto time = timeOfReport(document.path);
        const auto since = time.isValid() ? m_first.secsTo(time) : 0;
        const QDateTime neutral(QDate(2000, 1, 1), QTime(0, 0), QTimeZone::UTC);
        return reportPrefix + neutral.addSecs(since).toString(QString(reportTime)) + u"-000-"
            + QString::number(m_count++) + suffixOf(document.path);
    }

private:
    QDateTime m_first;
    int m_count = 0;
};

QString nameOfTrajectory(const QString &path)
{
    if (path == u"mini/trajectory.json" || path == u"conversation.json")
        return path;
    if (path.endsWith(u".traj.json"))
        return u"trajectory.traj.json"_s;
    return path.endsWith(u".traj") ? u"trajectory.traj"_s : u"trajectory.json"_s;
}

/// "event-00054-<id>.json" or "54.json" with its number alone.
QString nameOfEvent(QStringView path)
{
    constexpr QLatin1StringView prefix{"event-"};
    const auto name = nameOf(path);
    if (!name.startsWith(prefix))
        return u"session/events/"_s + name;
    const auto digits = name.sliced(prefix.size());
    return u"session/events/"_s + prefix + digits.first(std::max<qsizetype>(0, digits.indexOf(u'-'))) + u"-0.json";
}

QString nameOfDocument(const Document &document, ReportNames &reports)
{
    switch (document.kind) {
    case DocumentKind::Patch:
        return u"run.patch"_s;
    case DocumentKind::Report:
        return reports.nameOf(document);
    case DocumentKind::ServerLog:
        return u"conduit.log"_s;
    case DocumentKind::SetupLog:
        return u"setup.log"_s;
    case DocumentKind::Evaluation:
        return u"evaluation.json"_s;
    case DocumentKind::TrajectoryState:
        return u"session/base_state.json"_s;
    case DocumentKind::Trajectory:
    case DocumentKind::TrajectoryEvents:
        break;
    }
    return nameOfTrajectory(document.path);
}

bool isPlainName(QStringView name)
{
    const auto isPlain = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-'
            || c == u'_' || c == u'.' || c == u' ';
    };
    return !name.isEmpty() && name.front() != u'.' && name.front() != u' ' && name.back() != u' '
        && std::ranges::all_of(name, isPlain);
}

} // namespace

std::vector<HandoutFile> handoutFiles(const std::vector<Document> &documents, const IdentityMask &mask)
{
    std::vector<HandoutFile> files;
    ReportNames reports(documents);
    for (const auto &document : documents) {
        if (document.parts.empty()) {
            files.push_back({nameOfDocument(document, reports), mask.masked(document.bytes)});
            continue;
        }
        for (const auto &part : document.parts) {
            if (part.offset < 0 || part.length < 0 || part.offset > document.bytes.size() - part.length)
                continue;
            files.push_back({nameOfEvent(part.path), mask.masked(document.bytes.sliced(part.offset, part.length))});
        }
    }
    return files;
}

bool isSafePath(QStringView path)
{
    const auto names = path.split(u'/');
    return path.size() <= longestPath && names.size() <= mostFolders && std::ranges::all_of(names, isPlainName);
}

} // namespace Decayscope
