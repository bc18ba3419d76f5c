// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

#include <domain/run.h>

#include <vector>

namespace Decayscope {

/// The verdicts of a run's current content with their violations, in the order of the constraints.
[[nodiscard]] Result<std::vector<ConstraintVerdict>> readVerdicts(Connection &connection, RunId run);

/// New verdicts for a stored version of a run.
struct TakenVerdicts
{
    qint64 version = 0;
    std::vector<ConstraintVerdict> verdicts;
};

/// Puts verdicts in the place of the old ones and notes the verifier's version. Within the caller's transaction. A
/// version that was removed meanwhile is passed over.
[[nodiscard]] Result<> replaceVerdicts(
    Connection &connection, const std::vector<TakenVerdicts> &taken, const QString &verifier);

} // namespace Decayscope
