// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <span>
#include <vector>

namespace Decayscope {

/// How p-values of a family of tests are adjusted for their number.
enum class Adjustment : quint8 {
    None,
    Holm, ///< Family-wise error; Holm 1979.
    BenjaminiHochberg ///< False discovery rate; Benjamini and Hochberg 1995.
};

/// Adjusted p-values in the order of `pValues` (each 0–1), never above 1, as R's p.adjust gives them.
[[nodiscard]] std::vector<double> adjustedPValues(std::span<const double> pValues, Adjustment adjustment);

} // namespace Decayscope
