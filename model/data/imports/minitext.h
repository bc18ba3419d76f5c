// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace Decayscope {

/// A code block of a text, from its first backtick to behind its last.
struct FencedBlock
{
    qsizetype start = 0;
    qsizetype end = 0;
    QString body; ///< Without white space around it.
};

/// The block marked with three backticks and the word `fence`, where the text has exactly one; found as the scaffold
/// does by ```` ```fence\s*\n(.*?)\n``` ````.
[[nodiscard]] std::optional<FencedBlock> onlyFencedBlock(QStringView text, QByteArrayView fence);

/// The word behind the backticks in a scaffold's expression for commands; nothing where it is written any other way.
/// The expression itself is never run: it comes with the file.
[[nodiscard]] std::optional<QByteArray> fenceOfExpression(QByteArrayView expression);

/// What Mini-SWE-Agent 1 answers its model, told by the text alone.
enum class MiniAnswer : quint8 {
    Observation, ///< The result of a command.
    Complaint, ///< The command was not found in the message, or ran out of time.
    Person, ///< Somebody interrupted the run.
    Other
};

[[nodiscard]] MiniAnswer miniAnswerKind(QStringView text);

/// The pieces of a result. What has none of the usual marks is all output.
struct MiniObservation
{
    std::optional<int> returnCode;
    QString output; ///< Of a shortened one head and tail, with a line between them that says how much is gone.
    QString warning;
    QString exception;
};

[[nodiscard]] MiniObservation miniObservation(const QString &text);

} // namespace Decayscope
