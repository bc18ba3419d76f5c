// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "run.h"

#include <set>
#include <span>

namespace Decayscope {

enum class RunOutcome : quint8 { Success, TestsPassedButViolating, TestsFailed, NoReport };

[[nodiscard]] RunOutcome outcomeOf(const Run &run);

/// Which runs a view, table or command speaks of. Empty fields do not restrict; the values of one field are
/// alternatives, the fields must all hold.
struct RunFilter
{
    QStringList models;
    QStringList scaffolds;
    QStringList contracts; ///< By name, such as "conduit".
    QStringList runtimes;
    QStringList frameworks;
    QStringList tasks;
    std::set<int> levels;
    std::vector<std::set<Constraint>> constraints; ///< Of each set the task has at least one.
    std::set<TaskKind> kinds;
    std::set<RunOutcome> outcomes;
    std::set<Termination> excludedTerminations;
    QString text; ///< Words that must all occur in model, scaffold, task or date, whatever the case.
    std::optional<std::set<RunId>> only; ///< An explicit choice, such as the pairs behind a marginal effect.
    bool allDates = false; ///< Also runs of older date folders.
    bool excludedToo = false; ///< Also runs excluded by hand.

    [[nodiscard]] bool accepts(const Run &run) const;
    [[nodiscard]] bool restrictsNothing() const { return *this == RunFilter{}; }

    bool operator==(const RunFilter &) const = default;
};

/// The runs a filter accepts, in their order.
[[nodiscard]] std::vector<Run> filtered(std::span<const Run> runs, const RunFilter &filter);

/// Both filters at once: what `narrower` leaves open is taken from `base`; where both restrict a field, the common
/// values count. A filter that can accept nothing is expressed by an empty `only`.
[[nodiscard]] RunFilter intersected(const RunFilter &base, const RunFilter &narrower);

/// Marks the newest date folder of every configuration and task.
void markNewestDates(std::vector<Run> &runs);

} // namespace Decayscope
