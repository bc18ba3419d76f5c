// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/figurespec.h>
#include <publishing/figurelook.h>

namespace Decayscope {

/// The family in which reports are set.
inline constexpr QStringView reportFont = u"Inter";

/// How a figure is drawn in a report: as wide as the text of an A4 page, as high as what it shows needs.
[[nodiscard]] FigureLook reportLook(const FigureSpec &figure);

} // namespace Decayscope
