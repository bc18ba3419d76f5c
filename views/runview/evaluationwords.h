// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/evaluation.h>

namespace Decayscope {

/// Words for people about evaluations.
[[nodiscard]] QString stepTitle(EvaluationStep step); ///< "Set up".
[[nodiscard]] QString stepOutcomeTitle(StepOutcome outcome); ///< "failed".
[[nodiscard]] QString stepTime(qint64 milliseconds); ///< "340 ms", "12.4 s", "3 min 20 s".
[[nodiscard]] QString sizeText(qint64 bytes); ///< "1.2 MiB", nothing for none.
[[nodiscard]] QString resourceSentence(const ResourceUse &use); ///< "up to 240 MiB memory · 14 processes · 3.1 s CPU …"

/// A sign and a colour for an outcome; the sign alone says it, too.
[[nodiscard]] QString outcomeGlyph(StepOutcome outcome);

} // namespace Decayscope
