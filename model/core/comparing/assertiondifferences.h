// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sidenotes.h"

namespace Decayscope {

/// What changes in each assertion that both sides were asked, worst first, and the failing runs of A behind each row.
struct AssertionDifferences
{
    TableSpec table;
    std::vector<RunFilter> leftFailures;
};

/// Without rows, and with a note, where a side has no outcomes.
[[nodiscard]] AssertionDifferences assertionDifferences(const ComparisonContext &context);

} // namespace Decayscope
