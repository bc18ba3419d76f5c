// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/codebook.h>

namespace Decayscope {

/// What a judge said in one step.
struct JudgeAnswer
{
    QString code; ///< The id of one of the codes that were offered.
    QString reasoning; ///< Not empty; cut to judgeReasoningKept characters.

    bool operator==(const JudgeAnswer &) const = default;
};

inline constexpr qsizetype judgeReasoningKept = 4000;
inline constexpr qsizetype longestJudgeAnswer = 100'000; ///< Characters; a longer answer is invalid.

/// Reads a model's answer: a JSON object {category, reasoning}, with or without a code fence and words around it. The
/// category is a name or id of `offered`, whatever its case, blanks and dashes. Errors: InvalidInput with the reason:
/// too long, no such object, objects that name different categories, a category that was not offered, no reasoning.
[[nodiscard]] Result<JudgeAnswer> readJudgeAnswer(const QString &text, std::span<const Code *const> offered);

} // namespace Decayscope
