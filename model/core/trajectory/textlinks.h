// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

namespace Decayscope {

/// A place in code that a line of a log names, such as a frame of a stack trace.
struct CodeMention
{
    qsizetype offset = 0; ///< In the text, in QChars, of the part to underline.
    qsizetype length = 0;
    QString path; ///< As written.
    int line = 0; ///< 1-based.

    bool operator==(const CodeMention &) const = default;
};

/// Frames of Python and Node stack traces and `file:line` mentions in one line of text.
[[nodiscard]] std::vector<CodeMention> codeMentions(QStringView line);

} // namespace Decayscope
