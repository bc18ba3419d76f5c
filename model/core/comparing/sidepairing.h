// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "comparison.h"

#include <map>

namespace Decayscope {

/// Percentages that differ by no more than this differ by rounding: sums of them in another order.
inline constexpr double roundingOfPercent = 1e-9;

/// The percentage in steps of `roundingOfPercent`, for orders that rounding must not decide.
[[nodiscard]] double roundedPercent(double value);

/// What tasks are paired within.
enum class Pairing : quint8 {
    Model, ///< Two scaffolds with models in common.
    Scaffold, ///< Two models with scaffolds in common.
    Configuration, ///< Different runs of the same configurations.
    Task ///< Nothing in common: a task's value is the mean over the configurations of a side.
};

/// The runs of one side in one pair.
struct PairedRuns
{
    std::vector<const Run *> runs; ///< Never empty.
    double share = 0; ///< Mean over configurations of A%.
    double pass = 0; ///< Mean over configurations of pass@1, percent.
    int successes = 0; ///< Of the runs.
    std::vector<double> shares; ///< What `share` is the mean of: runs of one configuration, or configurations.
    std::vector<double> passes; ///< The same of `pass`.
    bool isOneConfiguration = true;

    /// Whether pass@1 is above 50 %: for one configuration, whether more than half of its runs succeed.
    [[nodiscard]] bool succeedsMostly() const { return pass > 50 + roundingOfPercent; }
};

/// What both sides did on one task with the same of what they have in common.
struct TaskPair
{
    QString within; ///< The model, the scaffold or the configuration; empty where tasks alone are paired.
    PairedRuns a;
    PairedRuns b;
};

/// A task that both sides ran.
struct PairedTask
{
    TaskSpec task;
    std::vector<TaskPair> pairs; ///< Never empty.

    /// The mean over the pairs of a value of both sides; percent.
    [[nodiscard]] double meanOf(PairedRuns TaskPair::*side, double PairedRuns::*value) const;

    /// B less A, percentage points.
    [[nodiscard]] double difference(double PairedRuns::*value) const;

    [[nodiscard]] std::set<RunId> runsOf(PairedRuns TaskPair::*side) const;
};

/// Two sides with their tasks paired. Refers to runs of its own.
struct PairedSides
{
    TaskKind kind = TaskKind::Generation;
    std::vector<Run> runsA; ///< All of the side, as judged by the verifiers that count.
    std::vector<Run> runsB;
    Pairing pairing = Pairing::Task;
    std::vector<PairedTask> tasks; ///< By task.
    int inCommon = 0; ///< Runs that are on both sides.
    std::set<TaskSpec> tasksOfA; ///< All, also those that only one side ran.
    std::set<TaskSpec> tasksOfB;
    int unpairedA = 0; ///< Runs of A that have no counterpart.
    int unpairedB = 0;
    QStringList onlyA; ///< What tasks are paired within, but only A has it on any of them.
    QStringList onlyB;

    PairedSides() = default;
    PairedSides(PairedSides &&) = default; // Moving keeps the runs where they are.
    PairedSides &operator=(PairedSides &&) = default;
    PairedSides(const PairedSides &) = delete;
    PairedSides &operator=(const PairedSides &) = delete;
    ~PairedSides() = default;
};

/// Which kind of tasks is compared: feature tasks where a filter asks for nothing else.
[[nodiscard]] TaskKind comparedKind(const ComparedSide &a, const ComparedSide &b);

/// Errors: those of compareSides().
[[nodiscard]] Result<PairedSides> pairedSides(
    const ComparedSide &a, const ComparedSide &b, const SideComparisonOptions &options);

} // namespace Decayscope
