// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QPlainTextEdit;

namespace Decayscope {

/// Some lines of a text as a reader points at them.
struct TextLines
{
    int first = 0; ///< 1-based; 0 for none.
    int last = 0;
    QString text; ///< What is selected of them, or else the line.

    bool operator==(const TextLines &) const = default;
};

/// The lines of a view under its selection, or under its cursor.
[[nodiscard]] TextLines linesOf(const QPlainTextEdit &view);

} // namespace Decayscope
