// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runfilter.h>

#include <vector>

namespace Decayscope {

/// Words for people.
[[nodiscard]] QString levelTitle(int level); ///< "L2".
[[nodiscard]] QString outcomeTitle(RunOutcome outcome);
[[nodiscard]] QString terminationTitle(Termination termination);
[[nodiscard]] QString kindTitle(TaskKind kind);

/// One restriction of a filter in words, and the filter without it.
struct FilterPart
{
    QString text;
    RunFilter without;
};

/// A filter taken apart; empty for one that restricts nothing.
[[nodiscard]] std::vector<FilterPart> filterParts(const RunFilter &filter);

/// All parts in one line; empty for a filter that restricts nothing.
[[nodiscard]] QString filterSentence(const RunFilter &filter);

} // namespace Decayscope
