// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>

namespace Decayscope {

/// Which point of a figure is meant.
struct FigureCursor
{
    std::size_t series = 0;
    std::size_t point = 0;

    bool operator==(const FigureCursor &) const = default;
};

} // namespace Decayscope
