// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sampledesign.h"

namespace Decayscope {

/// The units of a design sorted into its strata.
struct Stratification
{
    std::vector<SampleStratum> strata; ///< Sorted by their columns' values; also empty ones.
    std::vector<std::vector<const SamplingUnit *>> members; ///< Of each stratum, sorted by target.
};

/// Sorts the units a design asks for into strata and plans how many are drawn. Of units of one target one counts.
[[nodiscard]] Stratification stratified(std::span<const SamplingUnit> units, const SampleDesign &design);

} // namespace Decayscope
