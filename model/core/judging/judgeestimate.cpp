// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "judgeestimate.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qint64 usualReasoning = 600; ///< Characters.
constexpr double charactersPerToken = 4;
constexpr double perMillion = 1e6;

qint64 tokensOf(double characters)
{
    return qRound64(characters / charactersPerToken);
}

double costOf(qint64 input, qint64 output, const TokenPrice &price)
{
    return (static_cast<double>(input) * price.input + static_cast<double>(output) * price.output) / perMillion;
}

} // namespace

JudgePromptSize judgePromptSize(const Codebook &book, const JudgeCase &of)
{
    JudgePromptSize size{.coarse = coarsePrompt(book, of).characters(), .fine = 0};
    for (const auto *code : book.offered()) {
        if (book.hasChildren(code->id))
            size.fine = std::max<qint64>(size.fine, finePrompt(book, *code, of, {}).characters() + usualReasoning);
    }
    return size;
}

JudgeEstimate judgeEstimate(
    std::span<const JudgePromptSize> sizes, int judgements, const std::optional<TokenPrice> &price)
{
    JudgeEstimate estimate{.judgements = judgements};
    if (sizes.empty() || judgements <= 0)
        return estimate;
    double coarse = 0;
    double fine = 0;
    for (const auto &size : sizes) {
        coarse += static_cast<double>(size.coarse);
        fine += static_cast<double>(size.fine);
    }
    const auto scale = judgements / static_cast<double>(sizes.size());
    const qint64 steps = fine > 0 ? 2 : 1;
    estimate.inputLow = tokensOf(coarse * scale);
    estimate.inputHigh = tokensOf((coarse + fine) * scale);
    estimate.outputLow = judgements * judgeAnswerTokens;
    estimate.outputHigh = steps * estimate.outputLow;
    if (price) {
        estimate.costLow = costOf(estimate.inputLow, estimate.outputLow, *price);
        estimate.costHigh = costOf(estimate.inputHigh, estimate.outputHigh, *price);
    }
    return estimate;
}

} // namespace Decayscope
