// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurechart.h"

#include "chartpalette.h"
#include "figuregrid.h"
#include "figureoverlay.h"

#include <QAreaSeries>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr double quietBand = 0.10;
constexpr double crowdedBand = 0.055; ///< Where more than a few bands lie over each other.
constexpr std::size_t crowd = 5;
constexpr double loudBand = 0.26;
constexpr double mutedBand = 0.03;
constexpr double mutedLine = 0.35;
constexpr char seriesIndex[] = "figureSeries";

QColor withAlpha(QColor color, double alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

} // namespace

FigureChart::FigureChart(FigureSpec spec, ChartStyle style)
    : QChart(QChart::ChartTypeCartesian, nullptr, {})
    , m_spec(std::move(spec))
    , m_style(std::move(style))
    , m_layout(std::make_unique<FigureLayout>(m_spec, m_style, QSizeF(640, 480)))
    , m_grid(new FigureGrid(this))
    , m_overlay(new FigureOverlay(this))
{
    setBackgroundVisible(false);
    setMargins({});
    layout()->setContentsMargins(0, 0, 0, 0);
    legend()->hide();
    if (m_spec.shape == FigureShape::Curves) {
        std::ranges::for_each(m_spec.series, [this](const auto &series) { addBand(series); });
        std::ranges::for_each(m_spec.series, [this](const auto &series) { addCurve(series); });
    }
    addAxes();
    emphasise();
}

FigureChart::~FigureChart() = default;

void FigureChart::layOut(QSizeF size)
{
    m_layout = std::make_unique<FigureLayout>(m_spec, m_style, size);
    resize(size);
    setPlotArea(m_layout->plot());
    m_grid->refresh();
    m_overlay->refresh();
}

void FigureChart::setCursor(std::optional<FigureCursor> cursor)
{
    if (cursor == m_cursor)
        return;
    m_cursor = cursor;
    emphasise();
    m_overlay->refresh();
}

void FigureChart::addAxes()
{
    // Only for the curves' positions: what is seen of the axes is drawn by the grid, in step with the layout.
    const auto axis = [this](double low, double high, Qt::Alignment side) {
        auto *made = new QValueAxis(this);
        made->setRange(low, high);
        made->setVisible(false);
        addAxis(made, side);
        for (auto *drawn : series())
            drawn->attachAxis(made);
    };
    axis(m_layout->xMinimum(), m_layout->xMaximum(), Qt::AlignBottom);
    axis(m_layout->yMinimum(), m_layout->yMaximum(), Qt::AlignLeft);
}

void FigureChart::addCurve(const FigureSeries &series)
{
    if (!series.joined)
        return;
    auto *line = new QLineSeries(this);
    for (const auto &point : series.points)
        line->append(point.x, point.y);
    line->setProperty(seriesIndex, static_cast<int>(&series - m_spec.series.data()));
    addSeries(line);
}

void FigureChart::addBand(const FigureSeries &series)
{
    if (!series.joined)
        return;
    auto *upper = new QLineSeries(this);
    auto *lower = new QLineSeries(this);
    for (const auto &point : series.points) {
        upper->append(point.x, std::clamp(point.high.value_or(point.y), m_spec.y.minimum, m_spec.y.maximum));
        lower->append(point.x, std::clamp(point.low.value_or(point.y), m_spec.y.minimum, m_spec.y.maximum));
    }
    auto *band = new QAreaSeries(upper, lower);
    band->setParent(this);
    band->setPen(Qt::NoPen);
    band->setProperty(seriesIndex, static_cast<int>(&series - m_spec.series.data()));
    addSeries(band);
}

void FigureChart::emphasise()
{
    const double quiet = m_spec.series.size() > crowd ? crowdedBand : quietBand;
    for (auto *drawn : series()) {
        if (!drawn->property(seriesIndex).isValid())
            continue;
        const auto index = static_cast<std::size_t>(drawn->property(seriesIndex).toInt());
        const auto color = m_style.seriesColor(m_spec.series[index].color);
        const bool chosen = m_cursor && m_cursor->series == index;
        const bool receding = m_cursor && !chosen;
        if (auto *band = qobject_cast<QAreaSeries *>(drawn)) {
            band->setBrush(withAlpha(color, chosen ? loudBand : receding ? mutedBand : quiet));
        } else if (auto *line = qobject_cast<QLineSeries *>(drawn)) {
            QPen pen(
                receding ? withAlpha(color, mutedLine) : color, m_style.lineWidth, penStyle(m_spec.series[index].line));
            pen.setJoinStyle(Qt::RoundJoin);
            line->setPen(pen);
        }
    }
}

} // namespace Decayscope
