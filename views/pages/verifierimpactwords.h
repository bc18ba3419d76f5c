// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "verifierfigures.h"

namespace Decayscope {

inline constexpr int impactRowCount = 3;

/// "A% at L3 falls from 41.2 (reference) to 38.7 (syntax); …": how much the choice of verifiers matters.
[[nodiscard]] QString impactSentence(const ModeImpact &impact);

/// A% level by level: a row for tests alone and one for each kind of verifiers.
[[nodiscard]] QStringList impactTitles();
[[nodiscard]] std::vector<QStringList> impactRows(const ModeImpact &impact);

/// How many runs are not judged by the syntax verifiers, and what can be done about it.
[[nodiscard]] QString unjudgedSentence(qsizetype runs, bool isReadOnly);

} // namespace Decayscope
