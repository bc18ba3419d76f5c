// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sourcevalue.h"

#include <optional>
#include <string_view>

namespace Decayscope {

enum class SourceLanguage : quint8 { Python, JavaScript, TypeScript, Tsx };

/// By the end of the path: .py; .js .mjs .cjs .jsx; .ts .mts .cts; .tsx. Declarations (.d.ts) are no code.
[[nodiscard]] std::optional<SourceLanguage> languageOf(std::string_view path);

enum class ImportForm : quint8 {
    Module, ///< `import a.b`, `import 'x'`, `import * as x from 'x'`
    Names, ///< `from a import b`, `import { b } from 'a'`, `import b from 'a'`, `const { b } = require('a')`
    Dynamic, ///< `import('x')`, `importlib.import_module("x")`, `__import__("x")`, a require inside an expression
    ReExport ///< `export … from 'x'`
};

struct ImportedName
{
    std::string name; ///< In the imported module; "*" for all of it, "default" for the default export.
    std::string alias; ///< In this file; equal to `name` where it has no other; empty where no name takes it, as of
                       ///< `require("x").y()`.

    bool operator==(const ImportedName &) const = default;
};

/// An import that code makes; never one in a comment or a string.
struct ImportFact
{
    ImportForm form = ImportForm::Module;
    std::string module; ///< As written, with the leading dots of Python's relative ones; no quotes.
    std::vector<ImportedName> names; ///< None for `import a.b`, whose module is asked for by its own dotted name.
    bool isTypeOnly = false; ///< `import type`, all names of it types, or below `if TYPE_CHECKING:`.
    int line = 0; ///< 1-based, of the statement's first line.

    bool operator==(const ImportFact &) const = default;
};

/// What a module gives to others under a name of its own; re-exports are imports of that form. JavaScript and
/// TypeScript only: in Python every top-level name is given.
struct ExportFact
{
    std::string name; ///< "default" for the default export and for `module.exports = x`.
    std::string local; ///< The name in this file; may be empty.
    int line = 0;

    bool operator==(const ExportFact &) const = default;
};

/// Where something stands in a file.
struct SourceScope
{
    std::string className; ///< Empty outside of classes; nested ones dotted.
    std::string functionName; ///< Of the innermost function with a name; empty at the top.
    std::vector<std::string> conditions; ///< Of the if/else/try/except around it, outermost first, as code: `if x`,
                                         ///< `else of x`, `except E`, `catch e`, `try`, `else of try`, `case x`; a
                                         ///< later branch stands in the `else of` all before it. At most 16.

    bool operator==(const SourceScope &) const = default;
};

/// `target = value`, in any scope; also declarations, class fields and keyword-like members (`x: str = "…"`; of one
/// without a value it is Unknown). `x += y` is x and y Joined. What a function returns is assigned to `return`, also by
/// an arrow function's expression; `export default x` and `export = x` are assigned to `module.exports`.
struct AssignmentFact
{
    std::string
        target; ///< Dotted; a literal index as member: `app.config.SQLALCHEMY_DATABASE_URI`. Destructured: one each.
    SourceValue value;
    SourceScope scope;
    int line = 0;

    bool operator==(const AssignmentFact &) const = default;
};

/// A call anywhere in the file, also inside other expressions; decorators with and without parentheses, too.
/// JavaScript's `require("x")` and `import("x")` are imports and no calls; a tagged template is a call with the
/// template as its argument.
struct CallFact
{
    SourceValue call; ///< Of kind Call: callee and arguments. What stands before a call in a chain is in `on`.
    std::string on; ///< For `f(x).g(y)` as g: the callee of the call before, "f"; callee's text then is ".g". With
                    ///< its module where that is an import: `require("knex")`; callee's text is "" for `f(x)(y)`.
    std::string
        result; ///< The variable that takes the result: `db` of `db = connect()`, `const db = …`, `with … as db`.
    bool isNew = false; ///< `new X(…)`
    bool isDecorator = false;
    std::string decorated; ///< The function or class under the decorator.
    SourceScope scope;
    int line = 0;

    bool operator==(const CallFact &) const = default;
};

struct ClassFact
{
    std::string name;
    std::vector<std::string> bases; ///< Dotted; of a call its callee; Python's keywords as code, "table=True".
    std::vector<std::string> decorators; ///< Callees.
    std::vector<std::string> methods;
    std::vector<std::string> fields;
    SourceScope scope;
    int line = 0;

    bool operator==(const ClassFact &) const = default;
};

struct FunctionFact
{
    std::string name; ///< Empty for anonymous ones, which are left out unless they are assigned or exported.
    std::vector<std::string> parameters; ///< Names.
    std::vector<std::string> parameterTypes; ///< As written, one a parameter; empty where there is none.
    std::vector<SourceValue> parameterDefaults; ///< One a parameter; Unknown where there is none.
    std::vector<std::string> decorators; ///< Callees.
    SourceScope scope;
    int line = 0;

    bool operator==(const FunctionFact &) const = default;
};

/// A string literal of the code, wherever it stands; docstrings and other strings that are statements are left out.
struct TextFact
{
    std::string text; ///< After escapes; the parts of a template or f-string with {} for what is put in.
    SourceScope scope;
    int line = 0;

    bool operator==(const TextFact &) const = default;
};

/// What the code of one file says, without comments. Plain values: nothing refers to the tree it was read from.
struct FileFacts
{
    SourceLanguage language = SourceLanguage::Python;
    std::vector<ImportFact> imports;
    std::vector<ExportFact> exports;
    std::vector<AssignmentFact> assignments;
    std::vector<CallFact> calls;
    std::vector<ClassFact> classes;
    std::vector<FunctionFact> functions;
    std::vector<TextFact> texts;
    int codeLines = 0; ///< Lines with code on them.
    bool isDamaged = false; ///< A part could not be parsed; the rest was.
    bool isCut = false; ///< Longer or nested deeper than any hand-written file: only its beginning was read.

    bool operator==(const FileFacts &) const = default;
};

/// Reads the facts of a file in time linear in its length; any bytes. At most 1 MB of a file is read.
[[nodiscard]] FileFacts factsOf(SourceLanguage language, std::string_view text);

} // namespace Decayscope
