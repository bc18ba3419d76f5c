// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turnheights.h"

#include <algorithm>
#include <bit>

namespace Decayscope {

void TurnHeights::assign(std::vector<int> heights)
{
    m_heights = std::move(heights);
    m_sums.assign(m_heights.size() + 1, 0);
    for (size_t i = 1; i < m_sums.size(); ++i) {
        m_sums[i] += m_heights[i - 1];
        const auto parent = i + (i & (~i + 1));
        if (parent < m_sums.size())
            m_sums[parent] += m_sums[i];
    }
}

void TurnHeights::set(int index, int height)
{
    auto &known = m_heights[static_cast<size_t>(index)];
    const qint64 change = height - known;
    known = height;
    if (change == 0)
        return;
    for (auto i = static_cast<size_t>(index) + 1; i < m_sums.size(); i += i & (~i + 1))
        m_sums[i] += change;
}

qint64 TurnHeights::before(int index) const
{
    qint64 sum = 0;
    for (auto i = static_cast<size_t>(index); i > 0; i &= i - 1)
        sum += m_sums[i];
    return sum;
}

int TurnHeights::rowAt(qint64 place) const
{
    if (m_heights.empty())
        return -1;
    size_t row = 0;
    for (auto step = std::bit_floor(m_heights.size()); step > 0; step /= 2) {
        if (row + step <= m_heights.size() && m_sums[row + step] <= place) {
            row += step;
            place -= m_sums[row];
        }
    }
    return static_cast<int>(std::min(row, m_heights.size() - 1));
}

} // namespace Decayscope
