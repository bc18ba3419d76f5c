// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <syntax/filefacts.h>

namespace Decayscope {

/// The callee of a call as messages name it: "express.Router", "select(…).where".
[[nodiscard]] std::string printedCallee(const CallFact &call);

/// Whether a parameter or type is a repository by its word: "repo", "userRepository", "ArticleDao".
[[nodiscard]] bool isRepositoryWord(std::string_view word);

/// Whether a file holds nothing but imports and names it gives on: packages' __init__, index files, empty files.
[[nodiscard]] bool passesOnlyOn(const FileFacts &facts);

/// Whether a call is an import: require("x"), import("x"), importlib.import_module("x").
[[nodiscard]] bool isImportCall(const CallFact &call);

/// ASCII letters in lower case.
[[nodiscard]] std::string lowered(std::string_view text);

} // namespace Decayscope
