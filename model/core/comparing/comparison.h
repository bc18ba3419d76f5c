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
    RunFilter filter; ///< Generation runs are compared, unless a filter asks for feature tasks alone.
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
///
/// Tasks are paired within what both sides have in common: two scaffolds within each model, two models within each
/// scaffold, two studies within each configuration, anything else by the task alone. A task's value is the mean over
/// its pairs, so that each task weighs the same.
struct SideComparison
{
    TableSpec
        levels; ///< A row a level and one for all: A%, pass@1, difference, interval, p paired over tasks, McNemar.
    TableSpec tasks; ///< A row a task, worst first.
    TableSpec assertions; ///< A row an assertion, worst first; without rows where a side has no outcomes.
    FigureSpec figure; ///< The differences by level as a forest.
    std::vector<RunFilter> leftRuns; ///< Of A, a row of `tasks` each; the rows' own filters are of B's study.
    std::vector<RunFilter> leftLevels; ///< Of A, a row of `levels` each.
    std::vector<RunFilter> leftFailures; ///< Runs of A that fail the assertion, a row of `assertions` each.
};

/// The words of the column "change" of `assertions`: how failing on A and on B go together.
inline constexpr QLatin1StringView newFailureWord{"new failure"}; ///< Never failed on A.
inline constexpr QLatin1StringView worseWord{"worse"};
inline constexpr QLatin1StringView sameWord{"same"};
inline constexpr QLatin1StringView betterWord{"better"};
inline constexpr QLatin1StringView mendedWord{"mended"}; ///< Never fails on B.

/// Errors: InvalidInput for two sides that are the same runs, NotFound where a side has no runs or they share no task.
[[nodiscard]] Result<SideComparison> compareSides(
    const ComparedSide &a, const ComparedSide &b, const SideComparisonOptions &options = {});

} // namespace Decayscope
