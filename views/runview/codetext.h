// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Decayscope {

/// Longest line that is shown whole; drawing longer ones makes a text view crawl.
inline constexpr qsizetype longestShownLine = 4000;

/// A line as a text view can show it on exactly one line: control characters as their pictures, characters that would
/// break the line or turn its direction replaced, what is longer than `limit` cut with a word about the rest.
[[nodiscard]] QString shownLine(QStringView line, qsizetype limit = longestShownLine);

} // namespace Decayscope
