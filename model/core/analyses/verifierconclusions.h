// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/tablecontext.h>
#include <stats/verifiersensitivity.h>

namespace Decayscope {

/// What changes from one way of judging to another: ranks, swapped pairs, signs of Δ and of marginal effects; a
/// sentence a comparison.
[[nodiscard]] QStringList verifierConclusions(const TableContext &context, const VerifierSensitivity &sensitivity);

} // namespace Decayscope
