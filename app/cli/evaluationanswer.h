// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runreading.h>

#include <nlohmann/json_fwd.hpp>

namespace Decayscope {

/// What was recorded of an evaluation, for the command line's answers: {setup: {ok, seconds, message}, server:
/// {healthy, seconds, exit, attempts, ending}, sandbox, steps, resources, beside}; `beside` are the suites that are not
/// scored.
[[nodiscard]] nlohmann::ordered_json evaluationToJson(const EvaluationRecord &record);

/// The same for people.
[[nodiscard]] QStringList evaluationLines(const EvaluationRecord &record);

} // namespace Decayscope
