// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "categorylabels.h"

#include "chartstyle.h"
#include "panelframe.h"

#include <widgets/spacing.h>

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr double slope = 45; ///< Degrees of slanted names.
constexpr double slanted = std::numbers::sqrt2 / 2; ///< Its sine and cosine.

/// The text in parts that may stand on lines of their own.
QStringList partsOf(const QString &text)
{
    QStringList parts;
    QString part;
    for (const auto letter : text) {
        part += letter;
        if (u" -·/_.+"_s.contains(letter)) {
            parts << part;
            part.clear();
        }
    }
    if (!part.isEmpty())
        parts << part;
    return parts;
}

} // namespace

QStringList wrappedText(const QString &text, const QFontMetricsF &metrics, double width, int most)
{
    QStringList lines{QString()};
    for (const auto &part : partsOf(text)) {
        if (!lines.back().isEmpty() && metrics.horizontalAdvance(QString(lines.back() % part).trimmed()) > width)
            lines << QString();
        lines.back() += part;
        if (metrics.horizontalAdvance(lines.back().trimmed()) > width || lines.size() > most)
            return {};
    }
    for (auto &line : lines)
        line = line.trimmed();
    return lines;
}

CategoryLabels::CategoryLabels(const FigureAxis &axis, const ChartStyle &style, double slot, double longest)
    : m_slot(slot)
{
    const QFontMetricsF metrics(style.tickFont);
    auto shown = axis;
    if (!style.counts)
        shown.subLabels.clear();
    if (wrap(shown, metrics, 1)) {
        m_form = Form::Plain;
    } else if (wrap(shown, metrics, 3)) {
        m_form = Form::Wrapped;
    } else {
        slant(shown, metrics, longest);
    }
}

bool CategoryLabels::wrap(const FigureAxis &axis, const QFontMetricsF &metrics, int mostLines)
{
    const double width = m_slot - metrics.averageCharWidth();
    m_labels.clear();
    m_labels.reserve(static_cast<std::size_t>(axis.categories.size()));
    qsizetype most = 0;
    for (qsizetype i = 0; i < axis.categories.size(); ++i) {
        Label label{
            .lines = wrappedText(axis.categories[i], metrics, width, mostLines), .count = axis.subLabels.value(i)};
        if ((label.lines.isEmpty() && !axis.categories[i].isEmpty()) || metrics.horizontalAdvance(label.count) > width)
            return false;
        most = std::max(most, label.lines.size() + (label.count.isEmpty() ? 0 : 1));
        m_labels.push_back(std::move(label));
    }
    m_height = static_cast<double>(most) * metrics.height();
    return true;
}

void CategoryLabels::slant(const FigureAxis &axis, const QFontMetricsF &metrics, double longest)
{
    m_form = Form::Slanted;
    m_labels.clear();
    m_labels.reserve(static_cast<std::size_t>(axis.categories.size()));
    m_longest = longest;
    double widest = 0;
    for (qsizetype i = 0; i < axis.categories.size(); ++i) {
        const auto count = axis.subLabels.value(i);
        const auto text = count.isEmpty() ? axis.categories[i] : QString(axis.categories[i] % u" · " % count);
        widest = std::max(widest, metrics.horizontalAdvance(text));
        m_labels.push_back({.lines = {text}, .count = {}});
    }
    m_height = (std::min(widest, longest) + metrics.height()) * slanted;
    const double needed = metrics.height() / slanted;
    m_every = m_slot > 0 ? static_cast<std::size_t>(std::max(1.0, std::ceil(needed / m_slot))) : 1;
}

void CategoryLabels::paint(
    QPainter &painter, const ChartStyle &style, const PanelFrame &frame, const QRectF &bounds) const
{
    painter.setFont(style.tickFont);
    if (m_form == Form::Slanted)
        paintSlanted(painter, style, frame, bounds);
    else
        paintLevel(painter, style, frame, bounds);
}

void CategoryLabels::paintLevel(
    QPainter &painter, const ChartStyle &style, const PanelFrame &frame, const QRectF &bounds) const
{
    const QFontMetricsF metrics(style.tickFont);
    const double top = frame.plot.bottom() + style.gap(Spacing::tight);
    const auto line = [&](const QString &text, double x, qsizetype row, const QColor &color) {
        const double width = metrics.horizontalAdvance(text);
        const double left = std::clamp(x - width / 2, bounds.left(), std::max(bounds.left(), bounds.right() - width));
        painter.setPen(color);
        painter.drawText(QRectF(left, top + static_cast<double>(row) * metrics.height(), width, metrics.height()),
            Qt::AlignCenter | Qt::TextDontClip, text);
    };
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        const auto &label = m_labels[i];
        const double x = frame.position(static_cast<double>(i), frame.y.low).x();
        for (qsizetype row = 0; row < label.lines.size(); ++row)
            line(label.lines[row], x, row, style.text);
        if (!label.count.isEmpty())
            line(label.count, x, label.lines.size(), style.muted);
    }
}

void CategoryLabels::paintSlanted(
    QPainter &painter, const ChartStyle &style, const PanelFrame &frame, const QRectF &bounds) const
{
    const QFontMetricsF metrics(style.tickFont);
    painter.setPen(style.text);
    for (std::size_t i = 0; i < m_labels.size(); i += m_every) {
        const double x = frame.position(static_cast<double>(i), frame.y.low).x();
        // Towards the left edge there is less room than below.
        const double room = std::min(m_longest, (x - bounds.left()) / slanted);
        const auto text = metrics.elidedText(m_labels[i].lines.front(), Qt::ElideRight, room);
        const double width = metrics.horizontalAdvance(text);
        painter.save();
        painter.translate(x, frame.plot.bottom() + style.gap(Spacing::tight));
        painter.rotate(-slope);
        painter.drawText(QRectF(-width, 0, width, metrics.height()), Qt::AlignCenter | Qt::TextDontClip, text);
        painter.restore();
    }
}

} // namespace Decayscope
