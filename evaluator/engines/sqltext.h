// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <string>
#include <string_view>

namespace Decayscope {

/// What a text is as SQL.
enum class SqlTextKind : quint8 {
    NoStatement, ///< No SQL, or a fragment of a statement.
    SetUp, ///< A statement that neither holds nor asks for data: PRAGMA, SET, SELECT 1, CREATE EXTENSION.
    Statement ///< A whole statement on tables: SELECT … FROM, INSERT INTO, CREATE TABLE.
};

/// Reads a text, of several statements as well; {} stands for what is put in. Comments, brackets and WITH before a
/// statement are seen through. Time is linear.
[[nodiscard]] SqlTextKind sqlTextKind(std::string_view text);

/// The statement's beginning on one line, for messages.
[[nodiscard]] std::string sqlBeginning(std::string_view text);

} // namespace Decayscope
