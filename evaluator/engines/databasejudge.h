// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/verdict.h>
#include <modules/modulegraph.h>

namespace Decayscope {

/// Whether the server connects to a database engine, and to no other.
[[nodiscard]] ConstraintVerdict judgeDatabase(const ModuleGraph &graph, Constraint database);

} // namespace Decayscope
