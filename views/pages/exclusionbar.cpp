// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exclusionbar.h"

#include <widgets/spacing.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace Decayscope {

ExclusionBar::ExclusionBar(QWidget *parent)
    : QFrame(parent)
    , m_question(new QLabel(this))
    , m_reason(new QLineEdit(this))
{
    setAutoFillBackground(true);
    auto *exclude = new QPushButton(tr("Exclude"), this);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    exclude->setEnabled(false);
    m_question->setBuddy(m_reason);
    m_reason->setPlaceholderText(tr("For instance: the sandbox had no network"));
    m_reason->setAccessibleName(tr("Reason for excluding the chosen runs"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Spacing::wide, Spacing::normal, Spacing::wide, Spacing::normal);
    layout->setSpacing(Spacing::normal);
    layout->addWidget(m_question);
    layout->addWidget(m_reason, 1);
    layout->addWidget(exclude);
    layout->addWidget(cancel);
    connect(m_reason, &QLineEdit::textChanged, exclude,
        [exclude](const QString &text) { exclude->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_reason, &QLineEdit::returnPressed, this, &ExclusionBar::accept);
    connect(exclude, &QPushButton::clicked, this, &ExclusionBar::accept);
    connect(cancel, &QPushButton::clicked, this, &ExclusionBar::dismiss);
    hide();
}

void ExclusionBar::ask(int runs)
{
    m_question->setText(tr("Why leave %n run(s) out of every number?", nullptr, runs));
    show();
    m_reason->setFocus();
    m_reason->selectAll();
}

void ExclusionBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

void ExclusionBar::accept()
{
    const auto reason = m_reason->text().simplified();
    if (reason.isEmpty())
        return;
    hide();
    emit reasonGiven(reason);
}

void ExclusionBar::dismiss()
{
    hide();
    emit dismissed();
}

} // namespace Decayscope
