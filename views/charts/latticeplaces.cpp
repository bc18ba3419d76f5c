// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "latticeplaces.h"

#include "figurelayout.h"

#include <widgets/tones.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

namespace Decayscope {

namespace {

constexpr double nearby = 0.5; ///< Places nearer than this, in the painter's units, are one.

/// Of the distance to the neighbour, how much a box may take.
constexpr double boxAcross = 0.66;
constexpr double boxDown = 0.56;

/// The least distance above 0 between any two of the values; nothing where there is none.
std::optional<double> leastStep(std::vector<double> values)
{
    std::ranges::sort(values);
    std::optional<double> least;
    for (std::size_t i = 1; i < values.size(); ++i) {
        const double step = values[i] - values[i - 1];
        if (step > nearby && (!least || step < *least))
            least = step;
    }
    return least;
}

QSizeF textSize(const QStringList &lines, const QFontMetricsF &metrics)
{
    double width = 0;
    for (const auto &line : lines)
        width = std::max(width, metrics.horizontalAdvance(line));
    return {width, static_cast<double>(lines.size()) * metrics.height()};
}

bool isPlace(QPointF at)
{
    return std::isfinite(at.x()) && std::isfinite(at.y());
}

} // namespace

LatticePlaces::LatticePlaces(const FigureLayout &layout)
    : m_layout(layout)
    , m_nodeFont(layout.style().tickFont)
    , m_edgeFont(layout.style().tickFont)
{
    double leastAcross = std::numeric_limits<double>::infinity();
    double leastDown = std::numeric_limits<double>::infinity();
    for (const auto &series : layout.spec().series) {
        for (const auto &point : series.points) {
            if (!point.end)
                continue;
            leastAcross = std::min(leastAcross, std::abs(point.end->x() - point.x));
            leastDown = std::min(leastDown, std::abs(point.end->y() - point.y));
            if (point.value && std::isfinite(*point.value))
                m_greatest = std::max(m_greatest, std::abs(*point.value));
        }
    }
    m_isUpright = leastDown >= leastAcross;
    const auto steps = grid();
    chooseNodes(steps);
    placeBoxes();
    placeArrows();
    const double between = m_isUpright ? steps.down - m_boxSize.height() : steps.across - m_boxSize.width();
    m_widest = std::min(layout.style().lineWidth * 2.75, std::max(layout.style().hairline, between * 0.09));
    chooseTexts();
}

/// All panels are of one size, so the first one tells.
LatticePlaces::Grid LatticePlaces::grid() const
{
    const auto &frame = m_layout.panels().front();
    std::vector<double> across;
    std::vector<double> down;
    std::map<qint64, std::vector<double>> rows; // Levels hold their own neighbours.
    for (const auto &series : m_layout.spec().series) {
        for (const auto &point : series.points) {
            if (point.end)
                continue;
            const auto at = frame.position(point.x, point.y);
            if (!isPlace(at))
                continue;
            const double level = m_isUpright ? at.y() : at.x();
            rows[static_cast<qint64>(std::clamp(level, -1e9, 1e9) / nearby)].push_back(m_isUpright ? at.x() : at.y());
            (m_isUpright ? down : across).push_back(level);
        }
    }
    std::optional<double> within;
    for (const auto &[level, places] : rows) {
        if (const auto step = leastStep(places); step && (!within || *step < *within))
            within = step;
    }
    const double whole = m_isUpright ? frame.plot.width() : frame.plot.height();
    const double between
        = leastStep(m_isUpright ? down : across).value_or(m_isUpright ? frame.plot.height() : frame.plot.width());
    return m_isUpright ? Grid{.across = within.value_or(whole), .down = between}
                       : Grid{.across = between, .down = within.value_or(whole)};
}

void LatticePlaces::chooseNodes(const Grid &grid)
{
    const auto &style = m_layout.style();
    const QSizeF most(grid.across * (m_isUpright ? 0.86 : boxAcross), grid.down * (m_isUpright ? boxDown : 0.86));
    const double side = std::min({most.width(), most.height(), style.gap(14)});
    m_boxSize = {side, side};
    for (const auto words : {Words::Lines, Words::Line, Words::Name}) {
        for (const double factor : fontFactors) {
            const auto font = scaledFont(style.tickFont, factor);
            const auto size = boxSize(font, words, most);
            if (!size)
                continue;
            m_nodeFont = font;
            m_words = words;
            m_boxSize = *size;
            return;
        }
    }
}

/// The least box that holds all nodes' words, and roomier where there is room; nothing where it is too large.
std::optional<QSizeF> LatticePlaces::boxSize(const QFont &font, Words words, QSizeF most) const
{
    const QFontMetricsF metrics(font);
    QSizeF wanted;
    for (const auto &series : m_layout.spec().series) {
        for (const auto &point : series.points) {
            if (!point.end)
                wanted = wanted.expandedTo(textSize(wordsAs(words, point.text), metrics));
        }
    }
    wanted += QSizeF(metrics.height() * 0.35, metrics.height() * 0.25);
    if (wanted.width() > most.width() || wanted.height() > most.height())
        return {};
    const double roomy = std::max(wanted.width() + metrics.height() * 0.55, metrics.height() * 4.2);
    return wanted.expandedTo(QSizeF(std::min(most.width() * 0.75, roomy), 0));
}

QStringList LatticePlaces::wordsAs(Words words, const QString &text)
{
    auto lines = text.split(u'\n');
    switch (words) {
    case Words::Lines:
        return lines;
    case Words::Line:
        return {lines.join(u' ')};
    case Words::Name:
        return {lines.front()};
    case Words::None:
        break;
    }
    return {};
}

QStringList LatticePlaces::wordsOf(const QString &text) const
{
    return wordsAs(m_words, text);
}

void LatticePlaces::placeBoxes()
{
    const auto &series = m_layout.spec().series;
    for (std::size_t s = 0; s < series.size(); ++s) {
        for (std::size_t p = 0; p < series[s].points.size(); ++p) {
            const auto &point = series[s].points[p];
            if (point.end)
                continue;
            const auto at = m_layout.frameOf(s).position(point.x, point.y);
            if (!isPlace(at))
                continue;
            const QRectF rect(at - QPointF(m_boxSize.width() / 2, m_boxSize.height() / 2), m_boxSize);
            m_boxes.push_back({.cursor = {.series = s, .point = p}, .panel = series[s].panel, .rect = rect});
        }
    }
}

std::optional<std::size_t> LatticePlaces::boxAt(int panel, QPointF centre) const
{
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        const auto away = m_boxes[i].rect.center() - centre;
        if (m_boxes[i].panel == panel && std::hypot(away.x(), away.y()) < nearby)
            return i;
    }
    return {};
}

