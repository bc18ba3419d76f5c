// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clustertotals.h"
#include "resampling.h"

#include <stats/counterrandom.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace Decayscope {

namespace {

constexpr double significance = 0.05;
constexpr std::size_t fewClusters = 10; ///< Below, two signs give too few patterns and Webb's six points are taken.
constexpr double tie = 1e-10; ///< Patterns that tie with what was seen must not be lost to rounding.
constexpr double nothing = 1e-20; ///< Of a square: what rounding leaves of 0.
constexpr double sameValue = 1e-12; ///< Of their size: values that differ by no more are the same.

/// √(3/2), 1 and √(1/2) with both signs (Webb 2023, Canadian Journal of Economics 56(3)).
constexpr double webbOuter = std::numbers::sqrt3 / std::numbers::sqrt2;
constexpr double webbInner = 1 / std::numbers::sqrt2;
constexpr std::array webbPoints{-webbOuter, -1.0, -webbInner, webbInner, 1.0, webbOuter};
constexpr std::array signs{-1.0, 1.0};

/// What one pattern of weights makes of the data as the null mean moves: with δ = null − mean the bootstrap's
/// numerator is a − bδ and its sum of squared cluster deviations v₀ − 2 v₁ δ + v₂ δ². So a test of another null costs
/// a few operations a pattern, and inverting it is cheap.
struct Pattern
{
    double a = 0;
    double b = 0;
    double v0 = 0;
    double v1 = 0;
    double v2 = 0;
};

/// All patterns of weights, or a sample of them; both are fixed by the number of clusters and the plan.
class Weights
{
public:
    Weights(std::size_t clusters, const ResamplingPlan &plan);

    [[nodiscard]] std::size_t patterns() const { return m_patterns; }
    [[nodiscard]] bool areAll() const { return m_areAll; }

    /// Fills in the weights of one pattern.
    void fill(std::size_t pattern, std::vector<double> &weights) const;

private:
    std::span<const double> m_points;
    std::size_t m_patterns = 1;
    quint64 m_seed;
    bool m_areAll = true;
};

Weights::Weights(std::size_t clusters, const ResamplingPlan &plan)
    : m_points(clusters < fewClusters ? std::span<const double>(webbPoints) : std::span<const double>(signs))
    , m_seed(plan.seed)
{
    const auto draws = static_cast<std::size_t>(std::clamp(plan.draws, 1, mostDraws));
    for (std::size_t i = 0; i < clusters && m_areAll; ++i) {
        m_patterns *= m_points.size();
        m_areAll = m_patterns <= draws;
    }
    if (!m_areAll)
        m_patterns = draws;
}

void Weights::fill(std::size_t pattern, std::vector<double> &weights) const
{
    quint64 place = static_cast<quint64>(pattern) * weights.size();
    for (auto &weight : weights) {
        // The upper half of a word, scaled to the number of points.
        const auto drawn = ((randomBits(m_seed, place++) >> 32) * m_points.size()) >> 32;
        weight = m_points[m_areAll ? pattern % m_points.size() : drawn];
        pattern /= m_areAll ? m_points.size() : 1;
    }
}

/// The test of any null mean against the same patterns.
class WildTest
{
public:
    WildTest(std::span<const ClusterTotal> totals, const ResamplingPlan &plan);

    [[nodiscard]] int patterns() const { return static_cast<int>(m_patterns.size()); }

    /// p of the null mean that lies `shift` above the mean that was seen.
    [[nodiscard]] double pValue(double shift) const;

    /// The shift at which the test begins to reject, upwards or downwards; nothing where it never does.
    [[nodiscard]] std::optional<double> limit(double direction) const;

private:
    [[nodiscard]] Pattern patternOf(std::span<const ClusterTotal> totals, std::span<const double> weights) const;

