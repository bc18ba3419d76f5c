// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gotobar.h"

#include <widgets/spacing.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace Decayscope {

GoToBar::GoToBar(QWidget *parent)
    : QWidget(parent)
    , m_number(new QLineEdit(this))
    , m_hint(new QLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Spacing::normal, Spacing::tight, Spacing::normal, Spacing::tight);
    row->setSpacing(Spacing::normal);
    m_number->setAccessibleName(tr("Number of the turn"));
    m_number->setPlaceholderText(tr("Turn"));
    m_number->setMaxLength(10);
    m_number->setMaximumWidth(10 * fontMetrics().averageCharWidth() + 2 * Spacing::wide);
    row->addWidget(m_number);
    row->addWidget(m_hint, 1);
    setFocusProxy(m_number);
}

void GoToBar::open(int turns)
{
    m_turns = turns;
    m_hint->setText(tr("1 to %1, then Enter").arg(turns));
    show();
    m_number->setFocus(Qt::ShortcutFocusReason);
    m_number->selectAll();
}

void GoToBar::go()
{
    bool ok = false;
    const int number = m_number->text().trimmed().toInt(&ok);
    if (!ok || number < 1 || number > m_turns) {
        m_hint->setText(tr("There is no such turn: enter a number from 1 to %1.").arg(m_turns));
        m_number->selectAll();
        return;
    }
    emit turnRequested(number - 1);
    emit closed();
}

void GoToBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        go();
    else
        QWidget::keyPressEvent(event);
}

} // namespace Decayscope
