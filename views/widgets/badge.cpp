// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "badge.h"

#include "spacing.h"
#include "tones.h"

#include <QPainter>

namespace Decayscope {

Badge::Badge(const QString &text, QWidget *parent)
    : QLabel(text, parent)
{
    setContentsMargins(Spacing::normal, 2, Spacing::normal, 2);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Badge::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(outline(palette()));
    painter.setBrush(hoverFill(palette()));
    const auto body = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(body, body.height() / 2, body.height() / 2);
    painter.end();
    QLabel::paintEvent(event);
}

} // namespace Decayscope
