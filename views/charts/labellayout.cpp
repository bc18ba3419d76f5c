// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labellayout.h"

#include <algorithm>
#include <numeric>

namespace Decayscope {

namespace {

/// Labels that touch: they stand together around the mean of where they want to be.
struct Cluster
{
    double sum = 0; ///< Of the wanted centres, each less its place inside the cluster.
    int count = 0;
    double height = 0;

    [[nodiscard]] double start() const { return sum / count - height / 2; }
    [[nodiscard]] double end() const { return start() + count * height; }
};

Cluster joined(const Cluster &above, const Cluster &below)
{
    return {.sum = above.sum + below.sum - below.count * above.count * above.height,
        .count = above.count + below.count,
        .height = above.height};
}

} // namespace

std::vector<double> spreadLabels(std::span<const double> wanted, double height, double top, double bottom)
{
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return wanted[i]; });

    std::vector<Cluster> clusters;
    for (const auto i : order) {
        Cluster next{.sum = std::clamp(wanted[i], top + height / 2, std::max(top, bottom - height) + height / 2),
            .count = 1,
            .height = height};
        while (!clusters.empty() && clusters.back().end() > next.start()) {
            next = joined(clusters.back(), next);
            next.sum = std::clamp(next.start(), top, std::max(top, bottom - next.count * height)) * next.count
                + next.count * height / 2;
            clusters.pop_back();
        }
        clusters.push_back(next);
    }

    std::vector<double> centres(wanted.size());
    std::size_t at = 0;
    for (const auto &cluster : clusters) {
        for (int i = 0; i < cluster.count; ++i)
            centres[order[at++]] = cluster.start() + (i + 0.5) * height;
    }
    return centres;
}

} // namespace Decayscope
