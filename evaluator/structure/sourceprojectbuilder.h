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
    void add(const std::string &path, std::string_view text);

    [[nodiscard]] SourceProject take() { return std::move(m_project); }

private:
    SourceProject m_project;
    std::size_t m_bytes = 0;
};

} // namespace Decayscope
