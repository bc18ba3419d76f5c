// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sourceproject.h"

namespace Decayscope {

/// Whether a file that is no source is one that rules read.
[[nodiscard]] bool isTextOfProject(std::string_view path);

/// Puts a project together from its files, within its bounds.
class SourceProjectBuilder
{
public:
    /// Adds a file; files come by path. Too many, too long paths and what nobody reads are left out.
    void add(const std::string &path, std::string text);

    /// Reads the facts of all files, on several threads where there are many; the project is the same on any number.
    [[nodiscard]] SourceProject take();

private:
    struct WaitingText
    {
        std::size_t file = 0; ///< Index into the project's files.
        std::string text;
    };

    SourceProject m_project;
    std::vector<WaitingText> m_waiting;
    std::size_t m_bytes = 0;
};

} // namespace Decayscope
