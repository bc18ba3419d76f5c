// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "findbar.h"

#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace Decayscope {

namespace {

QToolButton *addButton(QHBoxLayout *row, const QString &text, const QString &tip)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setAutoRaise(true);
    row->addWidget(button);
    return button;
}

} // namespace

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_status(new QLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Spacing::normal, Spacing::tight, Spacing::normal, Spacing::tight);
    row->setSpacing(Spacing::tight);
    m_text->setPlaceholderText(tr("Find in this run"));
    m_text->setAccessibleName(tr("Find in this run"));
    m_text->setMaxLength(1000);
    row->addWidget(m_text, 1);
    m_expression = addButton(row, QStringLiteral(".*"), tr("Regular expression"));
    m_case = addButton(row, QStringLiteral("Aa"), tr("Match case"));
    row->addWidget(m_status);
    connect(addButton(row, QStringLiteral("\u2191"), tr("Previous hit")), &QToolButton::clicked, this,
        [this] { emit stepRequested(-1); });
    connect(addButton(row, QStringLiteral("\u2193"), tr("Next hit")), &QToolButton::clicked, this,
        [this] { emit stepRequested(1); });
    connect(addButton(row, QStringLiteral("\u2715"), tr("Close")), &QToolButton::clicked, this, &FindBar::closed);
    for (auto *button : {m_expression, m_case}) {
        button->setCheckable(true);
        connect(button, &QToolButton::toggled, this, &FindBar::queryChanged);
    }
    connect(m_text, &QLineEdit::textChanged, this, &FindBar::queryChanged);
    setFocusProxy(m_text);
}

FindQuery FindBar::query() const
{
    return {.pattern = m_text->text(),
        .isRegularExpression = m_expression->isChecked(),
        .isCaseSensitive = m_case->isChecked()};
}

void FindBar::setSwitches(bool isRegularExpression, bool isCaseSensitive)
{
    m_expression->setChecked(isRegularExpression);
    m_case->setChecked(isCaseSensitive);
}

void FindBar::setStatus(const QString &status, bool isProblem)
{
    m_status->setText(isProblem ? status.left(60) : status);
    m_status->setToolTip(status);
    m_status->setAccessibleName(status);
}

QString FindBar::status() const
{
    return m_status->toolTip();
}

void FindBar::open()
{
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else if (isReturn)
        emit stepRequested(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace Decayscope
