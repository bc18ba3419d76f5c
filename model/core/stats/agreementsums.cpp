// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agreementsums.h"

#include <algorithm>

namespace Decayscope {

namespace {

double square(double value)
{
    return value * value;
}

/// (p_o − p_e) / (1 − p_e); 0/0 does not come here.
double corrected(double observed, double chance)
{
    return (observed - chance) / (1 - chance);
}

} // namespace

AgreementSums::AgreementSums(AgreementMeasure measure, const RatingTable &table, const BootstrapPlan &plan)
    : m_measure(measure)
    , m_categories(static_cast<std::size_t>(std::max(0, table.categories)))
    , m_raters(static_cast<std::size_t>(table.raters()))
    , m_a(plan.a)
    , m_b(plan.b)
    , m_weights(plan.weights)
{ }

bool AgreementSums::isOfPair() const
{
    return m_measure < AgreementMeasure::GwetAc1;
}

std::optional<std::size_t> AgreementSums::category(std::optional<int> rating) const
{
    if (!rating || *rating < 0 || static_cast<std::size_t>(*rating) >= m_categories)
        return {};
    return static_cast<std::size_t>(*rating);
}

double AgreementSums::weight(std::size_t i, std::size_t j) const
{
    if (m_measure != AgreementMeasure::WeightedKappa)
        return i == j ? 1 : 0;
    const auto at = i * m_categories + j;
    return at < m_weights.size() ? m_weights[at] : 0;
}

void AgreementSums::addTerms(
    std::span<const std::optional<int>> unit, std::size_t first, std::vector<AgreementTerm> &terms) const
{
    if (isOfPair())
        addPair(unit, first, terms);
    else
        addAll(unit, first, terms);
}

void AgreementSums::addPair(
    std::span<const std::optional<int>> unit, std::size_t first, std::vector<AgreementTerm> &terms) const
{
    const auto ratingOf = [&](int rater) -> std::optional<std::size_t> {
        if (rater < 0 || static_cast<std::size_t>(rater) >= unit.size())
            return {};
        return category(unit[static_cast<std::size_t>(rater)]);
    };
    const auto a = ratingOf(m_a);
    const auto b = ratingOf(m_b);
    if (!a || !b)
        return;
    terms.push_back({first + counted, 1});
    if (const double agreed = weight(*a, *b); agreed != 0)
        terms.push_back({first + agreement, agreed});
    terms.push_back({first + shares + *a, 1});
    terms.push_back({first + shares + m_categories + *b, 1});
}

void AgreementSums::addAll(
    std::span<const std::optional<int>> unit, std::size_t first, std::vector<AgreementTerm> &terms) const
{
    std::vector<std::size_t> ratings;
    for (const auto &rating : unit) {
        if (const auto known = category(rating))
            ratings.push_back(*known);
    }
    std::ranges::sort(ratings);
    const auto m = static_cast<double>(ratings.size());
    const bool isAc1 = m_measure == AgreementMeasure::GwetAc1;
    const bool counts = m_measure == AgreementMeasure::FleissKappa ? ratings.size() == m_raters && m_raters > 1 : m > 1;
    if (!counts && (!isAc1 || ratings.empty()))
        return;
    double agreeing = 0;
    for (auto from = ratings.begin(); from != ratings.end();) {
        const auto to = std::upper_bound(from, ratings.end(), *from);
        const auto same = static_cast<double>(to - from);
        agreeing += same * (same - 1);
        terms.push_back({first + shares + *from, isAc1 ? same / m : same});
        from = to;
    }
    if (isAc1)
        terms.push_back({first + rated, 1});
    if (!counts)
        return;
    terms.push_back({first + counted, 1});
    // Krippendorff weighs a unit by its number of ratings, the others count units alike.
    terms.push_back(
        {first + agreement, agreeing / (m_measure == AgreementMeasure::KrippendorffAlpha ? m - 1 : m * (m - 1))});
}

/// One category, or several that all weigh as the same.
bool AgreementSums::nothingCouldDiffer(std::span<const double> sums) const
{
    constexpr double rounding = 1e-12;
    int used = 0;
    for (std::size_t i = 0; i < m_categories; ++i)
        used += sums[shares + i] + sums[shares + m_categories + i] > 0 ? 1 : 0;
    return used < 2 || (m_measure == AgreementMeasure::WeightedKappa && 1 - weightedChance(sums) < rounding);
}

Coefficient AgreementSums::coefficient(std::span<const double> sums) const
{
    Coefficient result{.units = static_cast<int>(sums[counted])};
    if (result.units == 0)
        result.undefined = Undefined::NoOverlap;
    else if (m_measure != AgreementMeasure::Accuracy && nothingCouldDiffer(sums))
        result.undefined = Undefined::OneCategory;
    else
        result.value = value(sums);
    return result;
}

double AgreementSums::weightedChance(std::span<const double> sums) const
{
    double chance = 0;
    for (std::size_t i = 0; i < m_categories; ++i) {
        for (std::size_t j = 0; j < m_categories; ++j)
            chance += weight(i, j) * sums[shares + i] * sums[shares + m_categories + j];
    }
    return chance / square(sums[counted]);
}

double AgreementSums::value(std::span<const double> sums) const
{
    const auto k = static_cast<double>(m_categories);
    const double observed = sums[agreement] / sums[counted];
    const auto first = sums.subspan(shares, m_categories);
    const auto second = sums.subspan(shares + m_categories, m_categories);
    double chance = 0;
    switch (m_measure) {
    case AgreementMeasure::Accuracy:
        return observed;
    case AgreementMeasure::CohenKappa:
        for (std::size_t i = 0; i < m_categories; ++i)
            chance += first[i] * second[i];
        return corrected(observed, chance / square(sums[counted]));
    case AgreementMeasure::WeightedKappa:
        return corrected(observed, weightedChance(sums));
    case AgreementMeasure::Pabak:
        return corrected(observed, 1 / k);
    case AgreementMeasure::GwetAc1:
        for (const auto share : first)
            chance += share / sums[rated] * (1 - share / sums[rated]);
        return corrected(observed, chance / (k - 1));
    case AgreementMeasure::FleissKappa:
        for (const auto share : first)
            chance += square(share / (sums[counted] * static_cast<double>(m_raters)));
        return corrected(observed, chance);
    case AgreementMeasure::KrippendorffAlpha:
        break;
    }
    double values = 0;
    for (const auto share : first) {
        values += share;
        chance += share * (share - 1);
    }
    return ((values - 1) * sums[agreement] - chance) / (values * (values - 1) - chance);
}

Coefficient AgreementSums::coefficient(const RatingTable &table) const
{
    if (table.units.empty())
        return {.undefined = Undefined::NoUnits};
    if (m_raters < 2 || (isOfPair() && m_a == m_b))
        return {.undefined = Undefined::OneRater};
    std::vector<double> sums(size());
    std::vector<AgreementTerm> terms;
    for (const auto &unit : table.units) {
        terms.clear();
        addTerms(unit, 0, terms);
        for (const auto &term : terms)
            sums[term.place] += term.value;
    }
    return coefficient(sums);
}

} // namespace Decayscope
