// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

#include <domain/run.h>

namespace Decayscope {

/// The runs that mention all words in one turn, log or patch, whatever their case and accents; ascending, and only in
/// their current content. Text without a word finds nothing.
[[nodiscard]] Result<std::vector<RunId>> runsMentioning(Connection &connection, const QString &words);

/// A reader's words as a query of the full-text index: split as its tokenizer splits, each quoted, all required.
[[nodiscard]] QString searchQuery(QStringView words);

} // namespace Decayscope
