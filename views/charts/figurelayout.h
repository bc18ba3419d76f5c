// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chartstyle.h"

#include <figures/figurespec.h>

#include <QRectF>

namespace Decayscope {

/// Which point of a figure is meant.
struct FigureCursor
{
    std::size_t series = 0;
    std::size_t point = 0;

    bool operator==(const FigureCursor &) const = default;
};

/// A series' name at the right end of its curve.
struct DirectLabel
{
    std::size_t series = 0;
    QPointF anchor; ///< The last point of the curve.
    QRectF rect;
    QString text; ///< Cut to what fits.
};

/// Where everything of a figure stands in a rectangle of a given size; pure arithmetic over the spec and the font.
class FigureLayout
{
public:
    FigureLayout(const FigureSpec &spec, const ChartStyle &style, QSizeF size);

    [[nodiscard]] QRectF plot() const { return m_plot; }
    [[nodiscard]] const std::vector<DirectLabel> &labels() const { return m_labels; }

    /// Ranges of the axes in figure units; a category axis runs a little beyond its first and last category.
    [[nodiscard]] double xMinimum() const { return m_x.low; }
    [[nodiscard]] double xMaximum() const { return m_x.high; }
    [[nodiscard]] double yMinimum() const { return m_y.low; }
    [[nodiscard]] double yMaximum() const { return m_y.high; }
    [[nodiscard]] double valueStep() const { return m_step; }

    /// Ticks of the value axis, from low to high.
    [[nodiscard]] std::vector<double> valueTicks() const;

    /// Figure units to the rectangle. Categories of a forest count downwards.
    [[nodiscard]] QPointF position(double x, double y) const;
    [[nodiscard]] QPointF position(FigureCursor cursor) const;

    /// Where a segment of a stacked figure is drawn.
    [[nodiscard]] QRectF segment(FigureCursor cursor) const;

    /// The nearest point within `radius`, if any; of stacked figures the segment that holds the place.
    [[nodiscard]] std::optional<FigureCursor> nearest(QPointF at, double radius) const;

    /// How far series of a forest are moved apart so that they do not hide each other, in figure units.
    [[nodiscard]] double seriesOffset(std::size_t series) const;

private:
    struct Range
    {
        double low = 0;
        double high = 1;
    };

    [[nodiscard]] std::optional<FigureCursor> segmentAt(QPointF at) const;
    void placePlot(const ChartStyle &style, QSizeF size);
    void placeLabels(const ChartStyle &style, QSizeF size);

    const FigureSpec &m_spec;
    Range m_x;
    Range m_y;
    double m_step = 1;
    QRectF m_plot;
    std::vector<DirectLabel> m_labels;
};

/// A round step that cuts `span` into at most `most` parts.
[[nodiscard]] double roundStep(double span, int most);

} // namespace Decayscope
