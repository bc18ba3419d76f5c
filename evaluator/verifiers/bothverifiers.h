// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/verdict.h>

namespace Decayscope {

/// The program's verifiers: the study's own and those that read code.
[[nodiscard]] Verifiers bothVerifiers();

} // namespace Decayscope
