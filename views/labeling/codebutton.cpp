// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codebutton.h"

#include "keepkeys.h"

#include <widgets/icons.h>
#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QKeyEvent>
#include <QPainter>

namespace Decayscope {

namespace {

constexpr int smallestKey = 18;
constexpr int tickSize = 14;
constexpr int childIndent = Spacing::section;
constexpr int barWidth = 3;

int keySize(const QWidget &widget)
{
    return std::max(widget.fontMetrics().height(), smallestKey);
}

} // namespace

CodeButton::CodeButton(const Look &look, QWidget *parent)
    : QRadioButton(parent)
    , m_look(look)
{
    setText(look.isRetired ? tr("%1 (no longer offered)").arg(look.title) : look.title);
    setAccessibleName(look.key > 0 ? tr("%1, key %2").arg(text()).arg(look.key) : text());
    setToolTip(text());
    setAutoExclusive(false);
    keepKeys(this, {Qt::Key_Up, Qt::Key_Down, Qt::Key_Space});
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setEnabled(!look.isRetired);
}

void CodeButton::setKeysLive(bool live)
{
    m_areKeysLive = live;
    update();
}

QSize CodeButton::sizeHint() const
{
    return {220, keySize(*this) + Spacing::tight + 2};
}

void CodeButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    auto inner = rect().adjusted(Spacing::normal + (m_look.isChild ? childIndent : 0), 0, -Spacing::normal, 0);
    const int side = keySize(*this);
    const QRect key(inner.left(), inner.center().y() - side / 2 + 1, side, side);
    if (m_look.key > 0)
        paintKey(painter, key);
    inner.setLeft(key.right() + Spacing::normal);
    if (isChecked()) {
        const QRect tick(inner.right() - tickSize + 1, inner.center().y() - tickSize / 2 + 1, tickSize, tickSize);
        themedIcon(QStringLiteral("done")).paint(&painter, tick);
        inner.setRight(tick.left() - Spacing::tight);
    }
    auto words = font();
    words.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    words.setItalic(m_look.isRetired);
    painter.setFont(words);
    painter.setPen(isEnabled() || isChecked() ? palette().color(QPalette::Text) : mutedText(palette()));
    painter.drawText(
        inner, Qt::AlignVCenter | Qt::AlignLeft, QFontMetrics(words).elidedText(text(), Qt::ElideRight, inner.width()));
}

void CodeButton::paintGround(QPainter &painter) const
{
    const auto body = QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75);
    const auto accent = palette().color(QPalette::Highlight);
    if (isChecked() || (underMouse() && isEnabled())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? chosenFill(palette()) : hoverFill(palette()));
        painter.drawRoundedRect(body, Spacing::radius, Spacing::radius);
    }
    if (isChecked()) {
        painter.setBrush(accent);
        painter.drawRoundedRect(QRectF(body.left(), body.top(), barWidth, body.height()), 1.5, 1.5);
    }
    if (hasFocus()) {
        painter.setPen(QPen(accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(body, Spacing::radius, Spacing::radius);
    }
}

void CodeButton::paintKey(QPainter &painter, const QRect &place) const
{
    const bool isLive = m_areKeysLive && isEnabled();
    painter.setPen(isLive ? mutedText(palette()) : outline(palette()));
    painter.setBrush(isLive ? palette().color(QPalette::Base) : QColor(Qt::transparent));
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), Spacing::radius, Spacing::radius);
    painter.setFont(figuresFont(font(), 0.86));
    painter.setPen(isLive ? palette().color(QPalette::Text) : mutedText(palette()));
    painter.drawText(place, Qt::AlignCenter, QString::number(m_look.key));
}

void CodeButton::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        emit stepped(-1);
        return;
    case Qt::Key_Down:
        emit stepped(1);
        return;
    default:
        QRadioButton::keyPressEvent(event);
    }
}

void CodeButton::focusInEvent(QFocusEvent *event)
{
    QRadioButton::focusInEvent(event);
    emit focused();
}

} // namespace Decayscope
