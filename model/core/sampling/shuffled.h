// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <stats/counterrandom.h>

#include <utility>
#include <vector>

namespace Decayscope {

/// Brings `count` of the values, drawn without replacement, to the front in random order (Fisher and Yates, from the
/// front); the library's own shuffle differs between vendors.
template <typename T>
void drawToFront(std::vector<T> &values, std::size_t count, CounterRandom &random)
{
    for (std::size_t i = 0; i < count && i + 1 < values.size(); ++i)
        std::swap(values[i], values[i + random.below(values.size() - i)]);
}

template <typename T>
void shuffle(std::vector<T> &values, CounterRandom &random)
{
    drawToFront(values, values.size(), random);
}

} // namespace Decayscope
