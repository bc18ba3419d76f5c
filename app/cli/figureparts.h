// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "verb.h"

namespace Decayscope {

/// The commands below `figure`, besides making one.
[[nodiscard]] std::unique_ptr<Verb> makeFigureVerify();
[[nodiscard]] std::unique_ptr<Verb> makeFigureList();

} // namespace Decayscope
