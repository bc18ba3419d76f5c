// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runreading.h>

#include <nlohmann/json_fwd.hpp>

namespace Decayscope {

/// What was recorded of an evaluation, for the command line's answers: {setup: {ok, seconds, message}, server:
/// {healthy, seconds, exit, attempts, ending}, sandbox, contract: {name, version}, suite: {name, version}, steps,
/// resources, beside}; `suite` is the scored one, `beside` are the others.
[[nodiscard]] nlohmann::ordered_json evaluationToJson(const EvaluationRecord &record);

/// The same for people.
[[nodiscard]] QStringList evaluationLines(const EvaluationRecord &record);

} // namespace Decayscope
