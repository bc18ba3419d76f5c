// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codehistory.h"

#include "historybuilder.h"

#include <QDir>

#include <algorithm>

namespace Decayscope {

CodeHistory CodeHistory::of(const TurnSource &turns, QByteArrayView patch, const Progress &progress)
{
    EventCollector collector;
    const auto count = turns.count();
    for (int index = 0; index < count; ++index) {
        if (progress.isCancelled())
            return {};
        auto turn = turns.turn(index);
        turn.index = index;
        collector.add(turn);
        if (index % 64 == 0)
            progress.report({index, count, 0, {}});
    }
    return HistoryBuilder(collector.take(), readPatchFiles(patch)).build(progress);
}

const std::vector<FileVersion> &CodeHistory::versions(const QString &path) const
{
    static const std::vector<FileVersion> none;
    const auto found = m_versions.find(path);
    return found == m_versions.end() ? none : found->second;
}

const FileVersion *CodeHistory::versionAt(const QString &path, int turn) const
{
    const auto &all = versions(path);
    const auto next = std::ranges::upper_bound(all, turn, {}, &FileVersion::turn);
    return next == all.begin() ? nullptr : &*(next - 1);
}

const FinalFile *CodeHistory::finalFile(const QString &path) const
{
    const auto found = m_final.find(path);
    return found == m_final.end() ? nullptr : &found->second;
}

QStringList CodeHistory::touchedBy(int turn) const
{
    const auto found = m_touched.find(turn);
    return found == m_touched.end() ? QStringList() : found->second;
}

namespace {

constexpr qsizetype longestPath = 4096;

/// Code of the machine, not of the run: its file names say nothing about the run's.
bool isForeign(const QString &path)
{
    for (const auto *start : {u"/usr/", u"/lib/", u"/lib64/", u"/opt/", u"/etc/", u"/bin/", u"/proc/", u"/dev/"}) {
        if (path.startsWith(QStringView(start)))
            return true;
    }
    return path.startsWith(u"node:") || isInstalled(path);
}

/// The longest end of a path that is a path of the history.
QString knownEnd(const QString &path, const QStringList &paths)
{
    for (qsizetype slash = path.indexOf(u'/'); slash >= 0; slash = path.indexOf(u'/', slash + 1)) {
        const auto end = path.sliced(slash + 1);
        if (std::ranges::binary_search(paths, end))
            return end;
    }
    return {};
}

} // namespace

QString CodeHistory::resolved(const QString &path) const
{
    if (path.isEmpty() || path.size() > longestPath)
        return {};
    auto clean = QDir::cleanPath(path.startsWith(u"file://") ? path.sliced(7) : path);
    if (!m_root.isEmpty() && clean.startsWith(QString(m_root + u'/')))
        clean.remove(0, m_root.size() + 1);
    if (std::ranges::binary_search(m_paths, clean))
        return clean;
    if (isForeign(clean))
        return {};
    if (const auto end = knownEnd(clean, m_paths); !end.isEmpty())
        return end;
    if (clean.startsWith(u'/'))
        return {};
    const auto ending = u'/' + clean;
    QString found;
    for (const auto &candidate : m_paths) {
        if (!candidate.endsWith(ending))
            continue;
        if (!found.isEmpty())
            return {};
        found = candidate;
    }
    return found;
}

} // namespace Decayscope
