// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurespec.h"
#include "tablecontext.h"

#include <stats/matchedchains.h>

namespace Decayscope {

/// A level of matched chains as a point at x = level; it asserts that the level is there. `estimate` is the level's A%
/// or pass@1; n are tasks. Hollow where chains of the plan are not complete.
[[nodiscard]] FigurePoint matchedPoint(
    const TableContext &context, const MatchedCurve &curve, int level, const Estimate &estimate);

/// EstimatorCard::estimator of matched chains, from that of the plain means over tasks.
[[nodiscard]] QString matchedEstimator(const QString &plain);

/// EstimatorCard::interval of matched chains.
[[nodiscard]] QString matchedIntervalPhrase();

/// "Incomplete: 40 of 48 planned chains; 2 tasks missing (…).", empty for a complete sweep.
[[nodiscard]] QString chainGapSentence(const MatchedCurve &curve);

/// What matched chains are, and a sentence on incomplete sweeps, by name, where there are any.
[[nodiscard]] QStringList matchedNotes(const StudySnapshot &study, std::span<const MatchedCurve> curves);

} // namespace Decayscope
