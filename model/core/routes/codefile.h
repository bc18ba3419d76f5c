// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "token.h"

#include <QHash>
#include <QStringList>

namespace Decayscope {

/// Tokens from `begin` up to, not including, `end`.
struct CodeRange
{
    qint32 begin = 0;
    qint32 end = 0;

    [[nodiscard]] bool isEmpty() const { return end <= begin; }
    bool operator==(const CodeRange &) const = default;
};

/// What a name stands for.
struct Binding
{
    enum class Kind : quint8 {
        Value, ///< The expression `value`.
        Part, ///< The property `name` of the expression `value`.
        Function,
        Class,
        Import, ///< `name` of `module`; an empty name is the module itself.
        Parameter ///< Number `index` of the function `scope`, or its property `name`.
    };

    Kind kind = Kind::Value;
    qint32 scope = 0; ///< The function in whose scope it is to be understood.
    qint32 index = -1;
    CodeRange value;
    QString module;
    QString name;
};

struct CodeFunction
{
    QString name; ///< Empty for anonymous ones.
    qint32 line = 0;
    qint32 parent = -1; ///< The function around it.
    qint32 owner = -1; ///< The class it is a method of.
    CodeRange parameters;
    CodeRange body;
    std::vector<qint32> returns; ///< First tokens of the expressions it returns.
    std::vector<qint32> decorators; ///< First tokens behind the at signs; Python only.
    QHash<QString, Binding> names; ///< Its parameters and variables.
};

struct CodeClass
{
    QString name;
    qint32 line = 0;
    qint32 scope = 0; ///< The function it stands in.
    CodeRange bases;
    CodeRange body;
    std::vector<qint32> decorators;
    std::vector<std::pair<QString, qint32>> methodOrder; ///< In the order of the text, for printing and routes.
    QHash<QString, qint32> methods;
    QHash<QString, Binding> fields;
};

/// A source file taken apart: what is declared where, what comes in and what goes out. Expressions stay tokens.
struct CodeFile
{
    QString path;
    bool isPython = false;
    QString text;
    std::vector<Token> tokens;
    std::vector<qint32> partners;
    std::vector<qint32> scopes; ///< For each token the innermost function; 0 is the file itself.
    std::vector<CodeFunction> functions;
    std::vector<CodeClass> classes;
    QHash<qint32, qint32> functionAt; ///< By the first token of the expression that makes it.
    QHash<qint32, qint32> classAt;
    QHash<QString, Binding> exports; ///< "default"; "=" is what `module.exports` is set to.
    QStringList passedOn; ///< Modules whose exports are all exported again.
    bool isOverfull = false; ///< Has more functions than anybody writes; the rest was not read.
    mutable qint64 scanBudget = 0; ///< Tokens that may yet be looked at for ends of expressions; sane code needs few.

    [[nodiscard]] qint32 count() const { return static_cast<qint32>(tokens.size()); }
    [[nodiscard]] const Token &token(qint32 index) const { return tokens[static_cast<std::size_t>(index)]; }
    /// The text of a token; empty beyond either end.
    [[nodiscard]] QStringView at(qint32 index) const;
    [[nodiscard]] bool is(qint32 index, QStringView wanted) const { return at(index) == wanted; }
    [[nodiscard]] bool isWord(qint32 index) const;
    [[nodiscard]] bool isText(qint32 index) const;
    [[nodiscard]] qint32 lineOf(qint32 index) const;
    /// The bracket that closes an opening one; the number of tokens where none does.
    [[nodiscard]] qint32 closerOf(qint32 opener) const;
    /// Whether a new statement begins at a token because its line does.
    [[nodiscard]] bool breaksStatement(qint32 index) const;
    /// Behind the last token of the expression that begins at one. Not beyond `limit`.
    [[nodiscard]] qint32 expressionEnd(qint32 begin, qint32 limit) const;
    [[nodiscard]] qint32 scopeAt(qint32 index) const;
};

inline constexpr std::size_t mostFunctions = 20'000; ///< Of a file.

/// Takes a file apart, in linear time; gives what can be recognised of any text.
[[nodiscard]] CodeFile readCodeFile(const QString &path, const QString &text, bool isPython);

/// Fill in what their language declares; the tokens are there.
void readJavaScript(CodeFile &file);
void readPython(CodeFile &file);

} // namespace Decayscope
