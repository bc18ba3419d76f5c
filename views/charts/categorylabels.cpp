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

QStringList cutText(const QString &text, const QFontMetricsF &metrics, double width, int most)
{
    if (const auto lines = wrappedText(text, metrics, width, most); !lines.isEmpty())
        return lines;
    QStringList lines;
    QString rest = text;
    while (lines.size() + 1 < most) {
        QString line;
        for (const auto &part : partsOf(rest)) {
            if (metrics.horizontalAdvance(QString(line % part).trimmed()) > width)
                break;
            line += part;
        }
        if (line.isEmpty())
            break;
        rest.remove(0, line.size());
        lines << line.trimmed();
    }
    return lines << metrics.elidedText(rest.trimmed(), Qt::ElideRight, width);
}

QString shortCount(const QString &count, bool isFirst)
{
    const auto parts = count.split(u'=');
    if (parts.size() != 2)
        return count;
    const auto number = parts[1].trimmed().section(u' ', 0, 0);
    return isFirst ? QString(parts[0].trimmed() % u'=' % number) : number;
}

CategoryLabels::CategoryLabels(const FigureAxis &axis, const ChartStyle &style, double slot, double longest)
    : m_slot(slot)
{
    auto shown = axis;
    if (!style.counts)
        shown.subLabels.clear();
    auto bare = shown;
    bare.subLabels.clear();
    auto shorter = shown;
    for (qsizetype i = 0; i < shorter.subLabels.size(); ++i)
        shorter.subLabels[i] = shortCount(shorter.subLabels[i], i == 0);
    const auto &font = style.tickFont;
    if (setLevel(shown, font, 1, false) || setLevel(shorter, font, 1, false))
        m_form = Form::Plain;
    else if (setLevel(shown, font, 3, false) || setLevel(shorter, font, 3, true))
        m_form = Form::Wrapped;
    else if (setLevel(bare, font, 1, false))
        m_form = Form::Plain; // Narrow panels leave the counts to caption and table.
    else
        setSlanted(shown, font, longest);
}

bool CategoryLabels::setLevel(const FigureAxis &axis, const QFont &font, int mostLines, bool mayCut)
{
    constexpr double leastCut = 9; // Letters: what is cut shorter says nothing.
    const QFontMetricsF metrics(font);
    const double width = m_slot - metrics.averageCharWidth() / 2;
    const bool canCut = mayCut && width >= leastCut * metrics.averageCharWidth();
    m_labels.clear();
    m_labels.reserve(static_cast<std::size_t>(axis.categories.size()));
    qsizetype most = 0;
    for (qsizetype i = 0; i < axis.categories.size(); ++i) {
        Label label{
            .lines = wrappedText(axis.categories[i], metrics, width, mostLines), .count = axis.subLabels.value(i)};
        if (label.lines.isEmpty() && canCut)
            label.lines = cutText(axis.categories[i], metrics, width, mostLines);
        if (label.lines.isEmpty() || metrics.horizontalAdvance(label.count) > width)
            return false;
        most = std::max(most, label.lines.size() + (label.count.isEmpty() ? 0 : 1));
        m_labels.push_back(std::move(label));
    }
    m_height = static_cast<double>(most) * lineHeight(font);
    return true;
}

void CategoryLabels::setSlanted(const FigureAxis &axis, const QFont &font, double longest)
{
    const QFontMetricsF metrics(font);
    m_form = Form::Slanted;
    m_longest = longest;
    const auto texts = [&axis](bool withCounts) {
        QStringList made;
        for (qsizetype i = 0; i < axis.categories.size(); ++i) {
            const auto count = withCounts ? axis.subLabels.value(i) : QString();
            made << (count.isEmpty() ? axis.categories[i] : QString(axis.categories[i] % u" · " % count));
        }
        return made;
    };
    const auto widest = [&metrics](const QStringList &all) {
        double width = 0;
        for (const auto &text : all)
            width = std::max(width, metrics.horizontalAdvance(text));
        return width;
    };
    // Names before counts where both are too long.
    const bool withCounts = widest(texts(true)) <= longest;
    m_labels.clear();
    m_labels.reserve(static_cast<std::size_t>(axis.categories.size()));
    for (const auto &text : texts(withCounts))
        m_labels.push_back({.lines = {text}, .count = {}});
    m_height = (std::min(widest(texts(withCounts)), longest) + lineHeight(font)) * slanted;
    const double needed = lineHeight(font) / slanted;
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
    const double height = lineHeight(style.tickFont);
    const double top = frame.plot.bottom() + style.gap(Spacing::tight);
    const auto line = [&](const QString &text, double x, qsizetype row, const QColor &color) {
        const double width = metrics.horizontalAdvance(text);
        const double left = std::clamp(x - width / 2, bounds.left(), std::max(bounds.left(), bounds.right() - width));
        painter.setPen(color);
        painter.drawText(QRectF(left, top + static_cast<double>(row) * height, width, height),
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
        painter.drawText(
            QRectF(-width, 0, width, lineHeight(style.tickFont)), Qt::AlignCenter | Qt::TextDontClip, text);
        painter.restore();
    }
}

} // namespace Decayscope
