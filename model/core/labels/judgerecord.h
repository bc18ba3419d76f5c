// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Decayscope {

/// How a model came to a label, so that anybody can look at it again and ask the same once more.
struct JudgeRecord
{
    QString model; ///< As it was asked for.
    QString answeredBy; ///< As the endpoint named it; may be empty.
    QString host; ///< Of the endpoint, without path or key.
    QString promptVersion; ///< Such as "judge-prompt 1".
    QByteArray promptHash; ///< SHA-256 over the prompts' texts with the codebook's in them: equal hash, equal prompts.
    std::optional<double> temperature; ///< Absent: the endpoint's own.
    int repeat = 0; ///< From 0; the occurrence of the label.
    int attempts = 1; ///< Answers that were asked for, both steps together.
    QString coarseReasoning; ///< Of the first step, where there was a second; the label's memo is the last step's.
    QString coarseAnswer; ///< The last answer of each step as it came, cut to judgeAnswerKept characters.
    QString fineAnswer;
    qint64 inputTokens = 0; ///< Over all attempts.
    qint64 outputTokens = 0;
    bool isCounted = true; ///< Else the endpoint told no tokens, and they are estimated (characters / 4).
    std::optional<double> cost; ///< Absent where the model has no price.
    QString invalid; ///< Why no answer could be taken; empty where the label stands.

    bool operator==(const JudgeRecord &) const = default;
};

/// So many characters of an answer are kept: the event of a label has to stay small.
inline constexpr qsizetype judgeAnswerKept = 20'000;

} // namespace Decayscope
