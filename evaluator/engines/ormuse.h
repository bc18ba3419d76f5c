// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "valuefollowing.h"

#include <domain/constraint.h>

namespace Decayscope {

/// A place where code does something with an ORM.
struct OrmSign
{
    std::string what; ///< As written: "User", "session.scalars".
    int file = 0;
    int line = 0;
};

/// What reachable production code does with an ORM, by file and line.
struct OrmUse
{
    std::vector<OrmSign> declares; ///< Tables and models.
    std::vector<OrmSign> works; ///< Queries and changes.
};

[[nodiscard]] OrmUse sqlAlchemyUse(ValueFollower &follower);
[[nodiscard]] OrmUse sequelizeUse(ValueFollower &follower);

/// The first place of each file where data is read or written through an ORM or a client that is not the one asked
/// for.
[[nodiscard]] std::vector<OrmSign> otherOrmUse(ValueFollower &follower, Constraint asked);

/// Whether a class comes from a base that a test of origins accepts, through bases of the project's own.
using OriginTest = bool (*)(const ModuleGraph::Origin &origin);
[[nodiscard]] bool descends(ValueFollower &follower, const ClassFact &type, int file, OriginTest test);

} // namespace Decayscope
