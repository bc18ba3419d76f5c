// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/verdict.h>
#include <modules/modulegraph.h>

namespace Decayscope {

/// Whether a project keeps Clean Architecture: its layers, each in a directory of its own, and no import going up.
[[nodiscard]] ConstraintVerdict judgeArchitecture(const ModuleGraph &graph);

} // namespace Decayscope
