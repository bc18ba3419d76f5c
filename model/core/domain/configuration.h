// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <compare>

namespace Decayscope {

/// Who did a run: the scaffold (the study's "agent") and the model it drives. Sorted by scaffold, then model.
struct Configuration
{
    QString scaffold; ///< The folder's name, such as "mini_swe_sdk".
    QString model;

    bool operator==(const Configuration &) const = default;
    std::strong_ordering operator<=>(const Configuration &) const = default;
};

enum class LineStyle : quint8 { Solid, Dash, Dot, DashDot };

/// How a study shows a configuration; fixed and editable per study, so that a model keeps its colour everywhere.
struct ConfigurationStyle
{
    Configuration configuration;
    QString displayName; ///< Never empty.
    int color = 0; ///< Index into the chart palette; one per model by default.
    LineStyle line = LineStyle::Solid; ///< One per scaffold by default.
    int order = 0; ///< Place in legends and tables that follow the study's order.

    bool operator==(const ConfigurationStyle &) const = default;
};

} // namespace Decayscope
