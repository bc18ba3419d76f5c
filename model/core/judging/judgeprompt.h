// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "judgecase.h"

#include <labels/codebook.h>

namespace Decayscope {

/// One question to a judge.
struct JudgePrompt
{
    QString system; ///< What to do, the categories, the form of the answer.
    QString user; ///< The case.

    [[nodiscard]] qsizetype characters() const { return system.size() + user.size(); }

    bool operator==(const JudgePrompt &) const = default;
};

/// The version of the prompts' texts, as labels carry it.
inline constexpr QLatin1StringView judgePromptVersion{"judge-prompt 1"};

/// SHA-256 over the prompts' texts and the codebook: judgements of equal hashes were asked for with equal words.
[[nodiscard]] QByteArray judgePromptHash(const Codebook &book);

/// Asks for the category of level 1. Sections of the case are set apart by a mark that follows from its content, so
/// that nothing in it can pass for the end of it.
[[nodiscard]] JudgePrompt coarsePrompt(const Codebook &book, const JudgeCase &of);

/// Asks which kind of `parent` it is; the reasons for that are part of the case. Of a codebook where it has children.
[[nodiscard]] JudgePrompt finePrompt(
    const Codebook &book, const Code &parent, const JudgeCase &of, const QString &coarseReasoning);

} // namespace Decayscope
