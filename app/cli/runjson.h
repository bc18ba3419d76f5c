// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runreading.h>

#include <nlohmann/json_fwd.hpp>

namespace Decayscope {

/// A run with its scores and verdicts, as `runs` lists it.
[[nodiscard]] nlohmann::ordered_json runToJson(const Run &run);

// The parts of a run, as `show` gives them.
[[nodiscard]] nlohmann::ordered_json requestsToJson(const std::vector<RequestResult> &requests);
[[nodiscard]] nlohmann::ordered_json violationsToJson(const std::vector<ConstraintVerdict> &verdicts);
[[nodiscard]] nlohmann::ordered_json filesToJson(QByteArrayView patch);
[[nodiscard]] nlohmann::ordered_json turnToJson(const TurnContent &turn);

} // namespace Decayscope
