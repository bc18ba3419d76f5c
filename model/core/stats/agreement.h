// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace Decayscope {

/// Ratings of units by raters in categories 0 … categories−1. A missing rating is nothing; it is never counted as a
/// category. Ratings outside of the categories are missing.
struct RatingTable
{
    int categories = 0;
    std::vector<std::vector<std::optional<int>>> units; ///< One row a unit, one cell a rater.
    std::vector<int> clusters; ///< Of each unit, for the bootstrap (its task); empty: every unit its own.

    [[nodiscard]] int raters() const { return units.empty() ? 0 : static_cast<int>(units.front().size()); }
};

/// Why a coefficient does not exist.
enum class Undefined : quint8 { NoUnits, OneRater, NoOverlap, OneCategory };

/// A coefficient with its interval, or why there is none.
struct Coefficient
{
    std::optional<double> value;
    std::optional<double> low; ///< 95 % interval, where it was asked for and exists.
    std::optional<double> high;
    int units = 0; ///< That were counted.
    std::optional<Undefined> undefined;

    bool operator==(const Coefficient &) const = default;
};

// Chance-corrected coefficients do not exist where only one category was ever used: nothing could have disagreed.

// Two raters; units one of them left out do not count and are reported in `units`. Rater numbers are columns.
[[nodiscard]] Coefficient observedAgreement(const RatingTable &table, int a, int b); ///< Accuracy.
[[nodiscard]] Coefficient cohenKappa(const RatingTable &table, int a, int b); ///< Cohen 1960.
/// Cohen 1968 with agreement weights, a square of categories × categories in row order, 1 on the diagonal.
[[nodiscard]] Coefficient weightedKappa(const RatingTable &table, int a, int b, std::span<const double> weights);
[[nodiscard]] Coefficient prevalenceAdjusted(const RatingTable &table, int a, int b); ///< PABAK: (k·p_o − 1)/(k − 1).
[[nodiscard]] Coefficient gwetAc1(const RatingTable &table); ///< Gwet 2008, any raters, missing ratings allowed.
[[nodiscard]] Coefficient fleissKappa(const RatingTable &table); ///< Fleiss 1971; units rated by all raters alone.
[[nodiscard]] Coefficient krippendorffAlpha(const RatingTable &table); ///< Nominal; Krippendorff 2011.

/// Prevalence and bias of a pair (Byrt 1993), over all categories one against the rest: per category, 0–1.
struct CategoryAgreement
{
    int category = 0;
    std::optional<double> precision; ///< Of `a` judged by the reference `b`.
    std::optional<double> recall;
    std::optional<double> f1;
    Coefficient kappa; ///< The category against the rest.
    double prevalence = 0; ///< |both − neither| / n
    double bias = 0; ///< |only a − only b| / n
    int support = 0; ///< Units of the category in the reference.
};

/// `a` against the reference `b`.
[[nodiscard]] std::vector<CategoryAgreement> categoryAgreement(const RatingTable &table, int a, int b);

/// Mean F1 over the categories that either rater used; nothing where none is defined.
[[nodiscard]] std::optional<double> macroF1(std::span<const CategoryAgreement> categories);

/// counts[i * categories + j]: units that `a` gave i and `b` gave j.
[[nodiscard]] std::vector<int> confusionMatrix(const RatingTable &table, int a, int b);

/// Agreement weights of a tree of two levels: 1 for the same leaf, `sameParent` for siblings, 0 else.
/// parents[i] is the parent of category i, or i itself for a leaf of level 1. A category and its own parent share it.
[[nodiscard]] std::vector<double> treeWeights(std::span<const int> parents, double sameParent = 0.5);

/// Which coefficient a bootstrap repeats.
enum class AgreementMeasure : quint8 {
    Accuracy,
    CohenKappa,
    WeightedKappa,
    Pabak,
    GwetAc1,
    FleissKappa,
    KrippendorffAlpha
};

struct BootstrapPlan
{
    int draws = 10'000;
    quint64 seed = 7;
    int a = 0; ///< The pair, of measures for two.
    int b = 1;
    std::vector<double> weights; ///< Of WeightedKappa.
};

/// The coefficient with its percentile interval from resampling whole clusters. Draws in which it is undefined are left
/// out; with fewer than two clusters that count there is no interval. The same on any number of threads.
[[nodiscard]] Coefficient bootstrapped(const RatingTable &table, AgreementMeasure measure, const BootstrapPlan &plan);

/// Several from the same draws, in their order: each as it is alone but for rounding.
[[nodiscard]] std::vector<Coefficient> bootstrapped(
    const RatingTable &table, std::span<const AgreementMeasure> measures, const BootstrapPlan &plan);

/// Width of the 95 % interval of Cohen's κ to expect of n units when true agreement and category shares are as given
/// (large-sample standard error of Fleiss, Cohen and Everitt 1969, both raters with these shares). Nothing for n < 2,
/// shares that do not sum to 1, a single category, or a κ that these shares cannot have.
[[nodiscard]] std::optional<double> kappaWidthForecast(int n, double kappa, std::span<const double> shares);

[[nodiscard]] QString undefinedReason(Undefined reason); ///< A sentence.

} // namespace Decayscope
