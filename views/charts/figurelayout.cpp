// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurelayout.h"

#include "colorkey.h"
#include "directnames.h"
#include "shapetraits.h"
#include "stackedsegment.h"

#include <widgets/spacing.h>

#include <QFontMetricsF>

#include <algorithm>
#include <set>

namespace Decayscope {

namespace {

constexpr double mostNameShare = 1.0 / 3; ///< Of the width that direct labels may take, on one side.
constexpr double mostSlopeShare = 0.64; ///< Of the width that names and values at both ends may take.
constexpr double mostNamesHeight = 0.8;
constexpr double mostValuesShare = 0.5; ///< Of the height that values beside a legend may take.
constexpr double mostRowShare = 0.4; ///< Of the width that names of rows may take.
constexpr double mostLegend = 0.34; ///< Of the height that a legend may take before its names are cut.
constexpr double mostSlant = 0.35; ///< Of the height that slanted names may take.

double widest(const QFontMetricsF &metrics, const QStringList &texts)
{
    double width = 0;
    for (const auto &text : texts)
        width = std::max(width, metrics.horizontalAdvance(text));
    return width;
}

/// Titles of axes may need two lines on narrow paper.
double titleHeight(const QString &title, const QFont &font, double width)
{
    const QFontMetricsF metrics(font);
    // Letters that the font lacks come from another one, whose lines may be higher.
    return std::max(lineHeight(font),
        metrics.boundingRect(QRectF(0, 0, width, 100 * metrics.height()), Qt::TextWordWrap, title).height());
}

QStringList tickTexts(const std::vector<double> &ticks, CellKind kind)
{
    QStringList texts;
    for (const double tick : ticks)
        texts << tickText(tick, ticks, kind);
    return texts;
}

/// Whether no category of a forest has marks of two series, so that none hides another.
bool standApart(const FigureSpec &spec, const std::vector<std::size_t> &members)
{
    std::set<double> taken;
    return spec.shape == FigureShape::Forest && std::ranges::all_of(members, [&](std::size_t series) {
        return std::ranges::all_of(
            spec.series[series].points, [&taken](const FigurePoint &point) { return taken.insert(point.y).second; });
    });
}

} // namespace

FigureLayout::FigureLayout(
    const FigureSpec &spec, const ChartStyle &style, QSizeF size, const std::vector<SeriesSign> &signs)
    : m_spec(spec)
    , m_style(style)
    , m_bounds(QPointF(), size)
    , m_signs(signs.empty() ? signsOf(spec) : signs)
{
    chooseNames();
    QRectF room = m_bounds;
    reserveTitle(room);
    reserveLegend(room);
    reserveColorBar(room);
    reserveAxes(room);
    placePanels(room);
    placeOffsets();
    placeDirectNames();
}

const PanelFrame &FigureLayout::frameOf(std::size_t series) const
{
    const auto last = static_cast<int>(m_panels.size()) - 1;
    return m_panels[static_cast<std::size_t>(std::clamp(m_spec.series[series].panel, 0, last))];
}

QPointF FigureLayout::position(FigureCursor cursor) const
{
    const auto &point = m_spec.series[cursor.series].points[cursor.point];
    const auto &frame = frameOf(cursor.series);
    const double aside = m_offsets[cursor.series];
    if (m_spec.shape == FigureShape::Stacked)
        return stackedSegment(frame, point).center();
    if (m_spec.shape == FigureShape::Forest)
        return frame.position(point.x, point.y + aside);
    return frame.position(point.x + aside, point.y);
}

void FigureLayout::chooseNames()
{
    const bool isSlope = m_spec.shape == FigureShape::Slope;
    const double needed = static_cast<double>(m_signs.size()) * lineHeight(m_style.font) * 1.04;
    m_hasEndValues = isSlope && m_spec.panels.size() < 2 && needed <= m_bounds.height() * mostValuesShare;
    if (m_style.names == SeriesNames::Hidden || !isLegendNeeded())
        return;
    m_form = NamesForm::Legend;
    const bool isDirect = m_style.names == SeriesNames::Direct && traitsOf(m_spec.shape).hasDirectNames;
    if (!isDirect || m_spec.panels.size() > 1 || needed > m_bounds.height() * mostNamesHeight)
        return;
    const double width = m_bounds.width();
    const double names = endWidth(true);
    m_hasLeftNames = isSlope && 2 * names <= width * mostSlopeShare;
    const bool fits = isSlope ? m_hasLeftNames || names + endWidth(false) <= width * mostSlopeShare
                              : names <= width * mostNameShare;
    if (!fits)
        return;
    m_form = NamesForm::Direct;
    m_hasEndValues = isSlope;
}

bool FigureLayout::isLegendNeeded() const
{
    const auto &traits = traitsOf(m_spec.shape);
    if (!traits.hasNames || m_signs.empty())
        return false;
    if (m_signs.size() == 1 && !m_signs.front().isHidden && !traits.hasDirectNames)
        return false;
    // Titles of panels name their only series already.
    return m_spec.panels.size() < 2
        || !std::ranges::all_of(m_signs, [this](const SeriesSign &sign) { return m_spec.panels.contains(sign.name); });
}

double FigureLayout::endWidth(bool withNames) const
{
    QStringList names;
    for (const auto &sign : m_signs)
        names << (sign.isReference || !withNames ? QString() : sign.name);
    const QFontMetricsF metrics(m_style.font);
    const double values = m_spec.shape == FigureShape::Slope ? metrics.horizontalAdvance(QStringLiteral("100.0  ")) : 0;
    return widest(metrics, names) + values + m_style.gap(Spacing::section);
}

void FigureLayout::reserveTitle(QRectF &room)
{
    if (!m_style.title || m_spec.title.isEmpty())
        return;
    m_titleRect = QRectF(room.left(), room.top(), room.width(), titleHeight(m_spec.title, m_style.font, room.width()));
    room.setTop(m_titleRect.bottom() + m_style.gap(Spacing::tight));
}

void FigureLayout::reserveLegend(QRectF &room)
{
    if (m_form == NamesForm::None)
        return;
    std::vector<SeriesSign> shown;
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < m_signs.size(); ++i) {
        if (m_form == NamesForm::Legend || m_signs[i].isReference) {
            shown.push_back(m_signs[i]);
            indices.push_back(i);
        }
    }
    auto block = legendBlock(shown, m_style, room.width(), m_bounds.height() * mostLegend);
    room.setBottom(room.bottom() - block.height);
    for (auto &place : block.places) {
        place.sign = indices[place.sign];
        place.rect.translate(room.bottomLeft());
        place.sample->translate(room.bottomLeft());
        m_names.push_back(place);
    }
    if (!block.places.empty())
        room.setBottom(room.bottom() - m_style.gap(Spacing::normal));
}

