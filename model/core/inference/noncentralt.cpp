// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "noncentralt.h"

#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

using namespace boost::math::policies;
using QuietPolicy = policy<domain_error<ignore_error>, pole_error<ignore_error>, overflow_error<ignore_error>,
    underflow_error<ignore_error>, evaluation_error<ignore_error>, rounding_error<ignore_error>>;
using Normal = boost::math::normal_distribution<double, QuietPolicy>;
using Student = boost::math::students_t_distribution<double, QuietPolicy>;

constexpr double farthest = 5'000; ///< Beyond, the series of the distribution take too long.

constexpr double beyondNormal = 40; ///< No normal variable that a double can tell of is so large.

/// Whether a variable so far off stays above t > 0 for all that a double can tell: else either its normal part falls by
/// half the noncentrality, or its χ² exceeds df (noncentrality/2t)², whose chance is below e⁻⁴⁰ (Laurent and Massart
/// 2000, lemma 1). The series of the distribution would take long.
bool staysAbove(double t, double degrees, double noncentrality)
{
    constexpr double unlikely = 40;
    const auto ratio = noncentrality / (2 * t);
    return noncentrality > 2 * beyondNormal
        && degrees * ratio * ratio > degrees + 2 * std::sqrt(unlikely * degrees) + 2 * unlikely;
}

} // namespace

double upperStudentQuantile(double degrees, double probability)
{
    return quantile(complement(Student(degrees), probability));
}

double upperNormalQuantile(double probability)
{
    return quantile(complement(Normal(), probability));
}

double normalCdf(double z)
{
    return cdf(Normal(), std::clamp(z, -37.0, 37.0));
}

double noncentralTCdf(double t, double degrees, double noncentrality)
{
    if (std::isinf(t))
        return t > 0 ? 1 : 0;
    if (std::abs(noncentrality) > farthest)
        return noncentrality > t ? 0 : 1;
    if (t > 0 ? staysAbove(t, degrees, noncentrality) : noncentrality > beyondNormal)
        return 0;
    if (t < 0 ? staysAbove(-t, degrees, -noncentrality) : -noncentrality > beyondNormal)
        return 1;
    if (noncentrality == 0)
        return cdf(Student(degrees), t);
    const boost::math::non_central_t_distribution<double, QuietPolicy> distribution(degrees, noncentrality);
    const auto chance = cdf(distribution, t);
    return std::isfinite(chance) ? std::clamp(chance, 0.0, 1.0) : (noncentrality > t ? 0 : 1);
}

std::optional<double> noncentralityOf(double t, double degrees, double probability)
{
    if (!std::isfinite(t) || std::abs(t) > farthest / 2)
        return std::nullopt;
    // The chance to stay below t falls as the noncentrality rises. Few degrees of freedom reach far.
    double step = 10 + std::abs(t) / 2;
    auto low = t - step;
    auto high = t + step;
    for (; noncentralTCdf(t, degrees, low) < probability && low > -farthest; step *= 2)
        low -= step;
    for (; noncentralTCdf(t, degrees, high) > probability && high < farthest; step *= 2)
        high += step;
    if (low <= -farthest || high >= farthest)
        return std::nullopt;
    for (int halving = 0; halving < 100 && high - low > 1e-13 * std::max(1.0, std::abs(low)); ++halving) {
        const auto middle = (low + high) / 2;
        (noncentralTCdf(t, degrees, middle) > probability ? low : high) = middle;
    }
    return (low + high) / 2;
}

} // namespace Decayscope
