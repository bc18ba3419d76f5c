// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "interval.h"
#include "scores.h"

#include <set>
#include <span>
#include <vector>

namespace Decayscope {

/// Whether two constraints together cost more or less than both by themselves: differences of differences of A% over
/// quadruples of sibling tasks of one framework and configuration, percentage points.
struct ConstraintInteraction
{
    QString key; ///< "architecture:sqlite"
    QString first; ///< Whose effect is compared: "Clean Architecture".
    QString second; ///< Under what: "SQLite".
    QStringList quadruples; ///< "(AS − S) − (A − none)"; letters as in the lattice.
    Estimate interaction; ///< Effect of the first under the second less that without; clusters = quadruples with
                          ///< the same task without either: they share the first effect, too.
    double effectWithout = 0; ///< Mean effect of the first without the second.
    double effectWith = 0;
    double pValue = 1; ///< Sign-flip permutation of whole clusters.
    std::set<RunId> runs; ///< Behind all four sides.

    bool operator==(const ConstraintInteraction &) const = default;
};

/// The interactions that at least one complete quadruple tells of: architecture × each database, × any database, × ORM,
/// and of architecture and of the ORM × PostgreSQL instead of SQLite. An ORM without a database does not exist, so that
/// database × ORM has no quadruple of its own.
[[nodiscard]] std::vector<ConstraintInteraction> constraintInteractions(std::span<const Run> runs, ScoreMode mode);

} // namespace Decayscope
