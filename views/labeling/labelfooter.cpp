// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelfooter.h"

#include "inlinefield.h"
#include "labelpanelitem.h"
#include "labelwords.h"
#include "primarybutton.h"

#include <widgets/iconbutton.h>
#include <widgets/icons.h>
#include <widgets/quietlabel.h>
#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace Decayscope {

namespace {

constexpr int signSize = 14;
constexpr qsizetype mostProblems = 3;

} // namespace

LabelFooter::LabelFooter(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_statement(quietLabel(this))
    , m_reason(new InlineField(tr("Reason for skipping"), tr("Why skip it? Enter skips"), this))
    , m_flag(iconButton(QStringLiteral("flag"), tr("Flag for discussion"), this))
    , m_skip(iconButton(QStringLiteral("skip"), tr("Skip with a reason"), this))
    , m_commit(new PrimaryButton(tr("Commit and next ⏎"), this))
{
    m_flag->setCheckable(true);
    m_commit->setAutoDefault(false);
    m_commit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    layOut();
    connect(m_flag, &QToolButton::clicked, this, &LabelFooter::flagToggled);
    connect(m_skip, &QToolButton::clicked, this, &LabelFooter::openSkip);
    connect(m_commit, &PrimaryButton::clicked, this, &LabelFooter::commitRequested);
    connect(m_reason, &InlineField::taken, this, &LabelFooter::skipped);
    connect(m_reason, &InlineField::left, this, &LabelFooter::skipClosed);
}

void LabelFooter::layOut()
{
    m_icon->setAlignment(Qt::AlignTop);
    auto *words = new QHBoxLayout;
    words->setSpacing(Spacing::tight);
    words->addWidget(m_icon);
    words->addWidget(m_statement, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Spacing::tight);
    buttons->addWidget(m_flag);
    buttons->addWidget(m_skip);
    buttons->addWidget(m_commit, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::normal, Spacing::normal, Spacing::normal, Spacing::normal);
    layout->setSpacing(Spacing::tight);
    layout->addLayout(words);
    layout->addWidget(m_reason);
    layout->addLayout(buttons);
}

void LabelFooter::setItem(const LabelPanelItem &item)
{
    const auto &state = item.state;
    m_flag->setChecked(state.isFlagged);
    for (auto *button : {m_flag, m_skip})
        button->setEnabled(!item.isReadOnly);
    m_commit->setEnabled(!item.isReadOnly);
    m_icon->clear();
    const auto stands = [&] { return tr("Committed %1").arg(clockText(state.committedTime)); };
    if (item.isReadOnly)
        say(item.readOnlyReason.isEmpty() ? tr("This study is read-only.") : item.readOnlyReason, true);
    else if (state.skipped)
        say(tr("Skipped: %1").arg(oneLine(*state.skipped)), false);
    else if (state.committed && !state.isHalfMade())
        say(stands(), false);
    else if (!item.problems.isEmpty())
        say(item.problems.first(std::min(item.problems.size(), mostProblems)).join(u' '), false);
    else
        say(state.committed ? tr("%1, changed since. Commit to let the change count.").arg(stands())
                            : tr("Ready to commit."),
            false);
}

void LabelFooter::openSkip()
{
    m_reason->openEmpty();
}

void LabelFooter::closeSkip()
{
    m_reason->closeEmpty();
}

void LabelFooter::refuse(const QStringList &problems)
{
    say(problems.join(u' '), true);
}

QString LabelFooter::statement() const
{
    return m_statement->text();
}

void LabelFooter::say(const QString &text, bool isLoud)
{
    m_statement->setText(oneLine(text, 600));
    auto font = m_statement->font();
    font.setWeight(isLoud ? QFont::DemiBold : QFont::Normal);
    m_statement->setFont(font);
    m_statement->setForegroundRole(isLoud ? QPalette::WindowText : QPalette::PlaceholderText);
    m_icon->setPixmap(isLoud ? themedIcon(QStringLiteral("warning")).pixmap(signSize) : QPixmap());
    m_icon->setVisible(isLoud);
}

void LabelFooter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(hairline(palette()));
    painter.drawLine(rect().topLeft(), rect().topRight());
}

} // namespace Decayscope
