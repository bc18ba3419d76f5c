// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1StringView>

namespace Decayscope {

// What writer and reader of .dslabels files agree on.

inline constexpr QLatin1StringView dsLabelsFormat{"decayscope-labels"};
inline constexpr int dsLabelsVersion = 1;

/// Files are carried in pieces of this size at most.
inline constexpr qsizetype pieceBytes = qsizetype{1024} * 1024;
/// No line is longer: the longest is a sample of many thousand items, or a piece of nothing but control characters.
inline constexpr qint64 longestLine = 64LL * 1024 * 1024;

} // namespace Decayscope
