// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "allocation.h"

#include <algorithm>
#include <numeric>

namespace Decayscope {

namespace {

/// Gives one item each in turns until the size is reached.
std::vector<int> inTurns(std::span<const AllocationShare> shares, int size)
{
    std::vector<std::size_t> order(shares.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) { return shares[i].population; });
    std::vector<int> drawn(shares.size());
    for (bool gave = true; gave && size > 0;) {
        gave = false;
        for (const auto i : order) {
            if (size > 0 && drawn[i] < shares[i].minimum) {
                ++drawn[i];
                --size;
                gave = true;
            }
        }
    }
    return drawn;
}

/// Fixes strata whose share by weight leaves their bounds until the rest fits.
class ByWeight
{
public:
    ByWeight(std::span<const AllocationShare> shares, int size)
        : m_shares(shares)
        , m_left(size)
        , m_drawn(shares.size())
    {
        for (std::size_t i = 0; i < shares.size(); ++i) {
            if (shares[i].weight > 0) {
                m_open.push_back(i);
                continue;
            }
            m_drawn[i] = shares[i].minimum;
            m_left -= shares[i].minimum;
        }
    }

    std::vector<int> result()
    {
        while (fixSome()) { }
        shareOut();
        return std::move(m_drawn);
    }

private:
    [[nodiscard]] qint64 weightOfOpen() const
    {
        qint64 sum = 0;
        for (const auto i : m_open)
            sum += m_shares[i].weight;
        return sum;
    }

    /// All too small ones, or all too large ones: whichever are further out together. False where all are within.
    bool fixSome()
    {
        const auto whole = weightOfOpen();
        qint64 above = 0; // In items times the whole weight.
        qint64 below = 0;
        for (const auto i : m_open) {
            const auto part = m_left * m_shares[i].weight;
            above += std::max<qint64>(0, part - m_shares[i].population * whole);
            below += std::max<qint64>(0, m_shares[i].minimum * whole - part);
        }
        return (above > 0 || below > 0) && fix(whole, above >= below);
    }

    bool fix(qint64 whole, bool large)
    {
        const auto left = m_left;
        return std::erase_if(m_open, [&](std::size_t i) {
            const auto &share = m_shares[i];
            const auto part = left * share.weight;
            const bool out = large ? part > share.population * whole : part < share.minimum * whole;
            if (out) {
                m_drawn[i] = large ? share.population : share.minimum;
                m_left -= m_drawn[i];
            }
            return out;
        }) > 0;
    }

    void shareOut()
    {
        const auto whole = weightOfOpen();
        if (whole == 0)
            return;
        auto rest = m_left;
        for (const auto i : m_open) {
            m_drawn[i] = static_cast<int>(m_left * m_shares[i].weight / whole);
            rest -= m_drawn[i];
        }
        std::ranges::stable_sort(
            m_open, std::ranges::greater{}, [&](std::size_t i) { return m_left * m_shares[i].weight % whole; });
        for (const auto i : m_open) {
            if (rest > 0 && m_drawn[i] < m_shares[i].population) {
                ++m_drawn[i];
                --rest;
            }
        }
    }

    std::span<const AllocationShare> m_shares;
    qint64 m_left;
    std::vector<int> m_drawn;
    std::vector<std::size_t> m_open;
};

} // namespace

std::vector<int> allocated(std::span<const AllocationShare> shares, int size)
{
    qint64 minima = 0;
    for (const auto &share : shares)
        minima += share.minimum;
    return minima >= size ? inTurns(shares, size) : ByWeight(shares, size).result();
}

} // namespace Decayscope
