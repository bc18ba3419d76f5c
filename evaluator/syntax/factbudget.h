// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>

namespace Decayscope {

/// How much memory the facts of one file may take. What hand-written files say weighs far less; a file made to nest or
/// repeat without end would weigh thousands of times its length.
class FactBudget
{
public:
    explicit FactBudget(std::size_t sourceSize)
        : m_left(std::size_t{1024} * 1024 + 64 * sourceSize)
    { }

    /// Takes bytes from what is left; false, and nothing left, where that is too little.
    [[nodiscard]] bool spend(std::size_t bytes)
    {
        m_isOver = m_isOver || bytes > m_left;
        m_left = m_isOver ? 0 : m_left - bytes;
        return !m_isOver;
    }
    [[nodiscard]] bool isOver() const { return m_isOver; }

private:
    std::size_t m_left;
    bool m_isOver = false;
};

} // namespace Decayscope