void FigureLayout::reserveColorBar(QRectF &room)
{
    if (!traitsOf(m_spec.shape).hasColorScale)
        return;
    const bool isUpright = m_spec.shape == FigureShape::Heat && room.width() > room.height() * 1.2;
    const auto along = isUpright ? Qt::Vertical : Qt::Horizontal;
    const double length = isUpright ? room.height() : room.width();
    const double thickness = colorKeyThickness(m_spec, m_style, along, length);
    const double gap = m_style.gap(Spacing::wide);
    if (isUpright) {
        m_colorBar = room.adjusted(room.width() - thickness, 0, 0, 0);
        room.setRight(m_colorBar.left() - gap);
    } else {
        m_colorBar = room.adjusted(0, room.height() - thickness, 0, 0);
        room.setBottom(m_colorBar.top() - gap / 2);
    }
}

void FigureLayout::reserveAxes(QRectF &room)
{
    const double line = lineHeight(m_style.tickFont);
    const auto count = static_cast<int>(std::max(qsizetype{1}, m_spec.panels.size()));
    if (!m_spec.y.title.isEmpty()) {
        m_yTitleRect
            = QRectF(room.topLeft(), QSizeF(room.width(), titleHeight(m_spec.y.title, m_style.tickFont, room.width())));
        room.setTop(m_yTitleRect.bottom() + m_style.gap(Spacing::tight));
    }
    if (count == 1)
        room.setTop(room.top() + line / 2);
    if (!m_spec.x.title.isEmpty()) {
        const double height = titleHeight(m_spec.x.title, m_style.tickFont, room.width());
        m_xTitleRect = QRectF(room.left(), room.bottom() - height, room.width(), height);
        room.setBottom(m_xTitleRect.top() - m_style.gap(Spacing::tight) / 2);
    }
    // Titles may take two lines.
    const double title = widest(QFontMetricsF(m_style.tickFont), m_spec.panels) * 0.6;
    m_grid = panelGrid(count, room.size(), traitsOf(m_spec.shape).aspect,
        count > 1 ? QSizeF(title, 2 * line + m_style.gap(Spacing::normal)) : QSizeF(0, 0));
    const bool isSlope = m_spec.shape == FigureShape::Slope;
    const auto ticks = [&](const FigureAxis &axis, const AxisScale &scale, double length, double each, int most) {
        const int fitting = std::clamp(static_cast<int>(length / each), 1, most);
        const bool isRead = isValueAxis(m_spec, axis) || (isSlope && !m_hasEndValues && axis.categories.isEmpty());
        return isRead ? axisTicks(scale, scale.isLogarithmic ? fitting * 2 : fitting) : std::vector<double>();
    };
    m_yTicks = ticks(m_spec.y, yScaleOf(m_spec), room.height() / m_grid.rows, line * 2, 5);
    m_xTicks = ticks(m_spec.x, xScaleOf(m_spec), room.width() / m_grid.columns, line * 4, 6);
}

double FigureLayout::leftOfPlots(const QRectF &room) const
{
    const QFontMetricsF metrics(m_style.tickFont);
    const double gap = m_style.gap(Spacing::normal);
    if (m_hasEndValues)
        return endWidth(m_hasLeftNames);
    if (!m_spec.y.categories.isEmpty()) {
        const double names = widest(metrics, m_spec.y.categories);
        return names > 0 ? std::min(room.width() * mostRowShare, names + gap) : 0;
    }
    const auto texts = tickTexts(m_yTicks, m_spec.y.kind);
    return texts.isEmpty() ? 0 : widest(metrics, texts) + gap;
}

