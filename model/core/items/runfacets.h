// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runfilter.h>

#include <map>

namespace Decayscope {

/// A field of the filter a reader chooses values of.
enum class Facet : quint8 { Model, Scaffold, Contract, Framework, Level, Constraint, Outcome };

inline constexpr std::array allFacets{
    Facet::Model, Facet::Scaffold, Facet::Contract, Facet::Framework, Facet::Level, Facet::Constraint, Facet::Outcome};

/// One value of a facet: text for names; level, constraint and outcome as the number of their value.
struct FacetValue
{
    QString text;
    int number = 0;

    auto operator<=>(const FacetValue &) const = default;
};

/// How many runs each value would give, for every facet.
using FacetCounts = std::map<Facet, std::map<FacetValue, int>>;

/// Counts under the filter, leaving out of it the facet that is counted: what choosing one more value would bring.
/// Values no run has any more stay listed with 0.
[[nodiscard]] FacetCounts facetCounts(std::span<const Run> runs, const RunFilter &filter);

/// The values of a facet a filter asks for; empty where it does not restrict.
[[nodiscard]] std::set<FacetValue> chosenValues(const RunFilter &filter, Facet facet);

/// The filter with these values of a facet instead; empty lifts the restriction.
[[nodiscard]] RunFilter withValues(RunFilter filter, Facet facet, const std::set<FacetValue> &values);

} // namespace Decayscope
