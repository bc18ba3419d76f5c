// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "taskssections.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int longSection = 80; ///< Lines.
constexpr std::size_t mostSections = 200; ///< What comes after belongs to the last.

qsizetype fenceLength(QStringView line)
{
    const auto text = line.trimmed();
    qsizetype length = 0;
    while (length < text.size() && text[length] == u'`')
        ++length;
    return length;
}

/// What stands before the first heading is a section of its own, headed by its first line, where it is long.
void begin(std::vector<PromptSection> &sections, int line)
{
    if (sections.empty() && line > longSection)
        sections.push_back({.heading = 0, .last = line - 1});
    sections.push_back({.heading = line, .last = line});
}

} // namespace

std::vector<PromptSection> promptSections(const QStringList &lines)
{
    std::vector<PromptSection> sections;
    qsizetype fence = 0; // Of the open one; 0 outside.
    for (int at = 0; at < lines.size(); ++at) {
        const auto ticks = fenceLength(lines[at]);
        if (fence == 0 && ticks >= 3)
            fence = ticks;
        else if (fence > 0 && ticks >= fence)
            fence = 0;
        else if (fence == 0 && sections.size() < mostSections && lines[at].startsWith(u"## "))
            begin(sections, at);
        if (!sections.empty())
            sections.back().last = at;
    }
    for (auto &section : sections)
        section.startsFolded = section.last - section.heading > longSection;
    return sections;
}

} // namespace Decayscope
