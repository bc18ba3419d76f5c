// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panelcurves.h"

#include "figurelayout.h"
#include "markdrawing.h"
#include "shapetraits.h"

#include <QAreaSeries>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

constexpr double quietBand = 0.10;
constexpr double crowdedBand = 0.055; ///< Where more than a few bands lie over each other.
constexpr std::size_t crowd = 5;
constexpr double loudBand = 0.26;
constexpr double mutedBand = 0.03;
constexpr char seriesIndex[] = "figureSeries";

QColor withAlpha(QColor color, double alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

/// Where a value stands along an axis; so far outside that it is not seen where it has no place.
double placeAlong(const AxisScale &axis, double value)
{
    constexpr double farAway = 1e4;
    const double share = axis.shareOf(value);
    return std::isfinite(share) ? std::clamp(share, -farAway, farAway) : -farAway;
}

} // namespace

PanelCurves::PanelCurves(const FigureLayout &layout, std::size_t panel, QGraphicsItem *parent)
    : QChart(QChart::ChartTypeCartesian, parent, {})
    , m_layout(layout)
    , m_panel(panel)
{
    setBackgroundVisible(false);
    setMargins({});
    this->layout()->setContentsMargins(0, 0, 0, 0);
    legend()->hide();
    const auto &all = layout.spec().series;
    const auto isHere = [&](std::size_t series) { return &layout.frameOf(series) == &layout.panels()[panel]; };
    for (std::size_t s = 0; s < all.size(); ++s) {
        if (isHere(s) && hasBand(layout.spec(), all[s], layout.style().intervals))
            addBand(s);
    }
    for (std::size_t s = 0; s < all.size(); ++s) {
        if (isHere(s) && all[s].joined)
            addCurve(s);
    }
    addRanges();
    resize(layout.bounds().size());
    setPlotArea(layout.panels()[panel].plot);
    emphasise({});
}

void PanelCurves::addBand(std::size_t series)
{
    const auto &axis = m_layout.panels()[m_panel].y;
    auto *upper = new QLineSeries(this);
    auto *lower = new QLineSeries(this);
    for (const auto &point : m_layout.spec().series[series].points) {
        if (!std::isfinite(point.y))
            continue;
        const double low = std::clamp(point.low.value_or(point.y), axis.low, axis.high);
        const double high = std::clamp(point.high.value_or(point.y), axis.low, axis.high);
        upper->append(point.x, axis.shareOf(high));
        lower->append(point.x, axis.shareOf(low));
    }
    auto *band = new QAreaSeries(upper, lower);
    band->setParent(this);
    band->setPen(Qt::NoPen);
    band->setProperty(seriesIndex, static_cast<int>(series));
    addSeries(band);
}

void PanelCurves::addCurve(std::size_t series)
{
    auto *line = new QLineSeries(this);
    for (const auto &point : m_layout.spec().series[series].points) {
        if (std::isfinite(point.y))
            line->append(point.x + m_layout.seriesOffset(series), placeAlong(m_layout.panels()[m_panel].y, point.y));
    }
    line->setProperty(seriesIndex, static_cast<int>(series));
    addSeries(line);
}

void PanelCurves::addRanges()
{
    // Only for the curves' positions: what is seen of the axes is drawn by the grid, in step with the layout. Upwards
    // they are shares of the axis, so that logarithmic ones need no other kind of axis.
    const auto axis = [this](double low, double high, Qt::Alignment side) {
        auto *made = new QValueAxis(this);
        made->setRange(low, high);
        made->setVisible(false);
        addAxis(made, side);
        for (auto *drawn : series())
            drawn->attachAxis(made);
    };
    const auto &x = m_layout.panels()[m_panel].x;
    axis(x.low, x.high, Qt::AlignBottom);
    axis(0, 1, Qt::AlignLeft);
}

void PanelCurves::emphasise(std::optional<FigureCursor> cursor)
{
    const auto &style = m_layout.style();
    const auto &all = m_layout.spec().series;
    const double quiet = all.size() > crowd * m_layout.panels().size() ? crowdedBand : quietBand;
    for (auto *drawn : series()) {
        const auto index = static_cast<std::size_t>(drawn->property(seriesIndex).toInt());
        const auto color = style.seriesColor(all[index].color);
        const bool isBack = recedes(m_layout, index, cursor);
        if (auto *band = qobject_cast<QAreaSeries *>(drawn)) {
            band->setBrush(withAlpha(color, isBack ? mutedBand : cursor ? loudBand : quiet));
        } else if (auto *line = qobject_cast<QLineSeries *>(drawn)) {
            QPen pen(isBack ? withAlpha(color, recedingOpacity) : color, style.lineWidth,
                style.linePattern(all[index].line));
            pen.setJoinStyle(Qt::RoundJoin);
            line->setPen(pen);
        }
    }
}

} // namespace Decayscope
