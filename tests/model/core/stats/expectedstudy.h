// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/run.h>

#include <nlohmann/json.hpp>

namespace Decayscope::Test {

/// A file of `data/expected`, which the study's own scripts made from a generated tree.
[[nodiscard]] nlohmann::json expectedFile(const QString &path);

/// The runs its list `run-scores` describes, without an import.
[[nodiscard]] std::vector<Run> runsOf(const nlohmann::json &expected);

} // namespace Decayscope::Test
