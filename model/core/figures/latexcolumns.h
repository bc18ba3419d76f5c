// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "celltext.h"

namespace Decayscope {

/// How one shown column is set.
struct LatexColumn
{
    QString title; ///< Below that of its group.
    QString group; ///< What it has in common with its neighbours: "A%" of "A% L0" to "A% L3".
    bool isText = true;
    bool isParagraph = false;
    bool isAligned = false; ///< An S column.
    bool hasInterval = false; ///< An aligned column's interval stands in a column of its own.
    bool hasBest = false;
    QString format; ///< Of an aligned column: "-2.1".
    qsizetype characters = 0; ///< Its widest cell.
};

/// How the columns of a table are set, with siunitx or plain; neighbours whose titles have a word in common are
/// grouped.
[[nodiscard]] std::vector<LatexColumn> latexColumns(const ShownTable &shown, bool siunitx);

/// Digits, one dot and a sign: what an S column takes without braces.
[[nodiscard]] bool isLatexNumber(const QString &text);

} // namespace Decayscope
