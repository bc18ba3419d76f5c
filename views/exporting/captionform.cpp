// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "captionform.h"

#include <widgets/iconbutton.h>
#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace Decayscope {

namespace {

constexpr int shownLines = 6;

} // namespace

CaptionForm::CaptionForm(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QPlainTextEdit(this))
    , m_reset(iconButton(QStringLiteral("undo"), tr("Let the program write the caption again"), this))
    , m_copy(iconButton(QStringLiteral("copy"), tr("Copy the caption"), this))
{
    auto *heading = headingLabel(tr("&Caption"), this);
    heading->setBuddy(m_edit);
    m_edit->setAccessibleName(tr("Caption"));
    m_edit->setTabChangesFocus(true);
    m_edit->setToolTip(
        tr("Written from what is drawn: estimator, interval, n and exclusions. Your own words replace it."));
    m_edit->setMinimumHeight(fontMetrics().lineSpacing() * shownLines);
    m_edit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(0, Spacing::normal, 0, 0);
    top->addWidget(heading, 1);
    top->addWidget(m_reset);
    top->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::tight);
    layout->addLayout(top);
    layout->addWidget(m_edit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &CaptionForm::take);
    connect(m_reset, &QToolButton::clicked, this, [this] {
        setCaption(m_written, QString());
        emit changed();
    });
    connect(m_copy, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(shown());
        emit copied();
    });
}

void CaptionForm::setCaption(const QString &written, const QString &own)
{
    m_written = written;
    m_own = own == written ? QString() : own;
    m_reset->setEnabled(!m_own.isEmpty());
    if (m_edit->toPlainText() == shown())
        return; // The place of typing stays.
    const QSignalBlocker silent(m_edit);
    m_edit->setPlainText(shown());
}

QString CaptionForm::own() const
{
    return m_own;
}

QString CaptionForm::shown() const
{
    return m_own.isEmpty() ? m_written : m_own;
}

void CaptionForm::take()
{
    const auto text = m_edit->toPlainText();
    m_own = text == m_written ? QString() : text;
    m_reset->setEnabled(!m_own.isEmpty());
    emit changed();
}

} // namespace Decayscope
