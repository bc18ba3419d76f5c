// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <code/codehistory.h>
#include <code/shelledits.h>

namespace Decayscope::Test {

/// An edit in a line: kind, lines, path, texts; ¶ stands for a line feed, → for a tab.
[[nodiscard]] QString inWords(const FileEdit &edit);

/// The path of an edit and what must be so for it to have happened.
[[nodiscard]] QString reachInWords(const ShellEdit &edit);

/// A text in a line.
[[nodiscard]] QString inLine(QString text);

/// One line for each version of a file: turn, knowledge, text, writers.
[[nodiscard]] QStringList versionsInWords(const CodeHistory &history, const QString &path);

} // namespace Decayscope::Test
