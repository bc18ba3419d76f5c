// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "judgeprompt.h"

#include <domain/tokenprice.h>

namespace Decayscope {

/// What judging some runs will take: characters of the prompts / 4. The first step is sure; whether there is a second
/// one the first answer says, hence a range.
struct JudgeEstimate
{
    int judgements = 0; ///< Runs × repeats still to be made.
    qint64 inputLow = 0; ///< Tokens, if no run needs the second step.
    qint64 inputHigh = 0; ///< If all do.
    qint64 outputLow = 0; ///< judgeAnswerTokens a step.
    qint64 outputHigh = 0;
    std::optional<double> costLow; ///< In the prices' currency; absent without a price.
    std::optional<double> costHigh;
    bool isScaled = false; ///< Only some of the runs were read.

    bool operator==(const JudgeEstimate &) const = default;
};

/// What an answer of a few sentences takes; more where the model reasons before it answers.
inline constexpr qint64 judgeAnswerTokens = 200;

/// Characters of the two prompts of a case; the second with a reasoning of usual length, 0 where the codebook has one
/// level alone.
struct JudgePromptSize
{
    qint64 coarse = 0;
    qint64 fine = 0;
};

[[nodiscard]] JudgePromptSize judgePromptSize(const Codebook &book, const JudgeCase &of);

/// `sizes` are of some or all of the runs; `judgements` of all.
[[nodiscard]] JudgeEstimate judgeEstimate(
    std::span<const JudgePromptSize> sizes, int judgements, const std::optional<TokenPrice> &price);

} // namespace Decayscope
