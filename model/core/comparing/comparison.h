// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/assertionoutcomes.h>
#include <domain/studysnapshot.h>
#include <figures/figurespec.h>
#include <figures/tablespec.h>
#include <inference/adjustment.h>
#include <stats/scores.h>

#include <memory>

namespace Decayscope {

/// One side of a comparison: runs of a study.
struct ComparedSide
{
    std::shared_ptr<const StudySnapshot> study; ///< Never null.
    std::shared_ptr<const AssertionOutcomes> assertions; ///< Null: assertions are not compared.
    RunFilter filter;
    QString name; ///< For people, unlike the other side's: "GPT-5-mini · OpenHands".
};

struct SideComparisonOptions
{
    ScoreMode mode = ScoreMode::Strict;
    VerifierMode verifiers = VerifierMode::Reference;
    Adjustment adjustment = Adjustment::Holm;
};

/// What changes from side A to side B. Differences are B less A, percentage points, with 95 % intervals. Only tasks
/// that both sides ran count; the others are named in the notes.
struct SideComparison
{
    TableSpec
        levels; ///< A row a level and one for all: A%, pass@1, difference, interval, p paired over tasks, McNemar.
    TableSpec tasks; ///< A row a task, worst first.
    TableSpec assertions; ///< A row an assertion, worst first; without rows where a side has no outcomes.
    FigureSpec figure; ///< The differences by level as a forest.
    std::vector<RunFilter> leftRuns; ///< Of A, a row of `tasks` each; the rows' own filters are of B's study.
};

/// Errors: InvalidInput for two sides that are the same runs, NotFound where they share no task.
[[nodiscard]] Result<SideComparison> compareSides(
    const ComparedSide &a, const ComparedSide &b, const SideComparisonOptions &options = {});

} // namespace Decayscope
