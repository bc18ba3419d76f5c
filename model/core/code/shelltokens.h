// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

namespace Decayscope {

/// A stretch of a word that the shell treats alike.
struct ShellPiece
{
    enum class Kind : quint8 {
        Text, ///< As it stands.
        Bare, ///< Text outside quotes, where braces, `*` and `~` mean something.
        Variable, ///< `$name` or `${name}`; `text` is the name.
        Unknown ///< A substitution whose value only the shell knows.
    };

    Kind kind = Kind::Text;
    QString text;

    bool operator==(const ShellPiece &) const = default;
};

struct ShellWord
{
    std::vector<ShellPiece> pieces;

    /// Its text where nothing in it is quoted or substituted, as keywords are written; else empty.
    [[nodiscard]] QString bare() const;
    /// Its text as far as it can be read: substitutions left out.
    [[nodiscard]] QString readable() const;

    bool operator==(const ShellWord &) const = default;
};

/// A word, an operator or a redirection of a command.
struct ShellToken
{
    enum class Kind : quint8 { Word, Operator, Redirection };

    Kind kind = Kind::Word;
    QString text; ///< Of operators and redirections: "&&", ">", "<<", "\n".
    ShellWord word; ///< The word, or what a redirection points to.
    int descriptor = -1; ///< Before a redirection; -1 where there is none.
    QString body; ///< Of a here-document.
    bool isBodyLiteral = true; ///< False where the shell would substitute something in it.

    bool operator==(const ShellToken &) const = default;
};

/// A command taken apart by the rules of bash.
struct ShellTokens
{
    std::vector<ShellToken> tokens;
    bool isBroken = false; ///< A quote, bracket or here-document stays open: nobody knows what bash makes of it.
};

/// Reads any text in time linear in its length. Nothing is executed.
[[nodiscard]] ShellTokens shellTokens(QStringView command);

} // namespace Decayscope
