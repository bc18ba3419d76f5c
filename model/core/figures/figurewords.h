// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurespec.h"

#include <stats/coverage.h>
#include <stats/interval.h>
#include <stats/scores.h>

namespace Decayscope {

// Phrases that figures share: numbers rounded for people, sentences for hovering and for estimator cards.

[[nodiscard]] QString percentWords(double value); ///< "51.7 %"
[[nodiscard]] QString pointsWords(double value); ///< "−20.0", with a true minus sign.
[[nodiscard]] QString wholeWords(double value); ///< "12,345"
[[nodiscard]] QString countedWords(qsizetype count, QStringView noun); ///< "1 task", "2 tasks"
[[nodiscard]] QString spanWords(int least, int most, QStringView noun); ///< "8 tasks", "8–32 tasks"
[[nodiscard]] QString levelWords(int level); ///< "L2"

/// "95 % interval 40.2 % to 63.1 %, clusters: 8 frameworks.", cut to 0–100; or why there is none.
[[nodiscard]] QString frameworksInterval(const Estimate &estimate);

/// "Incomplete: 1 of 4 planned tasks missing (…); 2 runs missing."
[[nodiscard]] QString gapSentence(const LevelCoverage &gap);

/// EstimatorCard::estimator of A% and of pass@1.
[[nodiscard]] QString assertionsEstimator(ScoreMode mode, VerifierMode verifiers);
[[nodiscard]] QString passEstimator(ScoreMode mode, VerifierMode verifiers);

/// "A% (strict)", "A% (raw)", "pass@1 (strict, syntax)": the title of an axis.
[[nodiscard]] QString scoreTitle(QStringView measure, ScoreMode mode, VerifierMode verifiers);

/// EstimatorCard::interval of means over tasks.
[[nodiscard]] QString frameworksIntervalPhrase();

/// The note of figures whose points may be hollow.
[[nodiscard]] QString hollowNote();

} // namespace Decayscope
