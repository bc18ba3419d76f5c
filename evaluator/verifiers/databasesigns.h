// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "signpattern.h"

#include <domain/constraint.h>

namespace Decayscope {

/// The signs of both databases in one patch; source: method.md, "Static verifiers, reference mode".
struct DatabaseSigns
{
    std::vector<Sign> sqlite;
    std::vector<Sign> postgres;

    /// Of Constraint::Sqlite, or of Constraint::Postgres for any other.
    [[nodiscard]] const std::vector<Sign> &of(Constraint database) const;
    /// The database that is not `database`.
    [[nodiscard]] static Constraint otherThan(Constraint database);

    /// The signs as they count where `expected` is asked for: without the other database's where Django's backend line
    /// is the only one of them and the expected database is there.
    [[nodiscard]] DatabaseSigns forgivenFor(Constraint expected) const;

    bool operator==(const DatabaseSigns &) const = default;
};

[[nodiscard]] DatabaseSigns findDatabaseSigns(const AddedCode &code);

} // namespace Decayscope
