// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Decayscope {

/// Chance that is the same everywhere and for ever: SplitMix64, seeded by a name.
/// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
class SampleChance
{
public:
    explicit SampleChance(const QString &name)
    {
        // FNV-1a, for Qt's own hashes may change between versions.
        m_state = 0xcbf29ce484222325U;
        for (const auto character : name)
            m_state = (m_state ^ character.unicode()) * 0x100000001b3U;
    }

    [[nodiscard]] quint64 next()
    {
        m_state += 0x9e3779b97f4a7c15U;
        auto z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31);
    }

    /// In [0, 1).
    [[nodiscard]] double share() { return static_cast<double>(next() >> 11) * 0x1p-53; }

    [[nodiscard]] bool happens(double probability) { return share() < probability; }

    /// In [low, high].
    [[nodiscard]] int between(int low, int high)
    {
        return low + static_cast<int>(next() % static_cast<quint64>(high - low + 1));
    }

private:
    quint64 m_state = 0;
};

} // namespace Decayscope
