// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <string>
#include <string_view>
#include <vector>

namespace Decayscope {

enum class SourceValueKind : quint8 {
    Unknown, ///< An expression that is not followed.
    Text, ///< A string; `text` is its content after escapes.
    Number, ///< `text` as written.
    Boolean, ///< `text` is "true" or "false", in every language.
    Nothing, ///< None, null, undefined.
    Name, ///< A name or a chain of members: `text` is dotted, "settings.DATABASE_URL", "process.env.PORT", "this.db".
          ///< A member that is computed is `*`: "config.*" of `config[env]`.
    Call, ///< `text` is the callee as a dotted chain; arguments in `items`, keyword arguments in `entries`.
    Joined, ///< `items` put together to one text: a concatenation, an f-string, a template, `%` and `.format`.
    Either, ///< One of `items`: `a or b`, `a ?? b`, `a || b`, `a if c else b`, `c ? a : b`; `text` is c as code.
    List, ///< `items`; also tuples and sets.
    Map ///< `entries`; also object literals.
};

/// A value as code writes it, without being run.
struct SourceValue
{
    struct Entry;

    SourceValueKind kind = SourceValueKind::Unknown;
    std::string text;
    std::vector<SourceValue> items;
    /// Keys that are no literals are "". A Name or Call whose text begins with a dot has what it is asked of as its
    /// first entry, ".", where that is known: of `f(x).g` the Call f; the call of a CallFact has none.
    std::vector<Entry> entries;
    int line = 0; ///< 1-based; 0 where it has no place of its own.

    /// The value of a key or keyword argument; null where there is none.
    [[nodiscard]] const SourceValue *entry(std::string_view key) const;

    bool operator==(const SourceValue &other) const;
};

/// A key with its value; no std::pair, which clang cannot make of a type that holds such pairs.
struct SourceValue::Entry
{
    std::string first;
    SourceValue second;

    bool operator==(const Entry &) const = default;
};

/// A value as one line for tests and messages: `sqlite3.connect("app.db", timeout=5)`.
[[nodiscard]] std::string printed(const SourceValue &value);

} // namespace Decayscope
