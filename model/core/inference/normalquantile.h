// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Decayscope {

inline constexpr double normalTwoSided95 = 1.959963984540054; ///< The normal distribution's 0.975 quantile.

} // namespace Decayscope
