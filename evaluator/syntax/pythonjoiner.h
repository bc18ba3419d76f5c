// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "factbudget.h"
#include "sourcevalue.h"

namespace Decayscope {

/// Puts values together to one text; texts that follow each other become one.
class PythonJoiner
{
public:
    void addText(std::string_view text, int line);
    void add(SourceValue part);

    /// A text where nothing but text was added, else a value of kind Joined.
    [[nodiscard]] SourceValue joined(int line);

private:
    std::vector<SourceValue> m_parts;
};

/// `template.format(…)`, for a text. The budget bounds what a field may be repeated.
[[nodiscard]] SourceValue filledPythonFormat(const SourceValue &text, SourceValue call, FactBudget *budget);

/// `template % arguments`, for a text; the arguments are a list, a map or one value.
[[nodiscard]] SourceValue filledPythonPercent(const SourceValue &text, SourceValue arguments, FactBudget *budget);

} // namespace Decayscope
