// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "markdrawing.h"

namespace Decayscope {

/// Scatters: markers with thin crosses for both intervals, the diagonal where it is asked for, paths of joined series,
/// and texts of points where they hide nothing.
class ScatterDrawing final : public MarkDrawing
{
public:
    using MarkDrawing::MarkDrawing;

    void paintBehind(QPainter &painter) const override;
    void paintMarks(QPainter &painter, std::optional<FigureCursor> cursor) const override;

private:
    void paintDiagonal(QPainter &painter, std::size_t panel) const;
    void paintPath(QPainter &painter, std::size_t series) const;
    void paintLevelIntervals(QPainter &painter, std::size_t series) const;
    void paintTexts(QPainter &painter, std::optional<FigureCursor> cursor) const;
};

} // namespace Decayscope
