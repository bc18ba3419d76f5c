// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurechart.h"

#include "figuregrid.h"
#include "figureoverlay.h"
#include "panelcurves.h"

namespace Decayscope {

FigureChart::FigureChart(FigureSpec spec, const ChartStyle &style, QSizeF size, const std::vector<SeriesSign> &signs)
    : m_spec(std::move(spec))
    , m_layout(m_spec, style, size, signs)
    , m_drawing(makeShapeDrawing(m_layout))
{
    const bool hasCurves = m_spec.shape == FigureShape::Curves || m_spec.shape == FigureShape::Slope;
    if (hasCurves) {
        m_curves.reserve(m_layout.panels().size());
        for (std::size_t panel = 0; panel < m_layout.panels().size(); ++panel)
            m_curves.push_back(new PanelCurves(m_layout, panel, this));
    }
    m_overlay = new FigureOverlay(this);
}

FigureChart::~FigureChart() = default;

void FigureChart::setCursor(std::optional<FigureCursor> cursor)
{
    if (cursor == m_cursor)
        return;
    m_cursor = cursor;
    for (auto *curves : m_curves)
        curves->emphasise(cursor);
    m_overlay->update();
}

QPointF FigureChart::placeOf(FigureCursor cursor) const
{
    return m_drawing->outline(cursor).boundingRect().center();
}

void FigureChart::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    paintGrid(*painter, m_layout);
    m_drawing->paintBehind(*painter);
}

} // namespace Decayscope