    std::vector<double> m_deviations; ///< Of each cluster's sum from what the mean would make it.
    std::vector<Pattern> m_patterns;
    double m_count = 0;
    double m_squares = 0; ///< Of the deviations.
    double m_scale = 0; ///< Sizes of all clusters' sums together.
    bool m_areAll = true;
};

WildTest::WildTest(std::span<const ClusterTotal> totals, const ResamplingPlan &plan)
{
    const auto pooled = pooledTotal(totals);
    const auto mean = pooled.sum / pooled.count;
    m_count = pooled.count;
    m_deviations.reserve(totals.size());
    for (const auto &total : totals) {
        m_deviations.push_back(total.sum - total.count * mean);
        m_squares += m_deviations.back() * m_deviations.back();
        m_scale += std::abs(total.sum);
    }
    if (m_squares <= std::pow(sameValue * m_scale, 2)) {
        m_squares = 0;
        std::ranges::fill(m_deviations, 0.0);
    }
    const Weights all(totals.size(), plan);
    m_areAll = all.areAll();
    m_patterns.reserve(all.patterns());
    std::vector<double> weights(totals.size());
    for (std::size_t i = 0; i < all.patterns(); ++i) {
        all.fill(i, weights);
        m_patterns.push_back(patternOf(totals, weights));
    }
}

Pattern WildTest::patternOf(std::span<const ClusterTotal> totals, std::span<const double> weights) const
{
    Pattern pattern;
    for (std::size_t g = 0; g < totals.size(); ++g) {
        pattern.a += weights[g] * m_deviations[g];
        pattern.b += weights[g] * totals[g].count;
    }
    for (std::size_t g = 0; g < totals.size(); ++g) {
        const auto share = totals[g].count / m_count;
        const auto fixed = weights[g] * m_deviations[g] - share * pattern.a;
        const auto moving = weights[g] * totals[g].count - share * pattern.b;
        pattern.v0 += fixed * fixed;
        pattern.v1 += fixed * moving;
        pattern.v2 += moving * moving;
    }
    return pattern;
}

double WildTest::pValue(double shift) const
{
    if (m_count * std::abs(shift) <= sameValue * m_scale)
        return 1;
    const auto seen = std::pow(m_count * shift, 2);
    std::size_t count = 0;
    for (const auto &[a, b, v0, v1, v2] : m_patterns) {
        const auto numerator = a - b * shift;
        const auto squares = v0 - 2 * v1 * shift + v2 * shift * shift;
        // |t*| ≥ |t| without a division, so that a t* without a standard error counts as beyond everything.
        const auto left = squares * (1 - tie) - nothing * seen;
        count += numerator * numerator * m_squares >= seen * left ? 1U : 0U;
    }
    const auto patterns = static_cast<double>(m_patterns.size());
    const auto found = static_cast<double>(count);
    return m_areAll ? found / patterns : (found + 1) / (patterns + 1);
}

std::optional<double> WildTest::limit(double direction) const
{
    constexpr int mostStretches = 50;
    constexpr int mostHalvings = 120;
    constexpr double stretch = 1.25; ///< Up to 70,000 standard errors away; who is not rejected there never is.
    const auto error = std::sqrt(m_squares) / m_count;
    double inside = 0;
    double outside = direction * (error > 0 ? error : std::max(1.0, m_scale) * 1e-9);
    for (int step = 0; pValue(outside) > significance; ++step) {
        if (step == mostStretches)
            return std::nullopt;
        inside = outside;
        outside *= stretch;
    }
    if (m_squares <= 0)
        return 0;
    for (int step = 0; step < mostHalvings && std::abs(outside - inside) > 1e-13 * std::abs(outside); ++step) {
        const auto middle = (inside + outside) / 2;
        (pValue(middle) > significance ? inside : outside) = middle;
    }
    return inside;
}

} // namespace

std::optional<WildBootstrap> wildClusterBootstrap(
    std::span<const ClusteredValue> values, double nullMean, const ResamplingPlan &plan)
{
    const auto totals = clusterTotals(values);
    if (totals.size() < 2)
        return std::nullopt;
    const auto pooled = pooledTotal(totals);
    const auto mean = pooled.sum / pooled.count;
    const WildTest test(totals, plan);
    WildBootstrap wild{.pValue = test.pValue(nullMean - mean), .interval = {}, .patterns = test.patterns()};
    const auto below = test.limit(-1);
    const auto above = test.limit(1);
    if (below && above)
        wild.interval = Interval{.low = mean + *below, .high = mean + *above};
    return wild;
}

} // namespace Decayscope
