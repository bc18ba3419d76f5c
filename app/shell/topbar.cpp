// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "topbar.h"

#include <widgets/badge.h>
#include <widgets/filterchips.h>
#include <widgets/icons.h>
#include <widgets/quietlabel.h>
#include <widgets/segmentedswitch.h>
#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace Decayscope {

TopBar::TopBar(QWidget *parent)
    : QWidget(parent)
    , m_name(headingLabel({}, this))
    , m_sample(new Badge(tr("sample, made up"), this))
    , m_readOnly(new Badge(tr("read-only"), this))
    , m_chips(new FilterChips(this))
    , m_clear(new QToolButton(this))
    , m_score(new SegmentedSwitch(tr("Numbers"), {tr("strict"), tr("syntax"), tr("raw")}, this))
{
    m_score->setTips({tr("A constraint that the published heuristics find violated makes a run count as 0 (Ctrl+D)"),
        tr("A constraint that the verifiers that read code find violated makes a run count as 0 (Ctrl+D)"),
        tr("Tests alone: verifiers do not count (Ctrl+D)")});
    m_sample->setToolTip(
        tr("This study was written by the program itself to show what it does. Its numbers mean nothing."));
    m_clear->setText(tr("Clear"));
    m_clear->setAutoRaise(true);
    m_clear->setToolTip(tr("Clear the filter (Ctrl+Shift+L)"));
    m_clear->setAccessibleName(tr("Clear the filter"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Spacing::wide, Spacing::normal, Spacing::wide, Spacing::normal);
    layout->setSpacing(Spacing::normal);
    layout->addWidget(m_name);
    layout->addWidget(m_sample);
    layout->addWidget(m_readOnly);
    layout->addSpacing(Spacing::normal);
    layout->addWidget(m_chips, 1);
    layout->addWidget(m_clear);
    layout->addWidget(m_score);
    m_sample->hide();
    m_readOnly->hide();
    m_clear->hide();
    connect(m_chips, &FilterChips::filterChosen, this, &TopBar::filterChosen);
    connect(m_clear, &QToolButton::clicked, this, [this] { emit filterChosen({}); });
    connect(m_score, &SegmentedSwitch::chosen, this,
        [this](int index) { emit scoreChosen(static_cast<ScoreChoice>(index)); });
}

void TopBar::setStudy(const StudySnapshot &study)
{
    m_name->setText(study.name);
    m_name->setToolTip(study.path);
    m_sample->setVisible(study.isSample);
    m_readOnly->setVisible(study.isReadOnly);
}

void TopBar::setFilter(const RunFilter &filter)
{
    m_chips->setFilter(filter);
    m_clear->setVisible(!filter.restrictsNothing());
}

void TopBar::setScore(ScoreChoice score)
{
    m_score->setCurrent(static_cast<int>(score));
}

QString TopBar::studyText() const
{
    QStringList words{m_name->text()};
    for (const auto *badge : {m_sample, m_readOnly}) {
        if (!badge->isHidden())
            words << badge->text();
    }
    return words.join(u" · ");
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(hairline(palette()));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace Decayscope
