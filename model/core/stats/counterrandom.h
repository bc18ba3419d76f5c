// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <limits>

namespace Decayscope {

/// The SplitMix64 generator (Steele, Lea, Flood 2014): its n-th number is a hash of seed and n, so a draw depends on
/// nothing but its place, and the standard library's distributions, which differ between vendors, are not needed.
[[nodiscard]] constexpr quint64 randomBits(quint64 seed, quint64 place)
{
    auto bits = seed + (place + 1) * 0x9e3779b97f4a7c15ULL;
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9ULL;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebULL;
    return bits ^ (bits >> 31);
}

/// Random numbers one after the other: the same on every machine.
class CounterRandom
{
public:
    explicit constexpr CounterRandom(quint64 seed)
        : m_seed(seed)
    { }

    /// One of 0 … bound − 1, all equally likely; bound ≥ 1.
    [[nodiscard]] constexpr quint64 below(quint64 bound)
    {
        constexpr auto most = std::numeric_limits<quint64>::max();
        const auto fair = most - most % bound;
        auto bits = randomBits(m_seed, m_place++);
        while (bits >= fair)
            bits = randomBits(m_seed, m_place++);
        return bits % bound;
    }

private:
    quint64 m_seed;
    quint64 m_place = 0;
};

} // namespace Decayscope
