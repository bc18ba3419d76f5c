// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agreementsums.h"
#include "counterrandom.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace Decayscope {

namespace {

constexpr double tail = 0.025;

/// Clusters that add the same to every sum: the bootstrap need not tell them apart.
struct ClusterKind
{
    std::vector<AgreementTerm> terms; ///< By place, one a place.
};

std::vector<AgreementTerm> summedUp(std::vector<AgreementTerm> terms)
{
    std::ranges::stable_sort(terms, {}, &AgreementTerm::place);
    std::vector<AgreementTerm> sums;
    for (const auto &term : terms) {
        if (!sums.empty() && sums.back().place == term.place)
            sums.back().value += term.value;
        else
            sums.push_back(term);
    }
    return sums;
}

/// Resamples the clusters of a table and computes several coefficients from every draw.
class AgreementBootstrap
{
public:
    AgreementBootstrap(const RatingTable &table, std::span<const AgreementMeasure> measures, const BootstrapPlan &plan);

    /// Fills in the intervals of the coefficients, in the order of the measures.
    void run(std::vector<Coefficient> &coefficients);

private:
    void sortIntoKinds(const std::vector<std::vector<AgreementTerm>> &clusters);
    void draw(quint64 number);
    void addUp();
    [[nodiscard]] bool hasTwoClusters(std::size_t measure) const;

    BootstrapPlan m_plan;
    std::vector<AgreementSums> m_formulas;
    std::vector<std::size_t> m_firstPlaces; ///< Of each measure's sums.
    std::vector<double> m_sums;
    std::vector<ClusterKind> m_kinds;
    std::vector<quint32> m_kindOf; ///< Of each cluster.
    std::vector<quint32> m_drawn; ///< How often each kind is in the draw.
};

AgreementBootstrap::AgreementBootstrap(
    const RatingTable &table, std::span<const AgreementMeasure> measures, const BootstrapPlan &plan)
    : m_plan(plan)
{
    std::size_t places = 0;
    for (const auto measure : measures) {
        m_formulas.emplace_back(measure, table, plan);
        m_firstPlaces.push_back(places);
        places += m_formulas.back().size();
    }
    m_sums.resize(places);
    std::map<qint64, std::size_t> numbers;
    std::vector<std::vector<AgreementTerm>> clusters;
    for (std::size_t i = 0; i < table.units.size(); ++i) {
        // Units beyond a list of clusters that is too short stand alone.
        const qint64 name = i < table.clusters.size() ? table.clusters[i] : (qint64{1} << 40) + static_cast<qint64>(i);
        const auto number = numbers.try_emplace(name, numbers.size()).first->second;
        clusters.resize(numbers.size());
        for (std::size_t m = 0; m < m_formulas.size(); ++m)
            m_formulas[m].addTerms(table.units[i], m_firstPlaces[m], clusters[number]);
    }
    sortIntoKinds(clusters);
}

void AgreementBootstrap::sortIntoKinds(const std::vector<std::vector<AgreementTerm>> &clusters)
{
    std::map<std::vector<AgreementTerm>, quint32> numbers;
    for (const auto &cluster : clusters) {
        const auto [kind, isNew] = numbers.try_emplace(summedUp(cluster), static_cast<quint32>(m_kinds.size()));
        if (isNew)
            m_kinds.push_back({kind->first});
        m_kindOf.push_back(kind->second);
    }
    m_drawn.resize(m_kinds.size());
}

bool AgreementBootstrap::hasTwoClusters(std::size_t measure) const
{
    const auto place = m_firstPlaces[measure] + AgreementSums::counted;
    return std::ranges::count_if(m_kindOf, [&](quint32 kind) {
        return std::ranges::contains(m_kinds[kind].terms, place, &AgreementTerm::place);
    }) > 1;
}

/// Two clusters from every word: 32 bits times the number of clusters. Its departure from equal chances is below
/// clusters / 2^32 and thus far below what any number of draws could show.
void AgreementBootstrap::draw(quint64 number)
{
    std::ranges::fill(m_drawn, 0U);
    const quint64 clusters = m_kindOf.size();
    const quint64 words = (clusters + 1) / 2;
    for (quint64 i = 0; i < words; ++i) {
        const auto bits = randomBits(m_plan.seed, number * words + i);
        ++m_drawn[m_kindOf[((bits >> 32) * clusters) >> 32]];
        if (2 * i + 1 < clusters)
            ++m_drawn[m_kindOf[((bits & 0xffffffffU) * clusters) >> 32]];
    }
}

void AgreementBootstrap::addUp()
{
    std::ranges::fill(m_sums, 0.0);
    for (std::size_t kind = 0; kind < m_kinds.size(); ++kind) {
        if (m_drawn[kind] == 0)
            continue;
        const double times = m_drawn[kind];
        for (const auto &term : m_kinds[kind].terms)
            m_sums[term.place] += times * term.value;
    }
}

/// Percentile by linear interpolation between order statistics (Hyndman and Fan 1996, type 7).
double percentile(const std::vector<double> &sorted, double probability)
{
    const double at = probability * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const auto above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

void AgreementBootstrap::run(std::vector<Coefficient> &coefficients)
{
    std::vector<std::vector<double>> values(m_formulas.size());
    const auto draws = static_cast<quint64>(std::max(0, m_plan.draws));
    for (quint64 number = 0; number < draws; ++number) {
        draw(number);
        addUp();
        for (std::size_t m = 0; m < m_formulas.size(); ++m) {
            const auto sums = std::span(m_sums).subspan(m_firstPlaces[m], m_formulas[m].size());
            if (const auto value = m_formulas[m].coefficient(sums).value)
                values[m].push_back(*value);
        }
    }
    for (std::size_t m = 0; m < m_formulas.size(); ++m) {
        if (!coefficients[m].value || values[m].empty() || !hasTwoClusters(m))
            continue;
        std::ranges::sort(values[m]);
        coefficients[m].low = percentile(values[m], tail);
        coefficients[m].high = percentile(values[m], 1 - tail);
    }
}

} // namespace

std::vector<Coefficient> bootstrapped(
    const RatingTable &table, std::span<const AgreementMeasure> measures, const BootstrapPlan &plan)
{
    std::vector<Coefficient> coefficients;
    for (const auto measure : measures)
        coefficients.push_back(AgreementSums(measure, table, plan).coefficient(table));
    const bool anyDefined = std::ranges::any_of(coefficients, [](const auto &one) { return one.value.has_value(); });
    if (anyDefined && plan.draws > 0)
        AgreementBootstrap(table, measures, plan).run(coefficients);
    return coefficients;
}

Coefficient bootstrapped(const RatingTable &table, AgreementMeasure measure, const BootstrapPlan &plan)
{
    return bootstrapped(table, std::span(&measure, 1), plan).front();
}

} // namespace Decayscope
