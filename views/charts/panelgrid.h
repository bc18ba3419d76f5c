// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSizeF>

namespace Decayscope {

/// How many panels stand beside and below each other.
struct PanelGrid
{
    int columns = 1;
    int rows = 1;

    [[nodiscard]] int columnOf(int panel) const { return panel % columns; }
    [[nodiscard]] int rowOf(int panel) const { return panel / columns; }

    /// Whether no panel stands below it.
    [[nodiscard]] bool isLowest(int panel, int count) const { return panel + columns >= count; }

    bool operator==(const PanelGrid &) const = default;
};

/// The grid whose panels come nearest to a width of `aspect` heights, with few places left empty. Every panel has a
/// title that wants `title` above it.
[[nodiscard]] PanelGrid panelGrid(int count, QSizeF size, double aspect, QSizeF title = {0, 0});

} // namespace Decayscope
