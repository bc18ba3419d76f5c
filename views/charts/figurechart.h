// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurelayout.h"

#include <QChart>

#include <memory>

namespace Decayscope {

class FigureGrid;
class FigureOverlay;

/// A figure as a Qt Charts scene item: lines and bands are Qt Charts' own, the axes the grid's, all else
/// the overlay's. Shared by the screen and by whoever paints figures elsewhere.
class FigureChart final : public QChart
{
    Q_OBJECT

public:
    FigureChart(FigureSpec spec, ChartStyle style);
    ~FigureChart() override;

    void layOut(QSizeF size);

    [[nodiscard]] const FigureSpec &spec() const { return m_spec; }
    [[nodiscard]] const ChartStyle &style() const { return m_style; }
    [[nodiscard]] const FigureLayout &figureLayout() const { return *m_layout; }

    /// The point that is under the mouse or the keyboard's cursor; its series comes forward.
    void setCursor(std::optional<FigureCursor> cursor);
    [[nodiscard]] std::optional<FigureCursor> cursorPoint() const { return m_cursor; }

private:
    void addAxes();
    void addCurve(const FigureSeries &series);
    void addBand(const FigureSeries &series);
    void emphasise();

    FigureSpec m_spec;
    ChartStyle m_style;
    std::unique_ptr<FigureLayout> m_layout;
    std::optional<FigureCursor> m_cursor;
    FigureGrid *m_grid;
    FigureOverlay *m_overlay;
};

} // namespace Decayscope
