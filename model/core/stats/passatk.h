// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Decayscope {

/// The chance, 0–1, that at least one of k runs drawn from n with c successes is one: 1 − C(n−c, k)/C(n, k)
/// (Chen et al. 2021, "Evaluating Large Language Models Trained on Code", eq. 1). With n < k it is 1 if c > 0, else 0.
/// Expects 0 ≤ c ≤ n and k ≥ 1.
[[nodiscard]] double passAtK(int n, int c, int k);

/// The chance, 0–1, that k runs in a row succeed: (c/n)^k; 0 for n = 0.
[[nodiscard]] double passHatK(int n, int c, int k);

} // namespace Decayscope
