// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "factbudget.h"
#include "sourcevalue.h"

namespace Decayscope {

/// What the facts of one JavaScript file may take, and whether something had to be left out.
class JavaScriptLimits
{
public:
    explicit JavaScriptLimits(std::size_t sourceSize)
        : m_budget(sourceSize)
    { }

    /// Takes one value or fact with so many bytes of text; false where that is too much.
    [[nodiscard]] bool take(std::size_t bytes = 0) { return m_budget.spend(sizeof(SourceValue) + bytes); }
    [[nodiscard]] bool takeStep() { return m_budget.spend(16); } ///< Only time, no memory.
    void leaveOut() { m_isShort = true; } ///< Something is nested too deeply.

    [[nodiscard]] bool isOver() const { return m_budget.isOver(); } ///< Nothing more can be told.
    [[nodiscard]] bool isShort() const { return m_isShort || isOver(); }

private:
    FactBudget m_budget;
    bool m_isShort = false;
};

} // namespace Decayscope
