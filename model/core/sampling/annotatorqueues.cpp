// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "annotatorqueues.h"

#include "shuffled.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace Decayscope {

namespace {

/// Items of one family behind each other, families where their first item stood.
void joinFamilies(std::vector<int> &order, std::span<const SampleItem> all)
{
    std::map<QString, std::size_t> firstOf;
    std::vector<std::pair<std::size_t, int>> placed;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto &family = all[static_cast<std::size_t>(order[i])].family;
        const auto place = family.isEmpty() ? i : firstOf.try_emplace(family, i).first->second;
        placed.emplace_back(place, order[i]);
    }
    std::ranges::stable_sort(placed, {}, [](const auto &entry) { return entry.first; });
    std::ranges::transform(placed, order.begin(), [](const auto &entry) { return entry.second; });
}

struct Repeat
{
    std::size_t after = 0; ///< So many items of the first pass stand before it.
    int item = 0;
};

/// Which items come again and where: only such as leave the gap before the end.
std::vector<Repeat> repeatsOf(const std::vector<int> &order, const SampleDesign &design, CounterRandom &random)
{
    const auto gap = static_cast<std::size_t>(std::max(0, design.repeatGap));
    if (order.size() <= gap || design.repeats <= 0)
        return {};
    std::vector<std::size_t> places(order.size() - gap);
    for (std::size_t i = 0; i < places.size(); ++i)
        places[i] = i;
    shuffle(places, random);
    const auto wanted = static_cast<std::size_t>(std::llround(design.repeats * static_cast<double>(order.size())));
    places.resize(std::min(places.size(), wanted));
    std::vector<Repeat> repeats;
    for (const auto place : places) {
        const auto earliest = place + gap + 1;
        repeats.push_back({.after = earliest + random.below(order.size() - earliest + 1), .item = order[place]});
    }
    std::ranges::stable_sort(repeats, {}, &Repeat::after);
    return repeats;
}

} // namespace

quint64 seedOf(quint64 seed, const QString &name)
{
    // FNV-1a (Fowler, Noll, Vo), over the name's UTF-8.
    quint64 hash = 0xcbf29ce484222325ULL;
    for (const char byte : name.toUtf8())
        hash = (hash ^ static_cast<quint8>(byte)) * 0x100000001b3ULL;
    return randomBits(seed, hash);
}

AnnotatorQueue annotatorQueue(
    const QString &annotator, std::vector<int> items, std::span<const SampleItem> all, const SampleDesign &design)
{
    CounterRandom random(seedOf(design.seed, annotator));
    shuffle(items, random);
    if (design.byFamily)
        joinFamilies(items, all);
    const auto repeats = repeatsOf(items, design, random);
    AnnotatorQueue queue{.annotator = annotator, .order = {}};
    queue.order.reserve(items.size() + repeats.size());
    auto next = repeats.begin();
    for (std::size_t i = 0; i < items.size(); ++i) {
        queue.order.push_back({.item = items[i]});
        for (; next != repeats.end() && next->after == i + 1; ++next)
            queue.order.push_back({.item = next->item, .occurrence = 1});
    }
    return queue;
}

std::vector<AnnotatorQueue> dealtQueues(std::span<const SampleItem> items, const SampleDesign &design)
{
    const auto shared = std::llround(design.overlap * static_cast<double>(items.size()));
    const auto annotators = std::ssize(design.annotators);
    std::vector<AnnotatorQueue> queues;
    for (qsizetype number = 0; number < annotators; ++number) {
        std::vector<int> own;
        for (qsizetype i = 0; i < std::ssize(items); ++i) {
            if (i < shared || (i - shared) % annotators == number)
                own.push_back(static_cast<int>(i));
        }
        queues.push_back(annotatorQueue(design.annotators[number], std::move(own), items, design));
    }
    return queues;
}

} // namespace Decayscope
