// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/tablecontext.h>
#include <inference/effectsize.h>
#include <stats/siblings.h>

namespace Decayscope {

/// One effect: its two sides, pair by pair.
struct EffectRow
{
    QString kind; ///< "constraint" or "L0 → L3".
    QString name;
    std::vector<SiblingPair> pairs;
};

/// The numbers of one row.
struct EffectSizes
{
    int n = 0;
    double mean = 0;
    double median = 0;
    double worse = 0; ///< Percent of the pairs.
    std::optional<EffectSize> standardized;
    std::optional<EffectSize> delta;
    std::optional<EffectSize> odds;
};

/// A row a constraint that has pairs, then one a configuration that has tasks at L0 and L3 of one framework. Refers to
/// the scores.
[[nodiscard]] std::vector<EffectRow> effectRows(const TableContext &context, std::span<const TaskScore> scores);

/// Asserts that there is at least one pair.
[[nodiscard]] EffectSizes effectSizesOf(std::span<const SiblingPair> pairs, ScoreMode mode);

} // namespace Decayscope
