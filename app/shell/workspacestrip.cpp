// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspacestrip.h"

#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QAction>
#include <QEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace Decayscope {

namespace {

constexpr int roomyIcon = 22;
constexpr int closeIcon = 18;
constexpr int closeMargin = 1; ///< Around icon and name of a button.

} // namespace

WorkspaceStrip::WorkspaceStrip(const std::array<QAction *, pageCount> &actions, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::tight, Spacing::normal, Spacing::tight, Spacing::normal);
    layout->setSizeConstraint(QLayout::SetNoConstraint); // minimumSizeHint() says how low it may become
    for (std::size_t i = 0; i < actions.size(); ++i) {
        auto *action = actions[i];
        auto *button = new QToolButton(this);
        button->setText(QString(action->text()).remove(u'&'));
        button->setIcon(action->icon());
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
    setDensity(Density::Roomy);
}

void WorkspaceStrip::setPage(Page page)
{
    m_buttons[static_cast<std::size_t>(page)]->setChecked(true);
}

QSize WorkspaceStrip::minimumSizeHint() const
{
    return {layout()->sizeHint().width(), heightOf(Density::IconsOnly)};
}

void WorkspaceStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void WorkspaceStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_density.reset(); // Buttons of another height.
        fit();
    }
}

/// The roomiest way in which all pages have their place.
void WorkspaceStrip::fit()
{
    for (const auto density : {Density::Roomy, Density::Close}) {
        if (heightOf(density) <= height())
            return setDensity(density);
    }
    setDensity(Density::IconsOnly);
}

int WorkspaceStrip::heightOf(Density density) const
{
    const int text = fontMetrics().height();
    const int count = pageCount;
    switch (density) {
    case Density::Roomy:
        return count * (roomyIcon + text + 3 * Spacing::tight) + (count - 1) * Spacing::tight + 2 * Spacing::normal;
    case Density::Close:
        return count * (closeIcon + text + 4 * closeMargin) + 2 * Spacing::tight;
    case Density::IconsOnly:
        return count * (closeIcon + 2 * Spacing::tight) + 2 * Spacing::tight;
    }
    return 0;
}

void WorkspaceStrip::setDensity(Density density)
{
    if (m_density == density)
        return;
    m_density = density;
    const bool isRoomy = density == Density::Roomy;
    const int text = density == Density::IconsOnly ? 0 : fontMetrics().height();
    const int margins = isRoomy ? 3 * Spacing::tight : density == Density::Close ? 4 * closeMargin : 2 * Spacing::tight;
    const int icon = isRoomy ? roomyIcon : closeIcon;
    for (auto *button : m_buttons) {
        button->setIconSize({icon, icon});
        button->setToolButtonStyle(text > 0 ? Qt::ToolButtonTextUnderIcon : Qt::ToolButtonIconOnly);
        button->setFixedHeight(icon + text + margins);
    }
    const int edge = isRoomy ? Spacing::normal : Spacing::tight;
    layout()->setContentsMargins(Spacing::tight, edge, Spacing::tight, edge);
    layout()->setSpacing(isRoomy ? Spacing::tight : 0);
}

void WorkspaceStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(hairline(palette()));
    painter.drawLine(rect().topRight(), rect().bottomRight());
}

} // namespace Decayscope
