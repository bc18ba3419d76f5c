// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <comparing/comparison.h>

namespace Decayscope {

/// Which assertions of a comparison are shown.
struct AssertionChoice
{
    QString words; ///< That request or assertion must all hold, whatever the case.
    bool onlyWorse = false;
};

/// The chosen assertions as a table of their own, with the failing runs of A row by row.
struct AssertionRows
{
    TableSpec table;
    std::vector<RunFilter> leftFailures;
    QString words; ///< "290 assertions, 12 got worse, 3 new failures"
};

/// A table that is a part of the whole says so in its notes; p-values stay adjusted over all.
[[nodiscard]] AssertionRows chosenAssertions(const SideComparison &comparison, const AssertionChoice &choice);

} // namespace Decayscope
