// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Decayscope {

/// What an expression is known to be.
struct Value
{
    enum class Kind : quint8 {
        Nothing, ///< Not known.
        Text,
        Router, ///< `index` in the RouterGraph.
        RouteAt, ///< The path `text` of the router `index`, waiting for its methods.
        Function, ///< `index` in `file`, as Class.
        Class,
        Instance, ///< Of the class `index`.
        Module, ///< The file itself.
        External, ///< A name of a package: "express.Router"; or one that is declared nowhere.
        Object, ///< The braces that open at token `index`.
        Array, ///< The brackets that open at token `index`.
        Parameter ///< Number `number` of function `index`, or its property `text`.
    };

    Kind kind = Kind::Nothing;
    qint32 file = -1;
    qint32 index = -1;
    qint32 number = -1;
    QString text;

    [[nodiscard]] bool is(Kind wanted) const { return kind == wanted; }
    [[nodiscard]] bool isKnown() const { return kind != Kind::Nothing; }
    bool operator==(const Value &) const = default;
};

/// One argument of a call.
struct Argument
{
    QString name; ///< Of keyword arguments; Python only.
    qint32 begin = 0; ///< Tokens.
    qint32 end = 0;
    bool isSpread = false;
};

/// Where a call stands: its opening bracket, and the first token of the whole expression.
struct CallSite
{
    qint32 file = -1;
    qint32 open = -1;
    qint32 start = -1;
};

} // namespace Decayscope
