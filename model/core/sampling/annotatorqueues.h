// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/sample.h>

namespace Decayscope {

/// The queues of a design's annotators over the items of a sample, which stand in random order: the first
/// round(overlap × items) go to all, the others in turns. Every annotator has an order of their own, or the families in
/// an order of their own; repeats are mixed in so that repeatGap items at least lie between.
[[nodiscard]] std::vector<AnnotatorQueue> dealtQueues(std::span<const SampleItem> items, const SampleDesign &design);

/// The items of one annotator in the order of their queue.
[[nodiscard]] AnnotatorQueue annotatorQueue(
    const QString &annotator, std::vector<int> items, std::span<const SampleItem> all, const SampleDesign &design);

/// Where an annotator's random numbers begin: of the seed and the name alone.
[[nodiscard]] quint64 seedOf(quint64 seed, const QString &name);

} // namespace Decayscope
