// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runreading.h>

namespace Decayscope {

/// A run for people: header, requests with their failed assertions, violations, files, and a line a turn.
[[nodiscard]] QString runToText(const RunReading &reading);

/// A turn for people, whole.
[[nodiscard]] QString turnToText(const TurnContent &turn);

} // namespace Decayscope
