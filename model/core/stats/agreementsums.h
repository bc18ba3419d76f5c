// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "agreement.h"

namespace Decayscope {

/// What one unit, or a cluster of them, adds to one of the sums a coefficient is made of.
struct AgreementTerm
{
    std::size_t place = 0;
    double value = 0;

    auto operator<=>(const AgreementTerm &) const = default;
};

/// A coefficient as a function of sums over units. Resampling units is then adding up their terms again.
class AgreementSums
{
public:
    /// For measures of two raters `plan` says which.
    AgreementSums(AgreementMeasure measure, const RatingTable &table, const BootstrapPlan &plan);

    /// How many sums there are: counted units, agreement, rated units and a share per category and side.
    [[nodiscard]] std::size_t size() const { return shares + 2 * m_categories; }

    /// Adds what a unit contributes; places count from `first`.
    void addTerms(std::span<const std::optional<int>> unit, std::size_t first, std::vector<AgreementTerm> &terms) const;

    /// The coefficient that sums of at least one unit give, without interval.
    [[nodiscard]] Coefficient coefficient(std::span<const double> sums) const;

    /// The coefficient of a whole table.
    [[nodiscard]] Coefficient coefficient(const RatingTable &table) const;

    static constexpr std::size_t counted = 0; ///< The place of the number of counted units.

private:
    static constexpr std::size_t agreement = 1;
    static constexpr std::size_t rated = 2;
    static constexpr std::size_t shares = 3;

    [[nodiscard]] bool isOfPair() const;
    [[nodiscard]] std::optional<std::size_t> category(std::optional<int> rating) const;
    void addPair(std::span<const std::optional<int>> unit, std::size_t first, std::vector<AgreementTerm> &terms) const;
    void addAll(std::span<const std::optional<int>> unit, std::size_t first, std::vector<AgreementTerm> &terms) const;
    [[nodiscard]] bool nothingCouldDiffer(std::span<const double> sums) const;
    [[nodiscard]] double value(std::span<const double> sums) const;
    [[nodiscard]] double weightedChance(std::span<const double> sums) const;
    [[nodiscard]] double weight(std::size_t i, std::size_t j) const;

    AgreementMeasure m_measure;
    std::size_t m_categories;
    std::size_t m_raters;
    int m_a;
    int m_b;
    std::vector<double> m_weights;
};

} // namespace Decayscope
