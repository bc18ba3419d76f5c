// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/turncontent.h>

namespace Decayscope {

/// Where an action of SWE-agent took place.
struct SweAgentState
{
    QString openFile; ///< Of its window; empty where none is open.
    QString workingFolder; ///< Empty where it is not known.
};

/// The change of a file an action of SWE-agent asks for: `str_replace_editor …`, `create`, `edit` and `insert` in their
/// forms of the versions 0.x and 1.x. Nothing where it is another command, or one that cannot be taken apart.
[[nodiscard]] std::optional<FileEdit> sweAgentEdit(const QString &action, const SweAgentState &state);

} // namespace Decayscope
