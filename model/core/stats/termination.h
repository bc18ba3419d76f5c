// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/run.h>

#include <span>

namespace Decayscope {

/// How the generation runs of a configuration ended.
struct TerminationCounts
{
    Configuration configuration;
    std::array<int, allTerminations.size()> counts{}; ///< In the order of `allTerminations`.

    [[nodiscard]] int of(Termination termination) const { return counts.at(static_cast<std::size_t>(termination)); }

    bool operator==(const TerminationCounts &) const = default;
};

/// By configuration.
[[nodiscard]] std::vector<TerminationCounts> terminationCounts(std::span<const Run> runs);

} // namespace Decayscope
