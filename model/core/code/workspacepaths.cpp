// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspacepaths.h"

#include <QDir>
#include <QSet>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestPath = 4096;

QSet<QString> absolutePaths(const HistoryEvents &events)
{
    QSet<QString> paths;
    for (const auto &event : events.events) {
        for (const auto &path : {event.edit.edit.path, event.edit.edit.target}) {
            if (path.startsWith(u'/') && path.size() <= longestPath && !event.edit.isPattern)
                paths.insert(QDir::cleanPath(path));
        }
    }
    return paths;
}

/// The folder that wins the most votes; of several the shortest.
QString winner(const QHash<QString, int> &votes)
{
    QString best;
    int most = 0;
    for (auto vote = votes.cbegin(); vote != votes.cend(); ++vote) {
        const auto isBetter = vote.value() > most
            || (vote.value() == most
                && (vote.key().size() < best.size() || (vote.key().size() == best.size() && vote.key() < best)));
        if (isBetter) {
            best = vote.key();
            most = vote.value();
        }
    }
    return best;
}

QString rootByPatch(const QSet<QString> &paths, const Patch &patch)
{
    QSet<QString> known;
    for (const auto &file : patch.files)
        known.insert(file.path());
    QHash<QString, int> votes;
    for (const auto &path : paths) {
        int depth = 0;
        for (auto slash = path.indexOf(u'/', 1); slash > 0 && depth < 64;
            slash = path.indexOf(u'/', slash + 1), ++depth) {
            if (known.contains(path.sliced(slash + 1)))
                ++votes[path.first(slash)];
        }
    }
    return winner(votes);
}

bool isSystemPath(const QString &path)
{
    for (const auto start : {"/tmp/"_L1, "/usr/"_L1, "/etc/"_L1, "/var/"_L1, "/dev/"_L1, "/proc/"_L1, "/opt/"_L1}) {
        if (path.startsWith(start))
            return true;
    }
    return false;
}

/// The usual workspaces of the study's scaffolds, by how much is written there; else where commands ran.
QString rootByHabit(const QSet<QString> &paths, const QStringList &folders)
{
    QHash<QString, int> votes;
    for (const auto &path : paths) {
        for (const auto &root : {u"/repository"_s, u"/testbed"_s, u"/workspace"_s, u"/app"_s}) {
            if (path.startsWith(root + u'/'))
                ++votes[root];
        }
    }
    if (!votes.isEmpty())
        return winner(votes);
    for (const auto &folder : folders) {
        const auto clean = QDir::cleanPath(folder);
        if (folder.startsWith(u'/') && folder.size() <= longestPath && !isSystemPath(clean + u'/') && clean != "/"_L1)
            ++votes[clean];
    }
    if (!votes.isEmpty())
        return winner(votes);
    for (const auto &path : paths) {
        if (!isSystemPath(path) && path.lastIndexOf(u'/') > 0)
            ++votes[path.first(path.lastIndexOf(u'/'))];
    }
    return winner(votes);
}

} // namespace

WorkspacePaths WorkspacePaths::of(const HistoryEvents &events, const Patch &patch)
{
    WorkspacePaths result;
    const auto paths = absolutePaths(events);
    result.m_root = rootByPatch(paths, patch);
    if (result.m_root.isEmpty())
        result.m_root = rootByHabit(paths, events.folders);
    return result;
}

QString WorkspacePaths::relative(const QString &path) const
{
    if (path.isEmpty() || path.size() > longestPath)
        return {};
    auto clean = QDir::cleanPath(path);
    if (!m_root.isEmpty() && clean == m_root)
        return u"."_s;
    if (!m_root.isEmpty() && clean.startsWith(m_root) && clean.at(m_root.size()) == u'/')
        return clean.sliced(m_root.size() + 1);
    if (clean == ".."_L1 || clean.startsWith("../"_L1))
        return {};
    return clean;
}

bool isInstalled(const QString &path)
{
    static const QSet<QString> folders{u"node_modules"_s, u"bower_components"_s, u"venv"_s, u".venv"_s,
        u"site-packages"_s, u"dist-packages"_s, u"__pycache__"_s, u".git"_s, u".tox"_s, u".mypy_cache"_s,
        u".pytest_cache"_s};
    for (const auto &part : path.split(u'/')) {
        if (folders.contains(part))
            return true;
    }
    return false;
}

} // namespace Decayscope
