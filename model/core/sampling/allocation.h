// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <span>
#include <vector>

namespace Decayscope {

/// How much of a sample a stratum may and should get.
struct AllocationShare
{
    qint64 weight = 0; ///< Relative to the others.
    int minimum = 0; ///< At most `population`.
    int population = 0;
};

/// Shares out `size` items: by weight with largest remainders (of equal ones the earlier first), within minimum and
/// population of each stratum, all in whole numbers, so that every machine gives the same. Where the minima exceed the
/// size, they are served in turns, the largest stratum first. Never more than the size; less only where all strata are
/// exhausted or weigh nothing.
[[nodiscard]] std::vector<int> allocated(std::span<const AllocationShare> shares, int size);

} // namespace Decayscope
