// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "primarybutton.h"

#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QPainter>
#include <QStyleOptionButton>

namespace Decayscope {

QSize PrimaryButton::sizeHint() const
{
    return QPushButton::sizeHint() + QSize(Spacing::wide, 0);
}

void PrimaryButton::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    if (isEnabled()) {
        const auto accent = option.palette.color(QPalette::Highlight);
        const auto ink = option.palette.color(QPalette::HighlightedText);
        const bool isLively = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
        option.palette.setColor(QPalette::Button, isLively ? mixed(accent, ink, 0.12) : accent);
        option.palette.setColor(QPalette::ButtonText, ink);
        if (option.state & QStyle::State_HasFocus)
            option.palette.setColor(QPalette::Highlight, option.palette.color(QPalette::Text));
        option.state &= ~(QStyle::State_MouseOver | QStyle::State_Sunken | QStyle::State_On);
    }
    QPainter painter(this);
    style()->drawControl(QStyle::CE_PushButton, &option, &painter, this);
}

} // namespace Decayscope
