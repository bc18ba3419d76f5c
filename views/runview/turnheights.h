// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <vector>

namespace Decayscope {

/// Heights of many rows with their sums: changing one and finding a place take logarithmic time (a Fenwick tree).
class TurnHeights
{
public:
    void assign(std::vector<int> heights);
    void set(int index, int height);

    [[nodiscard]] int count() const { return static_cast<int>(m_heights.size()); }
    [[nodiscard]] int at(int index) const { return m_heights[static_cast<size_t>(index)]; }
    /// Of all rows before `index`, which may be count().
    [[nodiscard]] qint64 before(int index) const;
    [[nodiscard]] qint64 total() const { return before(count()); }
    /// The row that covers the place; the last one behind the end, -1 without rows.
    [[nodiscard]] int rowAt(qint64 place) const;

private:
    std::vector<int> m_heights;
    std::vector<qint64> m_sums; ///< 1-based.
};

} // namespace Decayscope
