// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agreement.h"

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

std::optional<double> share(int part, int whole)
{
    return whole > 0 ? std::optional(part / static_cast<double>(whole)) : std::nullopt;
}

/// κ of one category against the rest, from the four counts.
Coefficient kappaAgainstRest(int both, int ofA, int ofB, int n)
{
    Coefficient kappa{.units = n};
    if (n == 0) {
        kappa.undefined = Undefined::NoOverlap;
        return kappa;
    }
    if (ofA + ofB == 0 || ofA + ofB == 2 * n) {
        kappa.undefined = Undefined::OneCategory;
        return kappa;
    }
    const double count = n;
    const double a = ofA / count;
    const double b = ofB / count;
    const double observed = 1 - (a + b - 2 * both / count);
    const double chance = a * b + (1 - a) * (1 - b);
    kappa.value = (observed - chance) / (1 - chance);
    return kappa;
}

CategoryAgreement agreementOn(int category, int both, int ofA, int ofB, int n)
{
    CategoryAgreement result{.category = category,
        .precision = share(both, ofA),
        .recall = share(both, ofB),
        .f1 = share(2 * both, ofA + ofB),
        .kappa = kappaAgainstRest(both, ofA, ofB, n),
        .support = ofB};
    if (n > 0) {
        result.prevalence = std::abs(both - (n - ofA - ofB + both)) / static_cast<double>(n);
        result.bias = std::abs(ofA - ofB) / static_cast<double>(n);
    }
    return result;
}

} // namespace

std::vector<int> confusionMatrix(const RatingTable &table, int a, int b)
{
    const int k = std::max(0, table.categories);
    std::vector<int> counts(static_cast<std::size_t>(k) * static_cast<std::size_t>(k));
    const auto ratingOf = [k](const std::vector<std::optional<int>> &unit, int rater) -> std::optional<int> {
        if (rater < 0 || rater >= std::ssize(unit))
            return {};
        const auto rating = unit[static_cast<std::size_t>(rater)];
        return rating && *rating >= 0 && *rating < k ? rating : std::nullopt;
    };
    for (const auto &unit : table.units) {
        const auto ofA = ratingOf(unit, a);
        const auto ofB = ratingOf(unit, b);
        if (ofA && ofB)
            ++counts[static_cast<std::size_t>(*ofA) * static_cast<std::size_t>(k) + static_cast<std::size_t>(*ofB)];
    }
    return counts;
}

std::vector<CategoryAgreement> categoryAgreement(const RatingTable &table, int a, int b)
{
    const auto k = static_cast<std::size_t>(std::max(0, table.categories));
    const auto counts = confusionMatrix(table, a, b);
    std::vector<int> ofA(k);
    std::vector<int> ofB(k);
    int n = 0;
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k; ++j) {
            ofA[i] += counts[i * k + j];
            ofB[j] += counts[i * k + j];
            n += counts[i * k + j];
        }
    }
    std::vector<CategoryAgreement> categories;
    categories.reserve(k);
    for (std::size_t i = 0; i < k; ++i)
        categories.push_back(agreementOn(static_cast<int>(i), counts[i * k + i], ofA[i], ofB[i], n));
    return categories;
}

std::optional<double> macroF1(std::span<const CategoryAgreement> categories)
{
    double sum = 0;
    int count = 0;
    for (const auto &category : categories) {
        sum += category.f1.value_or(0);
        count += category.f1 ? 1 : 0;
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

std::vector<double> treeWeights(std::span<const int> parents, double sameParent)
{
    std::vector<double> weights;
    weights.reserve(parents.size() * parents.size());
    for (std::size_t i = 0; i < parents.size(); ++i) {
        for (std::size_t j = 0; j < parents.size(); ++j)
            weights.push_back(i == j ? 1 : parents[i] == parents[j] ? sameParent : 0);
    }
    return weights;
}

} // namespace Decayscope
