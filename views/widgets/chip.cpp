// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chip.h"

#include "icons.h"
#include "spacing.h"
#include "tones.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int crossSize = 10;
constexpr int longestText = 320;

} // namespace

Chip::Chip(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setAccessibleName(tr("Remove the filter: %1").arg(text));
    setToolTip(tr("%1 — click to remove").arg(text));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Chip::sizeHint() const
{
    const int text = std::min(fontMetrics().horizontalAdvance(this->text()), longestText);
    return {
        text + 2 * Spacing::normal + Spacing::tight + crossSize + 2, fontMetrics().height() + 2 * Spacing::tight - 2};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto accent = palette().color(QPalette::Highlight);
    painter.setPen(QPen(hasFocus() ? accent : mixed(chosenFill(palette()), accent, 0.35), hasFocus() ? 1.5 : 1.0));
    painter.setBrush(underMouse() ? mixed(chosenFill(palette()), accent, 0.15) : chosenFill(palette()));
    const auto body = QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75);
    painter.drawRoundedRect(body, body.height() / 2, body.height() / 2);

    painter.setPen(palette().color(QPalette::Text));
    const auto words = rect().adjusted(Spacing::normal, 0, -Spacing::normal - Spacing::tight - crossSize, 0);
    painter.drawText(
        words, Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(text(), Qt::ElideMiddle, words.width()));
    const QRect cross(width() - Spacing::normal - crossSize, (height() - crossSize) / 2, crossSize, crossSize);
    themedIcon(QStringLiteral("close")).paint(&painter, cross);
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

} // namespace Decayscope
