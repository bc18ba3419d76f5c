// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/turncontent.h>

namespace Decayscope {

/// What of the turns is shown.
struct ShownGroups
{
    bool tools = true; ///< Commands and edits.
    bool reasoning = true; ///< What the agent says and thinks.
    bool outputs = true; ///< Of commands and tools.
    bool metadata = true; ///< Times, tokens and costs; turns of the system and of unknown kinds.

    bool operator==(const ShownGroups &) const = default;
};

/// Whether the body shows such a part of a turn by that role. Prompts of people and errors are always shown.
[[nodiscard]] bool isShown(const ShownGroups &groups, PartKind part, TurnRole role);

/// Whether the list has a row for such a turn.
[[nodiscard]] bool isShown(const ShownGroups &groups, TurnKind kind);

/// What can be said of the kind of a turn that was not read yet.
[[nodiscard]] TurnKind likelyKind(TurnRole role);

} // namespace Decayscope
