// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agreement.h"

#include "agreementsums.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Decayscope {

namespace {

constexpr double normalQuantile = 1.959963984540054; // Of 0.975.

Coefficient ofPair(const RatingTable &table, AgreementMeasure measure, int a, int b)
{
    return AgreementSums(measure, table, {.a = a, .b = b}).coefficient(table);
}

Coefficient ofAll(const RatingTable &table, AgreementMeasure measure)
{
    return AgreementSums(measure, table, {}).coefficient(table);
}

double square(double value)
{
    return value * value;
}

/// Chances of the cells when both raters have the given shares and agree beyond chance by κ in every category alike.
class ExpectedCells
{
public:
    ExpectedCells(double kappa, std::span<const double> shares)
        : m_kappa(kappa)
        , m_shares(shares)
    { }

    [[nodiscard]] double agreeing(std::size_t i) const
    {
        return square(m_shares[i]) + m_kappa * m_shares[i] * (1 - m_shares[i]);
    }
    [[nodiscard]] double differing(std::size_t i, std::size_t j) const
    {
        return (1 - m_kappa) * m_shares[i] * m_shares[j];
    }
    [[nodiscard]] bool exist() const
    {
        for (std::size_t i = 0; i < m_shares.size(); ++i) {
            if (agreeing(i) < 0)
                return false;
        }
        return m_kappa <= 1;
    }

private:
    double m_kappa;
    std::span<const double> m_shares;
};

/// n times the squared standard error of κ̂ (Fleiss, Cohen and Everitt 1969, equation 13).
double varianceOfOne(double kappa, std::span<const double> shares)
{
    const ExpectedCells cells(kappa, shares);
    double chance = 0;
    for (const double share : shares)
        chance += square(share);
    double sum = -square(kappa - chance * (1 - kappa));
    for (std::size_t i = 0; i < shares.size(); ++i) {
        sum += cells.agreeing(i) * square(1 - 2 * shares[i] * (1 - kappa));
        for (std::size_t j = 0; j < shares.size(); ++j) {
            if (i != j)
                sum += square(1 - kappa) * cells.differing(i, j) * square(shares[i] + shares[j]);
        }
    }
    return std::max(0.0, sum) / square(1 - chance);
}

} // namespace

Coefficient observedAgreement(const RatingTable &table, int a, int b)
{
    return ofPair(table, AgreementMeasure::Accuracy, a, b);
}

Coefficient cohenKappa(const RatingTable &table, int a, int b)
{
    return ofPair(table, AgreementMeasure::CohenKappa, a, b);
}

Coefficient weightedKappa(const RatingTable &table, int a, int b, std::span<const double> weights)
{
    const BootstrapPlan plan{.a = a, .b = b, .weights = {weights.begin(), weights.end()}};
    return AgreementSums(AgreementMeasure::WeightedKappa, table, plan).coefficient(table);
}

Coefficient prevalenceAdjusted(const RatingTable &table, int a, int b)
{
    return ofPair(table, AgreementMeasure::Pabak, a, b);
}

Coefficient gwetAc1(const RatingTable &table)
{
    return ofAll(table, AgreementMeasure::GwetAc1);
}

Coefficient fleissKappa(const RatingTable &table)
{
    return ofAll(table, AgreementMeasure::FleissKappa);
}

Coefficient krippendorffAlpha(const RatingTable &table)
{
    return ofAll(table, AgreementMeasure::KrippendorffAlpha);
}

std::optional<double> kappaWidthForecast(int n, double kappa, std::span<const double> shares)
{
    constexpr double rounding = 1e-6;
    const bool valid = std::ranges::all_of(shares, [](double share) { return share >= 0 && share <= 1; })
        && std::abs(std::accumulate(shares.begin(), shares.end(), 0.0) - 1) <= rounding;
    const bool several = std::ranges::count_if(shares, [](double share) { return share > rounding; }) > 1;
    if (n < 2 || !valid || !several || !std::isfinite(kappa) || !ExpectedCells(kappa, shares).exist())
        return {};
    return 2 * normalQuantile * std::sqrt(varianceOfOne(kappa, shares) / n);
}

QString undefinedReason(Undefined reason)
{
    switch (reason) {
    case Undefined::NoUnits:
        return QStringLiteral("There is nothing to compare.");
    case Undefined::OneRater:
        return QStringLiteral("Agreement needs two annotators.");
    case Undefined::NoOverlap:
        return QStringLiteral("No item was labelled by all who are compared.");
    case Undefined::OneCategory:
        return QStringLiteral("Only one category was used, so nothing could have disagreed.");
    }
    return {};
}

} // namespace Decayscope
