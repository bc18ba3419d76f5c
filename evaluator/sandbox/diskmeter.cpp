// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diskmeter.h"

#include "foldertree.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include <algorithm>
#include <memory>

namespace Decayscope {

namespace {

/// What the system itself keeps of a file, about.
constexpr qint64 bytesPerEntry = 256;

qint64 freeBytes(const Descriptor &folder)
{
    struct statvfs system{};
    if (!folder.isOpen() || ::fstatvfs(folder.get(), &system) != 0)
        return 0;
    return static_cast<qint64>(system.f_bfree) * static_cast<qint64>(system.f_frsize);
}

} // namespace

void DiskMeter::add(const QByteArray &folder)
{
    Place place;
    place.path = folder;
    place.folder.reset(::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    place.freeAtFirst = freeBytes(place.folder);
    m_places.push_back(std::move(place));
    m_isWalking = false;
}

void DiskMeter::remove(const QByteArray &folder)
{
    std::erase_if(m_places, [&folder](const Place &place) { return place.path == folder; });
    m_isWalking = false;
}

bool DiskMeter::step(std::chrono::microseconds time)
{
    const auto until = std::chrono::steady_clock::now() + time;
    if (!m_isWalking) {
        m_current = {};
        m_isWalking = true;
        if (!m_places.empty())
            m_current.waiting.emplace_back(".");
    }
    while (m_current.place < m_places.size()) {
        while (!m_current.waiting.empty()) {
            const auto path = std::move(m_current.waiting.back());
            m_current.waiting.pop_back();
            walk(m_places[m_current.place].folder, path);
            if (std::chrono::steady_clock::now() > until)
                return false;
        }
        if (++m_current.place < m_places.size())
            m_current.waiting.emplace_back(".");
    }
    m_bytes = m_current.bytes;
    m_entries = m_current.entries;
    m_isBlind = m_current.isBlind;
    m_isWalking = false;
    return true;
}

void DiskMeter::walk(const Descriptor &top, const QByteArray &path)
{
    constexpr qsizetype longestPath = 3500;
    constexpr std::size_t mostWaiting = 200000;
    const auto close = [](DIR *folder) { ::closedir(folder); };
    const int opened = openBeneath(top.get(), path, O_RDONLY | O_DIRECTORY);
    const std::unique_ptr<DIR, decltype(close)> folder(opened < 0 ? nullptr : ::fdopendir(opened), close);
    if (!folder)
        m_current.isBlind = m_current.isBlind || errno != ENOENT;
    while (const auto *entry = folder ? ::readdir(folder.get()) : nullptr) {
        const QByteArray name(static_cast<const char *>(entry->d_name));
        struct stat info{};
        if (name == "." || name == ".."
            || ::fstatat(::dirfd(folder.get()), name.constData(), &info, AT_SYMLINK_NOFOLLOW) != 0)
            continue;
        ++m_current.entries;
        // A file with several names counts once for each of them no more than in full.
        m_current.bytes += bytesPerEntry
            + static_cast<qint64>(info.st_blocks) * 512
                / std::max<qint64>(S_ISDIR(info.st_mode) ? 1 : static_cast<qint64>(info.st_nlink), 1);
        if (!S_ISDIR(info.st_mode))
            continue;
        if (path.size() + name.size() > longestPath || m_current.waiting.size() > mostWaiting)
            m_current.isBlind = true;
        else
            m_current.waiting.push_back(path + '/' + name);
    }
}

qint64 DiskMeter::bytes() const
{
    return std::max(m_bytes, m_current.bytes);
}

qint64 DiskMeter::filled() const
{
    qint64 most = 0;
    for (const auto &place : m_places)
        most = std::max(most, place.freeAtFirst - freeBytes(place.folder));
    return most;
}

} // namespace Decayscope
