// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints how long 10,000 bootstrap draws over 2,400 runs take by every method, with frameworks, tasks or single runs as
// clusters, and how much longer the same draws take by copying the runs of every cluster drawn (measured over fewer).

#include <inference/resampling.h>
#include <inference/twosample.h>
#include <stats/counterrandom.h>

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

using namespace Decayscope;

namespace {

constexpr int runs = 2'400;
constexpr int naiveDraws = 200;
constexpr double budgetSeconds = 0.5;

std::vector<ClusteredValue> madeUpRuns(int clusters)
{
    CounterRandom random(1);
    std::vector<ClusteredValue> values;
    values.reserve(runs);
    for (int run = 0; run < runs; ++run) {
        const auto cluster = run % clusters;
        const auto ease = static_cast<double>(randomBits(2, static_cast<quint64>(cluster)) % 600) / 10;
        values.push_back({std::min(100.0, ease + static_cast<double>(random.below(500)) / 10), cluster});
    }
    return values;
}

template <typename Function>
double secondsOf(Function function)
{
    QElapsedTimer timer;
    timer.start();
    function();
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

void show(const char *name, double seconds, const std::optional<Interval> &interval)
{
    std::printf("  %-12s %.4f s", name, seconds);
    if (interval)
        std::printf("  [%.3f, %.3f]", interval->low, interval->high);
    std::printf("\n");
}

/// The mean of a study drawn value by value, and all means sorted.
Interval naiveInterval(const std::vector<std::vector<double>> &clusters, int draws)
{
    CounterRandom random(3);
    std::vector<double> means;
    for (int draw = 0; draw < draws; ++draw) {
        std::vector<double> drawn;
        for (std::size_t i = 0; i < clusters.size(); ++i) {
            const auto &cluster = clusters[random.below(clusters.size())];
            drawn.insert(drawn.end(), cluster.begin(), cluster.end());
        }
        double sum = 0;
        for (const auto value : drawn)
            sum += value;
        means.push_back(sum / static_cast<double>(drawn.size()));
    }
    std::ranges::sort(means);
    const auto at = [&](double share) { return means[static_cast<std::size_t>(share * (draws - 1))]; };
    return {.low = at(0.025), .high = at(0.975)};
}

double naiveSeconds(const std::vector<ClusteredValue> &values, int clusters)
{
    std::vector<std::vector<double>> parts(static_cast<std::size_t>(clusters));
    for (const auto &[value, cluster] : values)
        parts[static_cast<std::size_t>(cluster)].push_back(value);
    Interval interval;
    const auto seconds = secondsOf([&] { interval = naiveInterval(parts, naiveDraws); });
    std::printf("  [%.3f, %.3f] value by value\n", interval.low, interval.high);
    return seconds * bootstrapDraws / naiveDraws;
}

/// The slowest of the bootstraps.
double measured(int clusters)
{
    const auto values = madeUpRuns(clusters);
    std::optional<Interval> percentile;
    std::optional<Interval> bca;
    std::optional<WildBootstrap> wild;
    double p = 0;
    const auto first = secondsOf([&] { percentile = clusterBootstrapInterval(values); });
    const auto second = secondsOf([&] { bca = clusterBcaInterval(values); });
    const auto third = secondsOf([&] { wild = wildClusterBootstrap(values, 50); });
    const auto fourth = secondsOf([&] { p = pairedPValue(values); });
    std::printf("%d clusters\n", clusters);
    show("percentile", first, percentile);
    show("BCa", second, bca);
    show("wild", third, wild ? wild->interval : std::nullopt);
    show("sign flips", fourth, std::nullopt);
    const auto naive = naiveSeconds(values, clusters);
    std::printf("  value by value %.2f s, %.0f times as long as percentile (p %.4f)\n", naive, naive / first, p);
    return std::max({first, second, third, fourth});
}

} // namespace

int main()
{
    double slowest = 0;
    for (const int clusters : {8, 80, runs})
        slowest = std::max(slowest, measured(clusters));
    std::printf("slowest: %.3f s (budget %.1f s)\n", slowest, budgetSeconds);
    return slowest < budgetSeconds ? 0 : 1;
}
