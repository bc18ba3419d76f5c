// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "estimatorcard.h"

namespace Decayscope {

/// An estimator card as one sentence, without its interval where `interval` is empty: "Means over tasks …; brackets:
/// 95 % …; n = 8 …; left out: ….". Empty for an empty card.
[[nodiscard]] QString estimatorSentence(const EstimatorCard &card, const QString &interval);

} // namespace Decayscope
