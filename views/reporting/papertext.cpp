// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "papertext.h"

#include "reportlook.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace Decayscope {

namespace {

void layLines(QTextLayout &layout, double width)
{
    layout.beginLayout();
    for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, 0});
    }
    layout.endLayout();
}

QList<QTextLayout::FormatRange> boldBeginning(int length)
{
    QTextCharFormat format;
    format.setFontWeight(QFont::DemiBold);
    return {{.start = 0, .length = length, .format = format}};
}

} // namespace

QFont PaperTextStyle::font() const
{
    QFont font(reportFont.toString());
    font.setPixelSize(static_cast<int>(std::lround(inPaperUnits(size))));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

PaperText::PaperText(const QString &text, const PaperTextStyle &style, double width, int bold)
    : m_style(style)
    , m_layout(std::make_shared<QTextLayout>(QString(text).replace(u'\n', QChar::LineSeparator), style.font()))
{
    QTextOption option(style.alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout->setTextOption(option);
    if (bold > 0)
        m_layout->setFormats(boldBeginning(bold));
    layLines(*m_layout, width);
}

double PaperText::lineHeight() const
{
    return inPaperUnits(m_style.size * m_style.leading);
}

void PaperText::paintLine(QPainter &painter, int line, QPointF at) const
{
    const auto laid = m_layout->lineAt(line);
    painter.setPen(m_style.color);
    laid.draw(&painter, at + QPointF(0, (lineHeight() - laid.height()) / 2));
}

void PaperText::paint(QPainter &painter, QPointF at) const
{
    for (int line = 0; line < lineCount(); ++line)
        paintLine(painter, line, at + QPointF(0, line * lineHeight()));
}

double paperTextWidth(const QString &text, const PaperTextStyle &style)
{
    return QFontMetricsF(style.font()).horizontalAdvance(text);
}

} // namespace Decayscope
