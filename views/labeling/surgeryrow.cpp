// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "surgeryrow.h"

#include "keepkeys.h"
#include "primarybutton.h"

#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace Decayscope {

namespace {

constexpr int longestText = 4000;

} // namespace

SurgeryRow::SurgeryRow(QWidget *parent)
    : QFrame(parent)
    , m_question(new QLabel(this))
    , m_titles(new QLineEdit(this))
    , m_reason(new QLineEdit(this))
    , m_problem(quietLabel(this))
    , m_apply(new PrimaryButton(tr("Make a new version"), this))
{
    setFrameShape(QFrame::StyledPanel);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    m_titles->setAccessibleName(tr("Titles of the new codes"));
    m_reason->setAccessibleName(tr("Reason for the change"));
    m_reason->setPlaceholderText(tr("Why? It is kept with the version"));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    for (auto *field : {m_titles, m_reason}) {
        field->setMaxLength(longestText);
        keepKeys(field, {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Escape});
        field->installEventFilter(this);
    }
    for (auto *button : {m_apply, cancel})
        button->setAutoDefault(false);
    auto *last = new QHBoxLayout;
    last->setSpacing(Spacing::normal);
    last->addWidget(m_reason, 1);
    last->addWidget(cancel);
    last->addWidget(m_apply);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::normal, Spacing::normal, Spacing::normal, Spacing::normal);
    layout->setSpacing(Spacing::normal);
    layout->addWidget(m_question);
    layout->addWidget(m_titles);
    layout->addLayout(last);
    layout->addWidget(m_problem);
    connect(m_apply, &QPushButton::clicked, this, &SurgeryRow::applied);
    connect(cancel, &QPushButton::clicked, this, &SurgeryRow::cancelled);
    hide();
}

void SurgeryRow::ask(const QString &question, const QString &titlesHint)
{
    m_question->setText(question);
    m_titles->clear();
    m_titles->setPlaceholderText(titlesHint);
    m_titles->setVisible(!titlesHint.isEmpty());
    m_reason->clear();
    refuse({});
    show();
    (titlesHint.isEmpty() ? m_reason : m_titles)->setFocus(Qt::OtherFocusReason);
}

void SurgeryRow::close()
{
    hide();
}

void SurgeryRow::refuse(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

QString SurgeryRow::question() const
{
    return isHidden() ? QString() : m_question->text();
}

QString SurgeryRow::problem() const
{
    return m_problem->text();
}

QStringList SurgeryRow::titles() const
{
    QStringList titles;
    for (const auto &part : m_titles->text().split(u';')) {
        if (const auto title = part.simplified(); !title.isEmpty())
            titles << title;
    }
    return titles;
}

QString SurgeryRow::reason() const
{
    return m_reason->text().trimmed();
}

bool SurgeryRow::eventFilter(QObject *watched, QEvent *event)
{
    if (isOneOf(*event, {Qt::Key_Escape}))
        emit cancelled();
    else if (isOneOf(*event, {Qt::Key_Return, Qt::Key_Enter}) && watched == m_titles)
        m_reason->setFocus(Qt::TabFocusReason);
    else if (isOneOf(*event, {Qt::Key_Return, Qt::Key_Enter}))
        emit applied();
    else
        return QFrame::eventFilter(watched, event);
    return true;
}

} // namespace Decayscope
