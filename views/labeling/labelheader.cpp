// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelheader.h"

#include "labelpanelitem.h"
#include "labelwords.h"

#include <widgets/badge.h>
#include <widgets/iconbutton.h>
#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QToolButton>
#include <QVBoxLayout>

namespace Decayscope {

LabelHeader::LabelHeader(QWidget *parent)
    : QWidget(parent)
    , m_position(quietLabel(this))
    , m_badge(new Badge({}, this))
    , m_title(headingLabel({}, this))
    , m_others(quietLabel(this))
    , m_undo(iconButton(QStringLiteral("undo"), tr("Undo"), this))
    , m_redo(iconButton(QStringLiteral("redo"), tr("Redo"), this))
    , m_history(iconButton(QStringLiteral("history"), tr("History of this item"), this))
    , m_reveal(iconButton(QStringLiteral("reveal"), tr("Show who made this run; it is recorded"), this))
{
    m_position->setWordWrap(false);
    m_title->setWordWrap(true);
    m_others->setTextFormat(Qt::PlainText);
    m_others->setAccessibleName(tr("What others said"));
    m_others->hide();
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layOut();
    connect(m_undo, &QToolButton::clicked, this, &LabelHeader::undoRequested);
    connect(m_redo, &QToolButton::clicked, this, &LabelHeader::redoRequested);
    connect(m_history, &QToolButton::clicked, this, &LabelHeader::historyRequested);
    connect(m_reveal, &QToolButton::clicked, this, &LabelHeader::revealRequested);
}

void LabelHeader::layOut()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(2);
    row->addWidget(m_badge);
    row->addSpacing(Spacing::tight);
    row->addWidget(m_position, 1);
    for (auto *button : {m_undo, m_redo, m_history, m_reveal})
        row->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::normal, Spacing::tight, Spacing::tight, Spacing::tight);
    layout->setSpacing(Spacing::tight);
    layout->addLayout(row);
    layout->addWidget(m_title);
    layout->addWidget(m_others);
}

void LabelHeader::setItem(const LabelPanelItem &item)
{
    const auto title = oneLine(item.title, 200);
    m_title->setText(title);
    m_title->setToolTip(title);
    m_position->setText(item.position);
    const bool isSeen = !item.isBlind || item.state.isRevealed;
    m_badge->setText(isSeen ? tr("NOT BLIND") : tr("BLIND"));
    m_badge->setToolTip(isSeen ? tr("Who made this run has been shown; labels made now are stamped so.")
                               : tr("Who made this run and what others said of it is not shown."));
    m_others->setText(isSeen ? item.others.join(u'\n') : QString());
    m_others->setVisible(!m_others->text().isEmpty());
    m_reveal->setVisible(!isSeen);
    m_undo->setEnabled(!item.isReadOnly && !item.undoText.isEmpty());
    m_undo->setToolTip(item.undoText.isEmpty() ? tr("Nothing to undo") : tr("Undo: %1").arg(item.undoText));
    m_redo->setEnabled(!item.isReadOnly && !item.redoText.isEmpty());
    m_redo->setToolTip(item.redoText.isEmpty() ? tr("Nothing to redo") : tr("Redo: %1").arg(item.redoText));
    m_history->setEnabled(!item.state.events.empty());
}

} // namespace Decayscope
