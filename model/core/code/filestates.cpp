// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filestates.h"

#include "linediff.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qsizetype mostBytes = 64'000'000; ///< Of all texts and writers together.

qsizetype bytesOf(const FileVersion &version)
{
    return version.text.size() * 2 + static_cast<qsizetype>(version.writers.size()) * 4;
}

} // namespace

std::vector<int> inheritedWriters(
    const QString &before, const std::vector<int> &writers, const QString &after, int writer)
{
    std::vector<int> inherited;
    inherited.reserve(static_cast<std::size_t>(lineCount(after)));
    auto from = writers.begin();
    for (const auto &change : lineChanges(before, after)) {
        const auto unchanged = writers.begin() + qMin<std::ptrdiff_t>(change.left, std::ssize(writers));
        inherited.insert(inherited.end(), from, qMax(from, unchanged));
        inherited.insert(inherited.end(), static_cast<std::size_t>(change.rightCount), writer);
        from = writers.begin() + qMin<std::ptrdiff_t>(change.left + change.leftCount, std::ssize(writers));
    }
    inherited.insert(inherited.end(), from, writers.end());
    inherited.resize(static_cast<std::size_t>(lineCount(after)), unknownWriter);
    return inherited;
}

FileBelief *FileStates::find(const QString &path)
{
    const auto found = m_beliefs.find(path);
    return found == m_beliefs.end() ? nullptr : &found->second;
}

FileVersion *FileStates::lastVersion(const QString &path)
{
    const auto found = m_versions.find(path);
    return found == m_versions.end() || found->second.empty() ? nullptr : &found->second.back();
}

void FileStates::addVersion(const QString &path, FileVersion version)
{
    auto &versions = m_versions[path];
    const auto bytes = bytesOf(version);
    const auto turn = version.turn;
    if (!versions.empty() && versions.back().turn == turn) {
        m_bytes -= bytesOf(versions.back());
        versions.back() = std::move(version);
    } else {
        versions.push_back(std::move(version));
    }
    m_bytes += bytes;
    if (bytes > 0)
        m_stored.push_back({path, turn, bytes});
    keepSmall();
}

/// Forgets the oldest texts where all together are too many.
void FileStates::keepSmall()
{
    while (m_bytes > mostBytes && !m_stored.empty()) {
        const auto oldest = std::move(m_stored.front());
        m_stored.pop_front();
        auto &versions = m_versions[oldest.path];
        const auto found = std::ranges::lower_bound(versions, oldest.turn, {}, &FileVersion::turn);
        if (found == versions.end() || found->turn != oldest.turn || bytesOf(*found) == 0)
            continue;
        m_bytes -= bytesOf(*found);
        if (found + 1 == versions.end())
            m_beliefs[oldest.path] = {};
        *found = {found->turn, found->exists, FileKnowledge::Unknown, {}, {},
            QStringLiteral("The texts of this run are too large to be kept for every turn.")};
    }
}

void FileStates::setText(const QString &path, int turn, FileBelief belief, const QString &how)
{
    belief.exists = true;
    FileVersion version{turn, true, FileKnowledge::Unknown, {}, {}, how};
    if (belief.isSure && belief.text) {
        version.knowledge = belief.knowledge;
        version.text = *belief.text;
        version.writers = belief.writers;
    }
    if (belief.isSure)
        m_known.insert(path);
    m_beliefs[path] = std::move(belief);
    m_gone.erase(path);
    m_live.insert(path);
    addVersion(path, std::move(version));
}

void FileStates::setUnknown(const QString &path, int turn, const QString &how)
{
    auto &belief = m_beliefs[path];
    belief.isSure = false;
    m_known.erase(path);
    m_gone.erase(path);
    m_live.insert(path);
    const auto *last = lastVersion(path);
    if (last && last->exists && last->knowledge == FileKnowledge::Unknown && last->turn == turn)
        return;
    addVersion(path, {turn, true, FileKnowledge::Unknown, {}, {}, how});
}

void FileStates::setAbsent(const QString &path, int turn, FileKnowledge knowledge, const QString &how)
{
    FileBelief belief;
    belief.exists = false;
    belief.isSure = true;
    belief.knowledge = knowledge;
    belief.text = QString();
    m_beliefs[path] = std::move(belief);
    m_live.erase(path);
    m_known.erase(path);
    m_gone.insert(path);
    addVersion(path, {turn, false, knowledge, {}, {}, how});
}

QStringList FileStates::inFolder(const QString &folder) const
{
    const auto start = folder == u"." ? QString() : QString(folder + u'/');
    QStringList paths;
    for (auto path = m_live.lower_bound(start); path != m_live.end() && path->startsWith(start); ++path) {
        if (!start.isEmpty() || !path->startsWith(u'/'))
            paths.append(*path);
    }
    return paths;
}

namespace {

void addLike(QStringList &paths, const std::set<QString> &from, const QString &start, const QString &end)
{
    const QString folderEnd = end + u'/';
    for (auto path = from.lower_bound(start); path != from.end() && path->startsWith(start); ++path) {
        const auto isOutside = start.isEmpty() && path->startsWith(u'/');
        const QString rooted = u'/' + *path;
        if (!isOutside && (rooted.endsWith(end) || rooted.contains(folderEnd)))
            paths.append(*path);
    }
}

} // namespace

QStringList FileStates::knownLike(const QString &start, const QString &end, bool gone) const
{
    QStringList paths;
    addLike(paths, m_known, start, end);
    if (gone)
        addLike(paths, m_gone, start, end);
    return paths;
}

namespace {

/// The first element at or behind the paths below a folder.
template <typename Paths>
bool hasBelow(const Paths &paths, const QString &folder)
{
    const auto below = paths.lower_bound(folder);
    return below != paths.end() && below->startsWith(folder);
}

} // namespace

FileStates::Folder FileStates::folderAt(const QString &path) const
{
    const QString below = path + u'/';
    const auto made = m_folders.find(path);
    if (path == u"." || hasBelow(m_known, below) || (made != m_folders.end() && made->second))
        return Folder::Yes;
    return made != m_folders.end() || hasBelow(m_live, below) ? Folder::Maybe : Folder::NotSeen;
}

void FileStates::addFolder(const QString &path, bool isSure)
{
    m_folders[path] |= isSure;
}

void FileStates::removeFolders(const QString &path)
{
    m_folders.erase(path);
    const QString below = path + u'/';
    auto folder = m_folders.lower_bound(below);
    while (folder != m_folders.end() && folder->first.startsWith(below))
        folder = m_folders.erase(folder);
}

} // namespace Decayscope
