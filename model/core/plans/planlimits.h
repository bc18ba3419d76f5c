// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

namespace Decayscope {

/// What the numbers of a plan may be, ends included; the schema says the same.
namespace PlanLimits {
inline constexpr qsizetype rows = 100; ///< Endpoints, models, scaffolds, arms, configurations, judges.
inline constexpr qsizetype tasks = 10'000;
inline constexpr int trials = 1000;
inline constexpr int parallel = 256;
inline constexpr int retries = 100;
inline constexpr int repeats = 100;
inline constexpr int steps = 100'000;
inline constexpr int outputTokens = 10'000'000;
inline constexpr int feedbackRounds = 100;
inline constexpr int seconds = 30 * 24 * 60 * 60; ///< Of an agent.
inline constexpr int commandSeconds = 24 * 60 * 60;
inline constexpr double temperature = 2;
inline constexpr double money = 1e9; ///< Prices and limits of costs.
} // namespace PlanLimits

} // namespace Decayscope
