// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "run.h"

namespace Decayscope {

/// Why a verifier says what it says of one constraint of a run, without the places.
struct VerdictReason
{
    RunId run;
    Constraint constraint = Constraint::CleanArchitecture;
    VerifierMode mode = VerifierMode::Reference;
    QString reason; ///< A sentence.

    bool operator==(const VerdictReason &) const = default;
};

} // namespace Decayscope
