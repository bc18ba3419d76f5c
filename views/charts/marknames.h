// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurecursor.h"

#include <figures/figurespec.h>

namespace Decayscope {

/// What a mark is called whatever else is hidden.
struct MarkName
{
    QString series;
    int panel = 0;
    std::size_t point = 0;
};

[[nodiscard]] MarkName markNameOf(const FigureSpec &spec, FigureCursor cursor);
[[nodiscard]] std::optional<FigureCursor> markNamed(const FigureSpec &spec, const MarkName &name);

/// A mark in words: its panel, its series and its categories.
[[nodiscard]] QString markTitle(const FigureSpec &spec, FigureCursor cursor);

} // namespace Decayscope
