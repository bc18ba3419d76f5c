// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <publishing/figurerecipe.h>

#include <optional>

namespace Decayscope {

/// Whether there are settings that may help against a failing rule.
[[nodiscard]] bool hasFixes(QStringView rule);

/// The look changed as little as is needed for a rule to pass (or at least not to fail); none where no setting helps.
[[nodiscard]] std::optional<FigureLook> fixedLook(const FigureSpec &figure, const FigureLook &look, QStringView rule);

} // namespace Decayscope
