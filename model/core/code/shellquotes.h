// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shelltokens.h"

namespace Decayscope {

using namespace Qt::StringLiterals;

/// What a quotation or a `$` expansion stands for, and where it ends.
struct QuotedText
{
    std::vector<ShellPiece> pieces;
    qsizetype end = 0;
    bool isBroken = false; ///< It never ends.
};

/// Whether the `$` at a place means something to the shell.
[[nodiscard]] bool opensExpansion(QStringView text, qsizetype at);

/// Reads `'…'`, `"…"`, `` `…` ``, `$'…'`, `$"…"`, `$name`, `${…}`, `$(…)` from a place where one begins.
[[nodiscard]] QuotedText readQuoted(QStringView text, qsizetype at);

/// The place behind the bracket that closes the one at `at`; `isBroken` is set where none does.
[[nodiscard]] qsizetype endOfSubstitution(QStringView text, qsizetype at, bool &isBroken);

/// Takes the shell's backslashes out of a here-document with an unquoted delimiter; false where the shell would
/// substitute something in it.
[[nodiscard]] bool unescapeHereDocument(QString &body);

} // namespace Decayscope
