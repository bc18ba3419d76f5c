// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include <vector>

namespace Decayscope {

/// A part of a prompt behind one of its headings.
struct PromptSection
{
    int heading = 0; ///< 0-based line of the heading.
    int last = 0; ///< 0-based; the heading's own line where nothing follows it.
    bool startsFolded = false; ///< It is long: to be read when asked for, such as an API description.

    bool operator==(const PromptSection &) const = default;
};

/// The sections of a Markdown text by its headings of the second level; lines inside fences head nothing. A long
/// beginning without a heading is headed by its first line. No more than 201 in all.
[[nodiscard]] std::vector<PromptSection> promptSections(const QStringList &lines);

} // namespace Decayscope
