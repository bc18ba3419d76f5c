// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <publishing/figurelook.h>

namespace Decayscope {

/// SHA-256 of a trial figure printed in a look: two systems with one hash draw the same bytes. Empty where the look
/// cannot be printed.
[[nodiscard]] QString trialDrawingHash(const FigureLook &look);

} // namespace Decayscope
