// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <syntax/filefacts.h>

#include <set>
#include <string>
#include <vector>

namespace Decayscope {

/// The dotted names that the code of a file uses: what of a module it touches.
class UsedNames
{
public:
    explicit UsedNames(const FileFacts &facts);

    /// The members of a name that are used, each once: {"get"} for "users" where the code says `users.get(1)`.
    [[nodiscard]] std::vector<std::string> membersOf(std::string_view name) const;

private:
    void add(const SourceValue &value, int depth);

    std::set<std::string, std::less<>> m_names;
};

} // namespace Decayscope
