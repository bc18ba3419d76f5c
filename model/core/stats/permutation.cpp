// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "permutation.h"

#include "counterrandom.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace Decayscope {

namespace {

constexpr std::size_t clustersPerTable = 8;
constexpr std::size_t tablesPerWord = 64 / clustersPerTable;

/// The sums of up to eight clusters under each of their sign patterns, so that a draw costs a look-up per eight.
using SignTable = std::array<double, 1U << clustersPerTable>;

SignTable signTable(std::span<const double> sums)
{
    SignTable table{};
    for (std::size_t pattern = 0; pattern < table.size(); ++pattern) {
        for (std::size_t i = 0; i < sums.size(); ++i)
            table.at(pattern) += (pattern >> i & 1U) != 0 ? -sums[i] : sums[i];
    }
    return table;
}

std::vector<SignTable> signTables(std::span<const double> sums)
{
    std::vector<SignTable> tables;
    for (std::size_t at = 0; at < sums.size(); at += clustersPerTable)
        tables.push_back(signTable(sums.subspan(at, std::min(clustersPerTable, sums.size() - at))));
    return tables;
}

double patternSum(const std::vector<SignTable> &tables, std::size_t first, quint64 bits)
{
    double sum = 0;
    const auto end = std::min(tables.size(), first + tablesPerWord);
    for (auto i = first; i < end; ++i, bits >>= clustersPerTable)
        sum += tables[i][bits & 0xff];
    return sum;
}

double exactPValue(const std::vector<SignTable> &tables, std::size_t clusters, double bound)
{
    const quint64 patterns = 1ULL << clusters;
    int count = 0;
    for (quint64 pattern = 0; pattern < patterns; ++pattern)
        count += std::abs(patternSum(tables, 0, pattern)) >= bound ? 1 : 0;
    return count / static_cast<double>(patterns);
}

double drawnPValue(const std::vector<SignTable> &tables, double bound, quint64 seed, int draws)
{
    int count = 0;
    quint64 place = 0;
    for (int draw = 0; draw < draws; ++draw) {
        double sum = 0;
        for (std::size_t first = 0; first < tables.size(); first += tablesPerWord)
            sum += patternSum(tables, first, randomBits(seed, place++));
        count += std::abs(sum) >= bound ? 1 : 0;
    }
    return (count + 1.0) / (draws + 1.0);
}

} // namespace

double signFlipPValue(std::span<const double> clusterSums, quint64 seed, int draws)
{
    const auto observed = std::abs(std::accumulate(clusterSums.begin(), clusterSums.end(), 0.0));
    double size = 0;
    for (const auto sum : clusterSums)
        size += std::abs(sum);
    // Patterns that tie with the observed one must not be lost to rounding.
    const auto bound = observed - 1e-12 * size;
    const auto tables = signTables(clusterSums);
    if (clusterSums.size() <= exactClusters)
        return exactPValue(tables, clusterSums.size(), bound);
    return drawnPValue(tables, bound, seed, draws);
}

std::vector<double> holmAdjusted(std::span<const double> pValues)
{
    std::vector<std::size_t> order(pValues.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return pValues[i]; });
    std::vector<double> adjusted(pValues.size());
    double largest = 0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const auto factor = static_cast<double>(order.size() - rank);
        largest = std::max(largest, std::min(1.0, factor * pValues[order[rank]]));
        adjusted[order[rank]] = largest;
    }
    return adjusted;
}

} // namespace Decayscope
