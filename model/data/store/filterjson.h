// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runfilter.h>

namespace Decayscope {

/// A filter as compact JSON; what does not restrict is left out. Enum values go by name, so that they may be reordered.
[[nodiscard]] QString filterToJson(const RunFilter &filter);

/// The filter of such a text. Unknown keys and names are ignored, so that a newer program's filters still open.
[[nodiscard]] RunFilter filterFromJson(const QString &text);

} // namespace Decayscope
