// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace Decayscope {

enum class TokenKind : quint8 {
    Word, ///< Name or keyword.
    Number,
    Text, ///< A string literal with its quotes and prefix.
    Template, ///< A JavaScript template literal.
    Regex,
    Sign, ///< An operator or bracket.
    LineEnd ///< Of a logical line; Python only.
};

/// A piece of source code. Compact: a project has millions.
struct Token
{
    TokenKind kind = TokenKind::Sign;
    bool startsLine = false; ///< The first of its line.
    qint32 line = 0; ///< 1-based.
    qint32 column = 0; ///< 0-based; tabs count to the next multiple of eight.
    qint32 begin = 0;
    qint32 length = 0;
};

/// The code without white space and comments. Both read any text in linear time: what is not closed ends with its line
/// or with the text.
[[nodiscard]] std::vector<Token> javaScriptTokens(QStringView text);
[[nodiscard]] std::vector<Token> pythonTokens(QStringView text);

/// For each token the index of the bracket that closes or opens it; -1 for all others and for brackets without a
/// partner.
[[nodiscard]] std::vector<qint32> bracketPartners(QStringView text, const std::vector<Token> &tokens);

} // namespace Decayscope
