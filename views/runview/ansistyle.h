// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ansitext.h"

namespace Decayscope {

/// The style after "ESC [ parameters m". What is not known in it changes nothing.
[[nodiscard]] AnsiStyle styleAfter(AnsiStyle style, QStringView parameters);

} // namespace Decayscope
