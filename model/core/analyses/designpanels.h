// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/figurespec.h>
#include <figures/tablecontext.h>
#include <stats/completedesign.h>

#include <array>

namespace Decayscope {

/// One estimate of an incomplete design: a column with its interval, and a curve.
struct EstimateColumn
{
    const char *key;
    const char *title;
    std::optional<Estimate> DesignEstimate::*value;
};

inline constexpr std::array estimateColumns{EstimateColumn{"plain", "Plain", &DesignEstimate::plain},
    EstimateColumn{"shared", "Shared tasks", &DesignEstimate::shared},
    EstimateColumn{"additive", "Additive", &DesignEstimate::additive}};

/// "L2", or "all" for all levels together.
[[nodiscard]] QString levelName(const DesignLevel &level);

/// A panel a configuration, a series an estimate, L0 to L3. Only additive means have their interval: bands in one panel
/// hide each other.
void addDesignPanels(FigureSpec &figure, const TableContext &context, std::span<const DesignLevel> levels);

} // namespace Decayscope
