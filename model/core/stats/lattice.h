// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "siblings.h"

#include <array>

namespace Decayscope {

/// One of the ten variants every framework has, with the ORM as one constraint whatever the runtime calls it.
struct LatticeVariant
{
    const char *name; ///< "none", "A", "S", "AS", "ASO" …: architecture, SQLite, PostgreSQL, ORM. UTF-8.
    ConstraintSet constraints; ///< With SqlAlchemy for the ORM.
};

/// The ten, by level and, within one, so that steps between levels do not cross.
[[nodiscard]] const std::array<LatticeVariant, 10> &latticeVariants();

/// The place of a task's constraints among the ten; nothing for those that are none of them.
[[nodiscard]] std::optional<std::size_t> latticePlace(ConstraintSet constraints);

/// All tasks of one variant.
struct LatticeNode
{
    std::optional<Estimate> assertions; ///< A%, mean over configurations × tasks, clusters = frameworks.
    std::optional<Estimate> passAt1; ///< In percent.
    int runs = 0;
    std::set<RunId> behind;
};

/// One pair behind an edge, as values.
struct LatticePair
{
    Constraint constraint = Constraint::CleanArchitecture;
    Configuration configuration;
    TaskSpec with;
    TaskSpec without;
    double difference = 0; ///< Percentage points of A%.
};

/// What adding one constraint to a variant costs.
struct LatticeEdge
{
    std::size_t from = 0; ///< Places of the variants, from fewer constraints to more.
    std::size_t to = 0;
    std::vector<LatticePair> pairs; ///< By constraint, task and configuration.
    PairedDifference difference;
    std::set<RunId> behind;
};

/// The constraint lattice of a study or a part of it. A database that an ORM needs cannot be removed alone, so there
/// are 13 edges; pooling the pairs of a constraint's edges gives its marginal effect.
struct ConstraintLattice
{
    std::array<LatticeNode, 10> nodes;
    std::array<LatticeEdge, 13> edges;
    int otherTasks = 0; ///< Tasks of no variant.
};

[[nodiscard]] ConstraintLattice constraintLattice(std::span<const Run> runs, ScoreMode mode);

} // namespace Decayscope
