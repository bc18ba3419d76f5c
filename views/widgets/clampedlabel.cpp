// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clampedlabel.h"

#include "tones.h"

#include <QPainter>
#include <QTextLayout>

namespace Decayscope {

namespace {

constexpr double smaller = 0.92;

} // namespace

ClampedLabel::ClampedLabel(int lines, QWidget *parent)
    : QWidget(parent)
    , m_lines(lines)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ClampedLabel::setText(const QString &text)
{
    m_text = text;
    setToolTip(text.isEmpty() ? QString() : QString(u"<p>" % text.toHtmlEscaped() % u"</p>"));
    setAccessibleName(text);
    update();
}

QSize ClampedLabel::sizeHint() const
{
    return {200, QFontMetrics(smallFont()).lineSpacing() * m_lines};
}

QSize ClampedLabel::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void ClampedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto font = smallFont();
    const QFontMetrics metrics(font);
    painter.setFont(font);
    painter.setPen(mutedText(palette()));
    QTextLayout layout(m_text, font);
    layout.beginLayout();
    for (int number = 0; number < m_lines; ++number) {
        auto line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width());
        const auto rest = m_text.sliced(line.textStart());
        const bool isLast = number + 1 == m_lines;
        const auto shown = isLast ? metrics.elidedText(rest, Qt::ElideRight, width()) : rest.first(line.textLength());
        painter.drawText(QRect(0, number * metrics.lineSpacing(), width(), metrics.lineSpacing()),
            Qt::AlignLeft | Qt::AlignVCenter, shown.trimmed());
    }
    layout.endLayout();
}

QFont ClampedLabel::smallFont() const
{
    return figuresFont(font(), smaller);
}

} // namespace Decayscope
