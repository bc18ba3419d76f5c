// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

#include <domain/verdictreason.h>

#include <vector>

namespace Decayscope {

/// The verdicts of a mode on a run's current content with their violations, in the order of the constraints.
[[nodiscard]] Result<std::vector<ConstraintVerdict>> readVerdicts(Connection &connection, RunId run, VerifierMode mode);

/// The reasons of all verdicts on current contents, run by run.
[[nodiscard]] Result<std::vector<VerdictReason>> readVerdictReasons(Connection &connection);

/// What judged a run's current content.
[[nodiscard]] Result<VerifierVersions> readVerifierVersions(Connection &connection, RunId run);

/// New verdicts of a mode for a stored version of a run.
struct TakenVerdicts
{
    qint64 version = 0;
    VerifierMode mode = VerifierMode::Reference;
    std::vector<ConstraintVerdict> verdicts;
};

/// Puts verdicts in the place of the old ones and notes the verifiers' versions. Within the caller's transaction. A
/// version that was removed meanwhile is passed over.
[[nodiscard]] Result<> replaceVerdicts(
    Connection &connection, const std::vector<TakenVerdicts> &taken, const VerifierVersions &verifiers);

/// A stored version of a run, as far as its verdicts rest on it.
struct VerdictBasis
{
    qint64 version = 0;
    ConstraintSet constraints;
    bool reference = false; ///< Whether the verdicts of the reference verifiers are to be taken.
    bool syntax = false;
};

/// Which verdicts are taken again: those that other verifiers gave, or all.
enum class Retake : quint8 { Outdated, All };

/// Every stored version with verdicts to take, also versions that wait for an undoing. Those of tasks without
/// constraints are left out: there is nothing to judge.
[[nodiscard]] Result<std::vector<VerdictBasis>> readVerdictBases(
    Connection &connection, const VerifierVersions &verifiers, Retake retake = Retake::Outdated);

/// How many there are.
[[nodiscard]] Result<qint64> countUnjudged(Connection &connection, const VerifierVersions &verifiers);

} // namespace Decayscope
