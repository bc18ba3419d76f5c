// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "axisticks.h"
#include "categorylabels.h"
#include "figurecursor.h"
#include "namelayout.h"
#include "panelframe.h"
#include "panelgrid.h"

#include <figures/figurespec.h>

namespace Decayscope {

/// Where everything of a figure stands in a rectangle of a given size; pure arithmetic over the spec and the fonts.
/// The spec must outlive it.
class FigureLayout
{
public:
    /// `signs` are the names to be shown, those of hidden series among them; empty: those of the figure.
    FigureLayout(
        const FigureSpec &spec, const ChartStyle &style, QSizeF size, const std::vector<SeriesSign> &signs = {});

    [[nodiscard]] const FigureSpec &spec() const { return m_spec; }
    [[nodiscard]] const ChartStyle &style() const { return m_style; }
    [[nodiscard]] QRectF bounds() const { return m_bounds; }

    /// At least one; a figure without panels has a single one without a title.
    [[nodiscard]] const std::vector<PanelFrame> &panels() const { return m_panels; }
    [[nodiscard]] const PanelFrame &frameOf(std::size_t series) const;
    [[nodiscard]] QRectF plot() const { return m_panels.front().plot; } ///< The first panel's.

    [[nodiscard]] QRectF titleRect() const { return m_titleRect; } ///< Of the whole figure; null mostly.
    [[nodiscard]] QRectF xTitleRect() const { return m_xTitleRect; }
    [[nodiscard]] QRectF yTitleRect() const { return m_yTitleRect; }
    [[nodiscard]] QRectF colorBar() const { return m_colorBar; } ///< With ticks and title; null for other shapes.
    [[nodiscard]] const CategoryLabels &categories() const { return m_categories; } ///< Below the x axis.
    [[nodiscard]] double rowLabelWidth() const { return m_rowLabelWidth; } ///< Left of panels, for categories on y.

    /// Ticks of value axes, from low to high; none of category axes.
    [[nodiscard]] const std::vector<double> &xTicks() const { return m_xTicks; }
    [[nodiscard]] const std::vector<double> &yTicks() const { return m_yTicks; }

    [[nodiscard]] const std::vector<SeriesSign> &signs() const { return m_signs; }
    [[nodiscard]] const std::vector<NamePlace> &names() const { return m_names; }

    /// How far a series is moved aside so that marks of one category do not hide each other, in categories.
    [[nodiscard]] double seriesOffset(std::size_t series) const { return m_offsets[series]; }

    /// Where a point's mark stands: the middle of a segment of stacked figures.
    [[nodiscard]] QPointF position(FigureCursor cursor) const;

private:
    enum class NamesForm : quint8 { None, Direct, Legend };

    void chooseNames();
    [[nodiscard]] bool isLegendNeeded() const;
    [[nodiscard]] double endWidth(bool withNames) const; ///< Beside the plot, at one end, for names and values.
    void reserveTitle(QRectF &room);
    void reserveLegend(QRectF &room);
    void reserveColorBar(QRectF &room);
    void reserveAxes(QRectF &room);
    [[nodiscard]] double leftOfPlots(const QRectF &room) const;
    [[nodiscard]] double rightOfPlots() const;
    void placePanels(const QRectF &room);
    void placeOffsets();
    void placeDirectNames();

    const FigureSpec &m_spec;
    ChartStyle m_style;
    QRectF m_bounds;
    std::vector<SeriesSign> m_signs;
    NamesForm m_form = NamesForm::None;
    bool m_hasLeftNames = false; ///< Slope graphs with room for names at both ends.
    bool m_hasEndValues = false; ///< Slope graphs say values beside the marks; else they have ticks.
    PanelGrid m_grid;
    std::vector<PanelFrame> m_panels;
    QRectF m_titleRect;
    QRectF m_xTitleRect;
    QRectF m_yTitleRect;
    QRectF m_colorBar;
    CategoryLabels m_categories;
    double m_rowLabelWidth = 0;
    double m_below = 0; ///< Of ticks and categories under the lowest panels.
    std::vector<double> m_xTicks;
    std::vector<double> m_yTicks;
    std::vector<NamePlace> m_names;
    std::vector<double> m_offsets;
};

} // namespace Decayscope
