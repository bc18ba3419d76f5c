// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "setupwayedit.h"

#include "linesedit.h"

#include <widgets/iconbutton.h>
#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace Decayscope {

SetUpWayEdit::SetUpWayEdit(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_needs(new QLineEdit(this))
    , m_network(new QCheckBox(tr("Asks package registries"), this))
    , m_commands(new LinesEdit(tr("Commands of this way"), this))
    , m_up(iconButton(QStringLiteral("up"), tr("Try this way earlier"), this))
    , m_down(iconButton(QStringLiteral("down"), tr("Try this way later"), this))
    , m_remove(iconButton(QStringLiteral("close"), tr("Take this way away"), this))
    , m_fault(quietLabel(this))
{
    m_name->setAccessibleName(tr("Name of this way"));
    m_name->setPlaceholderText(tr("Name"));
    m_needs->setAccessibleName(tr("Programs this way needs"));
    m_needs->setPlaceholderText(tr("Programs it needs, with blanks between"));
    m_network->setToolTip(tr("This way is passed over where set-up may reach nothing"));
    m_commands->setPlaceholderText(tr("One shell command a line; all are tried, even where one fails"));
    m_fault->setForegroundRole(QPalette::WindowText);
    m_fault->hide();

    auto *line = new QHBoxLayout;
    line->addWidget(m_name, 2);
    line->addWidget(m_needs, 3);
    line->addWidget(m_up);
    line->addWidget(m_down);
    line->addWidget(m_remove);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, Spacing::normal);
    layout->setSpacing(Spacing::tight);
    layout->addLayout(line);
    layout->addWidget(m_network);
    layout->addWidget(m_commands);
    layout->addWidget(m_fault);

    connect(m_name, &QLineEdit::textEdited, this, &SetUpWayEdit::edited);
    connect(m_needs, &QLineEdit::textEdited, this, &SetUpWayEdit::edited);
    connect(m_network, &QCheckBox::toggled, this, &SetUpWayEdit::edited);
    connect(m_commands, &QPlainTextEdit::textChanged, this, &SetUpWayEdit::edited);
    connect(m_up, &QToolButton::clicked, this, [this] { emit moveRequested(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { emit moveRequested(1); });
    connect(m_remove, &QToolButton::clicked, this, &SetUpWayEdit::removeRequested);
}

void SetUpWayEdit::setWay(const SetUpWay &way)
{
    const QSignalBlocker quiet(this);
    m_name->setText(way.name);
    m_needs->setText(way.needs.join(u' '));
    m_network->setChecked(way.network);
    m_commands->setLines(QStringList(way.commands.begin(), way.commands.end()));
}

SetUpWay SetUpWayEdit::way() const
{
    const auto commands = m_commands->lines();
    return {.name = m_name->text().trimmed(),
        .needs = m_needs->text().split(u' ', Qt::SkipEmptyParts),
        .network = m_network->isChecked(),
        .commands = {commands.begin(), commands.end()}};
}

void SetUpWayEdit::setFault(const QString &sentence)
{
    m_fault->setText(sentence);
    m_fault->setVisible(!sentence.isEmpty());
    m_name->setAccessibleDescription(sentence);
}

void SetUpWayEdit::setPlace(int row, int rows)
{
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row + 1 < rows);
    m_remove->setEnabled(rows > 1);
}

void SetUpWayEdit::focusName()
{
    m_name->setFocus();
}

void SetUpWayEdit::focusMove(int by)
{
    auto *button = by < 0 ? m_up : m_down;
    if (button->isEnabled())
        button->setFocus();
    else
        focusName();
}

} // namespace Decayscope
