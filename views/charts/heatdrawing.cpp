// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "heatdrawing.h"

#include "chartstyle.h"
#include "colorkey.h"
#include "colorscale.h"
#include "figurelayout.h"
#include "heatcells.h"
#include "keysigns.h"

#include <QPainter>

#include <algorithm>

namespace Decayscope {

namespace {

/// Cells lower or narrower than this, in device-independent pixels, carry no such marks.
constexpr double leastForFolds = 5;
constexpr double leastForSigns = 8;
constexpr double leastForTicks = 11;

/// One cell after the other, with what they share.
class HeatCellPainter
{
public:
    HeatCellPainter(QPainter &painter, const FigureLayout &layout)
        : m_painter(painter)
        , m_style(layout.style())
        , m_scale(layout.spec().color, m_style.onDark)
        , m_font(heatCellFont(layout))
        , m_metrics(m_font)
    {
        m_painter.setFont(m_font);
    }

    void paint(const QRectF &whole, const FigurePoint &point)
    {
        const auto cell = heatCellInside(whole, m_style.gap(1));
        const auto area = m_scale.color(point.value.value_or(0));
        if (point.value)
            m_painter.fillRect(cell, area);
        const auto ink = point.value ? textColorOn(area, m_style) : m_style.text;
        const bool hasTick = heatCellHasTick(point.text);
        paintText(cell, heatCellText(point.text), ink, hasTick);
        const double side = std::min(cell.width(), cell.height());
        if (point.hollow && side >= m_style.gap(leastForFolds))
            paintFold(m_painter, cell, ink, m_style);
        if (hasTick && side >= m_style.gap(leastForTicks))
            paintTick(m_painter, cell, ink, std::max(m_style.hairline, m_style.gap(1.2)));
    }

private:
    void paintText(const QRectF &cell, const QString &text, const QColor &ink, bool hasTick)
    {
        const double tick = hasTick ? std::min(cell.width(), cell.height()) * 0.4 : 0;
        const double width = m_metrics.horizontalAdvance(text);
        if (text.isEmpty() || width > cell.width() || m_metrics.capHeight() * 1.3 > cell.height())
            return;
        // Beside the tick where there is room for both.
        auto room = cell;
        if (width + tick <= cell.width())
            room.setRight(cell.right() - std::min(tick, cell.width() - width - tick));
        m_painter.setPen(ink);
        m_painter.drawText(QPointF(room.center().x() - width / 2, room.center().y() + m_metrics.capHeight() / 2), text);
    }

    QPainter &m_painter;
    const ChartStyle &m_style;
    ColorScale m_scale;
    QFont m_font;
    QFontMetricsF m_metrics;
};

} // namespace

void HeatDrawing::paintBehind(QPainter &painter) const
{
    // In flat rows the signs would run together to a ladder; the cell's emptiness says enough there.
    const auto &style = layout().style();
    for (const auto &cell : emptyHeatCells(layout())) {
        if (std::min(cell.width(), cell.height()) >= style.gap(leastForSigns))
            paintEmptySign(painter, cell, style);
    }
    paintColorKey(painter, layout().colorBar(), layout().spec(), layout().style());
}

void HeatDrawing::paintMarks(QPainter &painter, std::optional<FigureCursor> cursor) const
{
    Q_UNUSED(cursor)
    painter.save();
    // Edges of cells lie between pixels; smoothed, the ground would shine through as a grid.
    painter.setRenderHint(QPainter::Antialiasing, true);
    HeatCellPainter cells(painter, layout());
    const auto &series = layout().spec().series;
    for (std::size_t s = 0; s < series.size(); ++s) {
        for (const auto &point : series[s].points)
            cells.paint(heatCell(layout().frameOf(s), point.x, point.y), point);
    }
    painter.restore();
}

QRectF HeatDrawing::cell(FigureCursor cursor) const
{
    const auto &point = layout().spec().series[cursor.series].points[cursor.point];
    return heatCell(layout().frameOf(cursor.series), point.x, point.y);
}

QPainterPath HeatDrawing::outline(FigureCursor cursor) const
{
    QPainterPath path;
    path.addRect(cell(cursor));
    return path;
}

std::optional<FigureCursor> HeatDrawing::hit(QPointF at, double reach) const
{
    Q_UNUSED(reach)
    const auto &series = layout().spec().series;
    for (std::size_t s = series.size(); s-- > 0;) {
        if (!layout().frameOf(s).plot.contains(at))
            continue;
        for (std::size_t p = series[s].points.size(); p-- > 0;) {
            if (cell({s, p}).contains(at))
                return FigureCursor{s, p};
        }
    }
    return {};
}

} // namespace Decayscope
