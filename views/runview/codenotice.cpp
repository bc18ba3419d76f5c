// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codenotice.h"

#include "codeturn.h"

#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Decayscope {

CodeNotice::CodeNotice(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setAlignment(Qt::AlignHCenter);
    m_title->setWordWrap(true);
    m_title->setFont(figuresFont(font(), 1.25));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(m_button, &QPushButton::clicked, this, [this] { emit turnRequested(m_turn); });

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::section, Spacing::section, Spacing::section, Spacing::section);
    layout->setSpacing(Spacing::normal);
    layout->addStretch(2);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
}

void CodeNotice::showNotice(const QString &title, const QString &text, int turn)
{
    m_turn = turn;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_button->setText(tr("Go to turn %1").arg(turnNumber(turn)));
    m_button->setVisible(turn >= 0);
    setAccessibleName(title);
    setAccessibleDescription(text);
}

QString CodeNotice::text() const
{
    QStringList lines{m_title->text(), m_text->text()};
    if (m_turn >= 0)
        lines.append(m_button->text());
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace Decayscope
