// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paperflow.h"

#include <printing/paperunits.h>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr double unitsPerMillimetre = paperUnitsPerInch / 25.4;
constexpr QSizeF a4{210 * unitsPerMillimetre, 297 * unitsPerMillimetre};
constexpr double side = 20 * unitsPerMillimetre;
constexpr double top = 23 * unitsPerMillimetre;
constexpr double bottom = 22 * unitsPerMillimetre;
constexpr int leastLines = 2; ///< Of a paragraph at the foot of a page.

} // namespace

PaperFlow::PaperFlow()
    : m_pages(1)
    , m_y(top)
{ }

double PaperFlow::left()
{
    return side;
}

double PaperFlow::width()
{
    return a4.width() - 2 * side;
}

double PaperFlow::pageHeight()
{
    return a4.height() - top - bottom;
}

QSizeF PaperFlow::paper()
{
    return a4;
}

double PaperFlow::room() const
{
    return a4.height() - bottom - m_y;
}

void PaperFlow::breakPage()
{
    if (m_pages.back().empty())
        return;
    m_pages.emplace_back();
    m_y = top;
}

void PaperFlow::skip(double distance)
{
    if (!m_pages.back().empty())
        m_y += distance;
}

void PaperFlow::ensure(double height)
{
    if (height > room())
        breakPage();
}

void PaperFlow::place(double height, std::function<void(QPainter &painter, QPointF at)> paint)
{
    ensure(height);
    const QPointF at(left(), m_y);
    m_pages.back().push_back([paint = std::move(paint), at](QPainter &painter) { paint(painter, at); });
    m_y += height;
}

void PaperFlow::text(const PaperText &text, double indent)
{
    const int count = text.lineCount();
    ensure(text.lineHeight() * std::min(count, leastLines));
    for (int line = 0; line < count; ++line)
        place(text.lineHeight(), [text, line, indent](QPainter &painter, QPointF at) {
            text.paintLine(painter, line, at + QPointF(indent, 0));
        });
}

void PaperFlow::rule(const QColor &color, double thickness, double length)
{
    place(thickness, [color, thickness, length](QPainter &painter, QPointF at) {
        painter.fillRect(QRectF(at, QSizeF(length, thickness)), color);
    });
}

} // namespace Decayscope
