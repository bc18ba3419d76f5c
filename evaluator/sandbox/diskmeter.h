// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "descriptor.h"

#include <QByteArray>

#include <chrono>
#include <vector>

namespace Decayscope {

/// Measures what folders hold, in small steps, so that a hundred thousand files keep nobody waiting. Follows no link.
class DiskMeter
{
public:
    void add(const QByteArray &folder);
    void remove(const QByteArray &folder);

    /// Goes on with the walk through all folders for about `time`; whether it came to its end. The next step begins
    /// anew then.
    bool step(std::chrono::microseconds time);

    [[nodiscard]] qint64 bytes() const; ///< Of the last complete walk, or of the current one where it found more.
    [[nodiscard]] qint64 entries() const { return m_entries > m_current.entries ? m_entries : m_current.entries; }

    /// Bytes by which the disks of the folders have filled since these were added, by anybody.
    [[nodiscard]] qint64 filled() const;

    /// Whether the walk met folders it could not enter: too deep, or shut by their owner.
    [[nodiscard]] bool isBlind() const { return m_isBlind || m_current.isBlind; }

private:
    struct Place
    {
        QByteArray path;
        Descriptor folder;
        qint64 freeAtFirst = 0;
    };
    struct Walk
    {
        qint64 bytes = 0;
        qint64 entries = 0;
        bool isBlind = false;
        std::size_t place = 0; ///< Whose folders are waiting.
        std::vector<QByteArray> waiting; ///< Paths below the place.
    };

    void walk(const Descriptor &top, const QByteArray &path);

    std::vector<Place> m_places;
    Walk m_current;
    bool m_isWalking = false;
    qint64 m_bytes = 0;
    qint64 m_entries = 0;
    bool m_isBlind = false;
};

} // namespace Decayscope
