// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/verdict.h>
#include <modules/modulegraph.h>

namespace Decayscope {

/// Whether an ORM handles the server's data, with nothing going past it.
[[nodiscard]] ConstraintVerdict judgeOrm(const ModuleGraph &graph, Constraint orm);

} // namespace Decayscope
