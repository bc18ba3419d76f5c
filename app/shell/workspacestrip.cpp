// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspacestrip.h"

#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QAction>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace Decayscope {

WorkspaceStrip::WorkspaceStrip(const std::array<QAction *, pageCount> &actions, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::tight, Spacing::normal, Spacing::tight, Spacing::normal);
    layout->setSpacing(Spacing::tight);
    for (std::size_t i = 0; i < actions.size(); ++i) {
        auto *action = actions[i];
        auto *button = new QToolButton(this);
        button->setText(QString(action->text()).remove(u'&'));
        button->setIcon(action->icon());
        button->setIconSize({22, 22});
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setAutoRaise(true);
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setToolTip(
            QStringLiteral("%1 (%2)").arg(action->toolTip(), action->shortcut().toString(QKeySequence::NativeText)));
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        layout->addWidget(button);
        m_buttons[i] = button;
    }
    layout->addStretch(1);
    setPage(Page::Overview);
}

void WorkspaceStrip::setPage(Page page)
{
    m_buttons[static_cast<std::size_t>(page)]->setChecked(true);
}

void WorkspaceStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(hairline(palette()));
    painter.drawLine(rect().topRight(), rect().bottomRight());
}

} // namespace Decayscope
