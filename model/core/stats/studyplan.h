// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/run.h>

#include <map>
#include <set>
#include <span>

namespace Decayscope {

/// What a study set out to run, read off what was run: results trees do not say it.
///
/// A configuration whose tasks all lie on the pipeline's chain ({} · arch · arch,postgres · arch,postgres,orm) and that
/// has the whole chain of one framework is taken for a sweep of the pipeline subset. Every other one is taken for a
/// sweep of all ten variants of the study's frameworks and of its own. The study's frameworks are those that at least
/// half of its configurations took up, so that one stray run does not make everybody else incomplete.
class StudyPlan
{
public:
    /// Takes all runs of the study, also filtered, older and excluded ones: what was started was planned.
    explicit StudyPlan(std::span<const Run> runs);

    /// The generation tasks planned for a configuration, by name. Empty for one without generation runs.
    [[nodiscard]] const std::vector<TaskSpec> &tasksOf(const Configuration &configuration) const;

    /// Runs a task should have: the number most tasks have, the larger of equals; 0 for no runs.
    [[nodiscard]] int trials() const { return m_trials; }

private:
    std::map<Configuration, std::vector<TaskSpec>> m_tasks;
    int m_trials = 0;
};

} // namespace Decayscope
