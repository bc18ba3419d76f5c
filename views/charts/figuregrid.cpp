// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figuregrid.h"

#include "figurelayout.h"

#include <widgets/spacing.h>

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace Decayscope {

namespace {

/// Names of rows that would touch each other are left out evenly.
std::size_t rowStride(const FigureLayout &layout, double height)
{
    const auto &frame = layout.panels().front();
    const double row = std::abs(frame.position(0, 1).y() - frame.position(0, 0).y());
    return row > 0 ? static_cast<std::size_t>(std::max(1.0, std::ceil(height * 0.96 / row))) : 1;
}

class GridPainter
{
public:
    GridPainter(QPainter &painter, const FigureLayout &layout)
        : m_painter(painter)
        , m_layout(layout)
        , m_spec(layout.spec())
        , m_style(layout.style())
        , m_metrics(m_style.tickFont)
        , m_line(lineHeight(m_style.tickFont))
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setFont(m_style.tickFont);
    }

    void paint() const
    {
        for (const auto &frame : m_layout.panels()) {
            paintLines(frame);
            paintZeroLines(frame);
            paintPanelTitle(frame);
            if (frame.hasValueLabels)
                paintLeft(frame);
            if (frame.hasCategoryLabels)
                paintBelow(frame);
        }
        paintRowCounts(m_layout.panels().at(static_cast<std::size_t>(lastOfFirstRow())));
        paintTitles();
    }

private:
    void paintLines(const PanelFrame &frame) const
    {
        m_painter.setPen(QPen(m_style.grid, m_style.hairline));
        for (const double tick : m_layout.yTicks())
            paintLevel(frame, tick);
        for (const double tick : m_layout.xTicks())
            paintUpright(frame, tick);
    }

    void paintLevel(const PanelFrame &frame, double value) const
    {
        const double y = m_style.crisp(frame.position(frame.x.low, value).y());
        m_painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y));
    }

    void paintUpright(const PanelFrame &frame, double value) const
    {
        const double x = m_style.crisp(frame.position(value, frame.y.low).x());
        m_painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()));
    }

    /// Where nothing changes: at 0, at 1 on a logarithmic axis.
    void paintZeroLines(const PanelFrame &frame) const
    {
        const auto neutral = [](const AxisScale &scale) { return scale.isLogarithmic ? 1.0 : 0.0; };
        const auto holdsNeutral = [&](const FigureAxis &axis, const AxisScale &scale) {
            return axis.zeroLine && scale.low <= neutral(scale) && scale.high >= neutral(scale);
        };
        m_painter.setPen(QPen(m_style.muted, m_style.hairline));
        if (holdsNeutral(m_spec.x, frame.x))
            paintUpright(frame, neutral(frame.x));
        if (holdsNeutral(m_spec.y, frame.y))
            paintLevel(frame, neutral(frame.y));
    }

    void paintPanelTitle(const PanelFrame &frame) const
    {
        if (frame.title.isEmpty())
            return;
        const double width = frame.titleRect.width();
        const auto lines = cutText(frame.title, m_metrics, width, 2);
        double top = frame.titleRect.bottom() - m_line * static_cast<double>(lines.size());
        m_painter.setPen(m_style.text);
        for (const auto &line : lines) {
            m_painter.drawText(
                QRectF(frame.titleRect.left(), top, width, m_line), Qt::AlignCenter | Qt::TextDontClip, line);
            top += m_line;
        }
    }

    void paintLeft(const PanelFrame &frame) const
    {
        if (!m_spec.y.categories.isEmpty())
            paintRows(frame);
        m_painter.setPen(m_style.muted);
        const double right = frame.plot.left() - m_style.gap(Spacing::normal) * 0.75;
        for (const double tick : m_layout.yTicks()) {
            const double y = frame.position(frame.x.low, tick).y();
            paintAlong(right, y, tickText(tick, m_layout.yTicks(), m_spec.y.kind));
        }
    }

    void paintAlong(double right, double y, const QString &text) const
    {
        const double width = m_metrics.horizontalAdvance(text);
        m_painter.drawText(
            QRectF(right - width, y - m_line / 2, width, m_line), Qt::AlignCenter | Qt::TextDontClip, text);
    }

    void paintRows(const PanelFrame &frame) const
    {
        const double right = frame.plot.left() - m_style.gap(Spacing::normal);
        const auto stride = rowStride(m_layout, m_line);
        m_painter.setPen(m_style.text);
        for (std::size_t i = 0; i < static_cast<std::size_t>(m_spec.y.categories.size()); i += stride) {
            const double y = frame.position(frame.x.low, static_cast<double>(i)).y();
            const auto text = m_metrics.elidedText(m_spec.y.categories[static_cast<qsizetype>(i)], Qt::ElideMiddle,
                m_layout.rowLabelWidth() + m_style.gap(Spacing::hair));
            if (m_spec.shape == FigureShape::Forest)
                paintAlong(right - m_layout.rowLabelWidth() + m_metrics.horizontalAdvance(text), y, text);
            else
                paintAlong(right, y, text);
        }
    }

    void paintRowCounts(const PanelFrame &frame) const
    {
        if (!m_style.counts || m_spec.y.categories.isEmpty())
            return;
        m_painter.setPen(m_style.muted);
        for (qsizetype i = 0; i < m_spec.y.subLabels.size(); ++i) {
            const double y = frame.position(frame.x.low, static_cast<double>(i)).y();
            const auto &text = m_spec.y.subLabels[i];
            paintAlong(frame.plot.right() + m_style.gap(Spacing::normal) + m_metrics.horizontalAdvance(text), y, text);
        }
    }

    void paintBelow(const PanelFrame &frame) const
    {
        m_layout.categories().paint(m_painter, m_style, frame, m_layout.bounds());
        m_painter.setPen(m_style.muted);
        const double top = frame.plot.bottom() + m_style.gap(Spacing::tight);
        double free = -std::numeric_limits<double>::infinity(); // Ticks of a logarithm may come too close for words.
        for (const double tick : m_layout.xTicks()) {
            const auto text = tickText(tick, m_layout.xTicks(), m_spec.x.kind);
            const double width = m_metrics.horizontalAdvance(text);
            const double left = std::clamp(frame.position(tick, frame.y.low).x() - width / 2, m_layout.bounds().left(),
                std::max(m_layout.bounds().left(), m_layout.bounds().right() - width));
            if (left < free)
                continue;
            m_painter.drawText(QRectF(left, top, width, m_line), Qt::AlignCenter | Qt::TextDontClip, text);
            free = left + width + m_style.gap(Spacing::tight);
        }
    }

    void paintTitles() const
    {
        m_painter.setPen(m_style.muted);
        m_painter.drawText(
            m_layout.yTitleRect(), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap | Qt::TextDontClip, m_spec.y.title);
        m_painter.drawText(m_layout.xTitleRect(), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap | Qt::TextDontClip,
            m_spec.x.title);
        if (m_layout.titleRect().isNull())
            return;
        m_painter.setFont(m_style.font);
        m_painter.setPen(m_style.text);
        m_painter.drawText(
            m_layout.titleRect(), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap | Qt::TextDontClip, m_spec.title);
    }

    [[nodiscard]] int lastOfFirstRow() const
    {
        const auto &panels = m_layout.panels();
        const auto found = std::ranges::find_if(
            panels.begin() + 1, panels.end(), [](const PanelFrame &frame) { return frame.hasValueLabels; });
        return static_cast<int>(std::distance(panels.begin(), found)) - 1;
    }

    QPainter &m_painter;
    const FigureLayout &m_layout;
    const FigureSpec &m_spec;
    const ChartStyle &m_style;
    QFontMetricsF m_metrics;
    double m_line;
};

} // namespace

void paintGrid(QPainter &painter, const FigureLayout &layout)
{
    GridPainter(painter, layout).paint();
}

} // namespace Decayscope
