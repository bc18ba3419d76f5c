// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sqltext.h"
#include "valuefollowing.h"

namespace Decayscope {

/// A call that hands a text to the database.
struct SentSql
{
    SqlTextKind kind = SqlTextKind::NoStatement;
    bool isKnown = false; ///< Its text could be read.
    std::string text;
    std::string what; ///< The callee as written: "cursor.execute".
    std::string package; ///< Where the receiver comes from; empty where that is not known.
    int file = 0;
    int line = 0;
};

/// All such calls of the reachable production code, by file and line; also those of the project's own functions that
/// pass a text on. Calls that only hand objects of an ORM are among them, as texts that are not known.
[[nodiscard]] std::vector<SentSql> sentSql(ValueFollower &follower);

} // namespace Decayscope