void LatticePlaces::placeArrows()
{
    const auto &series = m_layout.spec().series;
    for (std::size_t s = 0; s < series.size(); ++s) {
        for (std::size_t p = 0; p < series[s].points.size(); ++p) {
            const auto &point = series[s].points[p];
            if (!point.end)
                continue;
            const auto &frame = m_layout.frameOf(s);
            QLineF line(frame.position(point.x, point.y), frame.position(point.end->x(), point.end->y()));
            if (!isPlace(line.p1()) || !isPlace(line.p2()))
                continue;
            if (m_isUpright ? line.dy() < 0 : line.dx() < 0)
                line = QLineF(line.p2(), line.p1());
            m_arrows.push_back({.cursor = {.series = s, .point = p},
                .panel = series[s].panel,
                .line = line,
                .value = point.value.value_or(0),
                .text = {}});
        }
    }
    spreadPorts(false);
    spreadPorts(true);
}

/// Moves the ends of arrows to the sides of their boxes, side by side in the order of their other ends.
void LatticePlaces::spreadPorts(bool atEnd)
{
    const auto endOf = [atEnd](const LatticeArrow &arrow) { return atEnd ? arrow.line.p2() : arrow.line.p1(); };
    std::map<std::size_t, std::vector<LatticeArrow *>> byBox;
    for (auto &arrow : m_arrows) {
        if (const auto box = boxAt(arrow.panel, endOf(arrow)))
            byBox[*box].push_back(&arrow);
    }
    const double side = m_isUpright ? m_boxSize.width() : m_boxSize.height();
    const double away = (m_isUpright ? m_boxSize.height() : m_boxSize.width()) / 2 * (atEnd ? -1 : 1);
    for (auto &[box, arrows] : byBox) {
        std::ranges::stable_sort(arrows, {}, [&](const LatticeArrow *arrow) {
            const auto other = atEnd ? arrow->line.p1() : arrow->line.p2();
            return m_isUpright ? other.x() : other.y();
        });
        const auto count = static_cast<double>(arrows.size());
        const double step = std::min(side * 0.62 / count, m_layout.style().gap(22));
        for (std::size_t i = 0; i < arrows.size(); ++i) {
            const double aside = (static_cast<double>(i) - (count - 1) / 2) * step;
            const auto port = m_boxes[box].rect.center() + (m_isUpright ? QPointF(aside, away) : QPointF(away, aside));
            arrows[i]->line = atEnd ? QLineF(arrows[i]->line.p1(), port) : QLineF(port, arrows[i]->line.p2());
        }
    }
}

const LatticeBox *LatticePlaces::boxOf(FigureCursor cursor) const
{
    const auto found = std::ranges::find(m_boxes, cursor, &LatticeBox::cursor);
    return found == m_boxes.end() ? nullptr : &*found;
}

const LatticeArrow *LatticePlaces::arrowOf(FigureCursor cursor) const
{
    const auto found = std::ranges::find(m_arrows, cursor, &LatticeArrow::cursor);
    return found == m_arrows.end() ? nullptr : &*found;
}

bool LatticePlaces::touches(const LatticeArrow &arrow, const LatticeBox &box)
{
    const auto around = box.rect.adjusted(-nearby, -nearby, nearby, nearby);
    return arrow.panel == box.panel && (around.contains(arrow.line.p1()) || around.contains(arrow.line.p2()));
}

double LatticePlaces::widthOf(double value) const
{
    const double share = m_greatest > 0 && std::isfinite(value) ? std::abs(value) / m_greatest : 0;
    return std::max(m_layout.style().hairline, m_widest * (0.2 + 0.8 * share));
}

} // namespace Decayscope
