// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

namespace Decayscope {

// Distributions that answer infinity where others would throw.

/// What a t variable with `degrees` above 0 exceeds with `probability`.
[[nodiscard]] double upperStudentQuantile(double degrees, double probability);

/// What a standard normal variable exceeds with `probability`.
[[nodiscard]] double upperNormalQuantile(double probability);

/// The chance that a standard normal variable stays below `z`.
[[nodiscard]] double normalCdf(double z);

/// The chance, 0–1, that a noncentral t variable stays at or below `t`; `degrees` above 0, any finite noncentrality.
[[nodiscard]] double noncentralTCdf(double t, double degrees, double noncentrality);

/// The noncentrality under which `t` is stayed below with `probability` (0–1); nothing where rounding hides it, which
/// is so for |t| above a few thousand.
[[nodiscard]] std::optional<double> noncentralityOf(double t, double degrees, double probability);

} // namespace Decayscope
