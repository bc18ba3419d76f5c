// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "coderows.h"

#include <code/linediff.h>

#include <set>

namespace Decayscope {

/// Two texts laid side by side; both columns have the same number of rows. In one column `left` is empty.
struct DiffColumns
{
    std::vector<CodeRow> left;
    std::vector<CodeRow> right;
    std::vector<int> gaps; ///< For each row: which folded stretch it stands for, or -1.
    int added = 0; ///< Lines in all.
    int removed = 0;

    bool operator==(const DiffColumns &) const = default;
};

/// A text and who wrote its lines.
struct DiffText
{
    QStringList lines;
    std::vector<int> writers; ///< May be shorter.
};

/// Lays out a diff. Unchanged stretches longer than eight lines are folded but for three lines at their ends, unless
/// `opened` has their number.
[[nodiscard]] DiffColumns sideBySide(
    const std::vector<DiffRow> &rows, const DiffText &left, const DiffText &right, const std::set<int> &opened = {});
[[nodiscard]] DiffColumns inOneColumn(
    const std::vector<DiffRow> &rows, const DiffText &left, const DiffText &right, const std::set<int> &opened = {});

} // namespace Decayscope
