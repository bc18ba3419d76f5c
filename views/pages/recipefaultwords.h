// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runtimerecipe.h>

namespace Decayscope {

/// What is wrong with a field of a recipe, a sentence to stand below it.
[[nodiscard]] QString recipeFaultWords(const RecipeFault &fault);

} // namespace Decayscope
