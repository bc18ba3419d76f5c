// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stateoverlay.h"

#include "icons.h"
#include "spacing.h"
#include "tones.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int iconSize = 32;
constexpr int textWidth = 420;

QString iconOf(ViewState::Kind kind)
{
    switch (kind) {
    case ViewState::Kind::Ready:
        break;
    case ViewState::Kind::Loading:
        return QStringLiteral("clock");
    case ViewState::Kind::Empty:
        return QStringLiteral("empty");
    case ViewState::Kind::Failed:
        return QStringLiteral("warning");
    }
    return {};
}

} // namespace

StateOverlay::StateOverlay(QWidget *covered)
    : QWidget(covered)
{
    covered->installEventFilter(this);
    setGeometry(covered->rect());
    hide();
}

void StateOverlay::setState(const ViewState &state)
{
    m_state = state;
    setAccessibleName(state.title);
    setAccessibleDescription(state.text);
    setVisible(state.kind != ViewState::Kind::Ready);
    raise();
    update();
}

bool StateOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void StateOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    const int width = std::min(textWidth, this->width() - 2 * Spacing::wide);
    auto titleFont = figuresFont(font(), 1.15);
    titleFont.setWeight(QFont::DemiBold);
    const QFontMetrics titleMetrics(titleFont);
    const auto textRect
        = fontMetrics().boundingRect(QRect(0, 0, width, 1000), Qt::AlignHCenter | Qt::TextWordWrap, m_state.text);
    const int total = iconSize + Spacing::normal + titleMetrics.height() + Spacing::tight + textRect.height();

    QRect line(rect().center().x() - width / 2, (height() - total) / 2, width, titleMetrics.height());
    themedIcon(iconOf(m_state.kind))
        .paint(&painter, QRect(rect().center().x() - iconSize / 2, line.y(), iconSize, iconSize), Qt::AlignCenter,
            QIcon::Disabled);
    line.translate(0, iconSize + Spacing::normal);
    painter.setFont(titleFont);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(line, Qt::AlignCenter, titleMetrics.elidedText(m_state.title, Qt::ElideRight, width));
    line.translate(0, titleMetrics.height() + Spacing::tight);
    line.setHeight(textRect.height() + Spacing::normal);
    painter.setFont(font());
    painter.setPen(mutedText(palette()));
    painter.drawText(line, Qt::AlignHCenter | Qt::TextWordWrap, m_state.text);
}

} // namespace Decayscope
