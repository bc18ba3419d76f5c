// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

namespace Decayscope {

/// Whether a store from elsewhere can be read without harm: it has the tables of its schema and nothing else (a view or
/// trigger would be somebody's program), SQLite finds its structure sound, and no text is longer than any Decayscope
/// writes. Contents are the reader's to check. Errors: Refused, Damaged.
[[nodiscard]] Result<> checkForeignStore(Connection &connection);

} // namespace Decayscope
