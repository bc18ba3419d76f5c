// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/run.h>

#include <optional>

namespace Decayscope {

/// What a path tells of the code that lies there.
struct EvaluationGuess
{
    std::optional<TaskSpec> task;
    std::optional<Configuration> configuration;

    bool operator==(const EvaluationGuess &) const = default;
};

/// Reads a path as results are laid out for any of these tasks: `…/{agent}/{model}/{task}/{date}/run_N/…` and
/// `{agent}-{task}.patch`. Looks at the names alone, never at the disk.
[[nodiscard]] EvaluationGuess guessFromPath(const QString &path, const std::vector<TaskSpec> &tasks);

} // namespace Decayscope
