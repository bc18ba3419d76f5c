// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workdialog.h"

#include "formparts.h"

#include <widgets/messagebar.h>
#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace Decayscope {

WorkDialog::WorkDialog(const QString &title, const QString &action, QWidget *parent)
    : QDialog(parent)
    , m_message(new MessageBar(this))
    , m_scope(quietLabel(this))
    , m_form(new QFormLayout)
    , m_progress(new QProgressBar(this))
    , m_what(quietLabel(this))
    , m_close(new QPushButton(tr("Close"), this))
    , m_start(new QPushButton(action, this))
{
    setWindowTitle(title);
    setWindowModality(Qt::NonModal);
    setMinimumWidth(560);
    arrangeForm(*m_form);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_close->setAutoDefault(false);
    m_start->setDefault(true);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(Spacing::wide, Spacing::wide, Spacing::wide, Spacing::wide);
    body->setSpacing(Spacing::wide);
    body->addWidget(m_scope);
    body->addLayout(m_form);
    body->addWidget(m_progress);
    body->addWidget(m_what);
    body->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Spacing::normal);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_start);
    body->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addLayout(body);
    m_message->hide();
    connect(m_close, &QPushButton::clicked, this, &WorkDialog::reject);
    connect(m_start, &QPushButton::clicked, this, &WorkDialog::begin);
    showWorking(false);
}

void WorkDialog::setScope(const QString &words)
{
    m_scope->setText(words);
}

QLineEdit *WorkDialog::addPathField(const QString &title, const QString &tip)
{
    auto *field = new QLineEdit(this);
    auto *button = new QToolButton(this);
    button->setText(tr("Browse …"));
    button->setAccessibleName(tr("Browse for %1").arg(plainTitle(title)));
    addField(*m_form, title, fieldRow({field, button}, this), tip, field);
    connect(button, &QToolButton::clicked, this, [this, field] {
        if (const auto path = browsePath(); !path.isEmpty())
            field->setText(path);
    });
    connect(
        field, &QLineEdit::textChanged, this, [this](const QString &text) { setStartable(!text.trimmed().isEmpty()); });
    return field;
}

void WorkDialog::setStartable(bool startable)
{
    m_isStartable = startable;
    m_start->setEnabled(startable && !m_isWorking);
}

void WorkDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_start->setFocus();
}

void WorkDialog::begin()
{
    m_message->hide();
    m_progress->setRange(0, 0);
    m_what->setText(tr("Starting …"));
    showWorking(true);
    emit startRequested();
}

void WorkDialog::setProgress(int done, int total, const QString &what)
{
    m_progress->setRange(0, total);
    m_progress->setValue(done);
    m_what->setText(what);
}

void WorkDialog::showResult(const QString &sentence, bool isProblem)
{
    showWorking(false);
    m_message->showMessage(isProblem ? MessageBar::Kind::Problem : MessageBar::Kind::Information, sentence);
}

void WorkDialog::showWorking(bool isWorking)
{
    m_isWorking = isWorking;
    m_close->setText(isWorking ? tr("Cancel") : tr("Close"));
    m_start->setEnabled(m_isStartable && !isWorking);
    auto policy = m_progress->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(policy);
    m_progress->setVisible(isWorking);
    setQuietText(*m_what, isWorking ? m_what->text() : QString());
}

void WorkDialog::reject()
{
    if (m_isWorking)
        return emit cancelRequested();
    QDialog::reject();
}

} // namespace Decayscope
