// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/turncontent.h>

namespace Decayscope {

/// The edits an `apply_patch` call asks for ("*** Begin Patch … *** End Patch"). Added files come with their text,
/// each hunk of an updated file as one replacement of its lines: such a patch has no line numbers.
[[nodiscard]] std::vector<FileEdit> applyPatchEdits(const QString &patch);

} // namespace Decayscope