double FigureLayout::rightOfPlots() const
{
    const QFontMetricsF metrics(m_style.tickFont);
    if (m_hasEndValues || m_form == NamesForm::Direct)
        return endWidth(m_form == NamesForm::Direct);
    if (!m_spec.y.subLabels.isEmpty() && m_style.counts)
        return widest(metrics, m_spec.y.subLabels) + m_style.gap(Spacing::wide);
    return m_spec.shape == FigureShape::Heat || m_spec.shape == FigureShape::Lattice ? m_style.gap(Spacing::hair)
                                                                                     : m_style.gap(Spacing::normal);
}

void FigureLayout::placePanels(const QRectF &room)
{
    const QFontMetricsF metrics(m_style.tickFont);
    const bool isMany = m_spec.panels.size() > 1;
    const double left = leftOfPlots(room);
    const double right = rightOfPlots();
    m_rowLabelWidth = left - m_style.gap(Spacing::normal);
    // Ticks at the ends of neighbours must not meet.
    const double across = std::max(
        m_style.gap(Spacing::wide), widest(metrics, tickTexts(m_xTicks, m_spec.x.kind)) + m_style.gap(Spacing::normal));
    const double width = std::max(1.0, (room.width() - left - right - across * (m_grid.columns - 1)) / m_grid.columns);
    const auto xScale = xScaleOf(m_spec);
    const auto yScale = yScaleOf(m_spec);
    if (!m_spec.x.categories.isEmpty())
        m_categories
            = CategoryLabels(m_spec.x, m_style, width / (xScale.high - xScale.low), room.height() * mostSlant / 0.7);
    m_below = m_xTicks.empty() ? m_categories.height() : lineHeight(m_style.tickFont);
    m_below += m_style.gap(Spacing::tight);
    const bool isLong = widest(metrics, m_spec.panels) > width;
    const double above = isMany ? lineHeight(m_style.tickFont) * (isLong ? 2 : 1) + m_style.gap(Spacing::hair) : 0;
    const double down = above + m_style.gap(Spacing::normal + Spacing::tight);
    const double height = std::max(1.0, (room.height() - m_below - above - down * (m_grid.rows - 1)) / m_grid.rows);
    const auto count = static_cast<int>(std::max(qsizetype{1}, m_spec.panels.size()));
    m_panels.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        PanelFrame frame{.title = isMany ? m_spec.panels[i] : QString(), .x = xScale, .y = yScale};
        frame.plot = QRectF(room.left() + left + m_grid.columnOf(i) * (width + across),
            room.top() + above + m_grid.rowOf(i) * (height + down), width, height);
        if (isMany)
            frame.titleRect = QRectF(frame.plot.left(), frame.plot.top() - above, width, above);
        frame.rowsDownwards = traitsOf(m_spec.shape).rowsDownwards;
        frame.hasValueLabels = m_grid.columnOf(i) == 0;
        frame.hasCategoryLabels = m_grid.isLowest(i, count);
        m_panels.push_back(frame);
    }
}

void FigureLayout::placeOffsets()
{
    constexpr double mostCurves = 0.04; // So that curves with bars still read as curves.
    m_offsets.assign(m_spec.series.size(), 0);
    const double spread = traitsOf(m_spec.shape).spread;
    const bool isCurves = m_spec.shape == FigureShape::Curves;
    if (isCurves && std::ranges::none_of(m_spec.series, [this](const FigureSeries &series) {
            return hasBars(m_spec, series, m_style.intervals);
        }))
        return;
    for (std::size_t panel = 0; panel < m_panels.size(); ++panel) {
        std::vector<std::size_t> members;
        for (std::size_t s = 0; s < m_spec.series.size(); ++s) {
            if (&frameOf(s) == &m_panels[panel])
                members.push_back(s);
        }
        if (standApart(m_spec, members))
            continue;
        const auto count = static_cast<double>(members.size());
        const double step = std::min(isCurves ? mostCurves : 0.25, spread / std::max(1.0, count));
        for (std::size_t i = 0; i < members.size(); ++i)
            m_offsets[members[i]] = (static_cast<double>(i) - (count - 1) / 2) * step;
    }
}

void FigureLayout::placeDirectNames()
{
    const bool isDirect = m_form == NamesForm::Direct;
    if (!isDirect && !m_hasEndValues)
        return;
    for (const bool isLeft : {true, false}) {
        if (isLeft && !m_hasEndValues)
            continue;
        const bool withNames = isDirect && (!isLeft || m_hasLeftNames);
        const auto places = directNames(
            *this, {.frame = m_panels.front(), .isLeft = isLeft, .withNames = withNames, .width = endWidth(withNames)});
        m_names.insert(m_names.end(), places.begin(), places.end());
    }
}

} // namespace Decayscope
