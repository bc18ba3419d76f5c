// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <inference/power.h>
#include <stats/scores.h>

#include <QString>

#include <optional>
#include <set>
#include <span>
#include <vector>

namespace Decayscope {

inline constexpr std::size_t mostCompared = 60;

/// A comparison that a study makes, and what its own runs say of how sure it is.
struct StudyDesign
{
    QString name; ///< "postgres, marginal effect"
    QString unit; ///< What is independent: "framework", "pair of tasks".
    ComparedDesign design;
    double trials = 0; ///< Runs a task now, harmonic mean.
    double tasksPerUnit = 0; ///< Tasks on both sides of a unit.
    int candidates = 1; ///< Of how many comparisons this is the middle one.
    std::set<Configuration> configurations; ///< Behind the numbers; empty: all.
};

/// The drop from L0 to L3 (the middle configuration), two configurations on all tasks (the middle pair), each among
/// those with the most units, and the marginal effect of each constraint; those for which there are two units or more.
/// Of more than mostCompared configurations the first are paired.
[[nodiscard]] std::vector<StudyDesign> studyDesigns(std::span<const Run> runs, ScoreMode mode);

/// Runs that pass or fail, of the two configurations in the middle by their share of discordant pairs among those with
/// the most tasks in common.
struct PairedPassDesign
{
    std::set<Configuration> configurations;
    int pairs = 0; ///< Runs of the same task and trial.
    int tasks = 0;
    double discordant = 0; ///< Share of pairs in which one side alone succeeds, 0–1.
    int candidates = 1;
};

[[nodiscard]] std::optional<PairedPassDesign> pairedPassDesign(std::span<const Run> runs, ScoreMode mode);

} // namespace Decayscope
