// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "overviewpage.h"

#include "figurepanel.h"
#include "headlinepanel.h"

#include <tables/tableview.h>
#include <widgets/segmentedswitch.h>
#include <widgets/spacing.h>

#include <QCheckBox>
#include <QDataStream>
#include <QIODevice>
#include <QSplitter>
#include <QVBoxLayout>

namespace Decayscope {

OverviewPage::OverviewPage(QWidget *parent)
    : QWidget(parent)
    , m_decay(new FigurePanel(tr("Decay curves"), this))
    , m_effects(new FigurePanel(tr("What each constraint costs"), this))
    , m_effectsTable(new TableView(this))
    , m_headline(new HeadlinePanel(this))
    , m_metric(new SegmentedSwitch(tr("Metric"), {tr("A%"), tr("pass@1")}, this))
    , m_published(new QCheckBox(tr("Published"), this))
    , m_sides(new QSplitter(Qt::Horizontal, this))
    , m_right(new QSplitter(Qt::Vertical, this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_metric->setTips({tr("Mean share of passed assertions; the switch at the window's top says which verifiers count"),
        tr("Chance that one trial succeeds")});
    m_published->setToolTip(tr("Marks the values published with the study"));
    m_decay->addControl(m_published);
    m_decay->addControl(m_metric);
    m_sides->addWidget(leftSide());
    m_sides->addWidget(rightSide());
    m_sides->setStretchFactor(0, 3);
    m_sides->setStretchFactor(1, 2);
    m_sides->setSizes({600, 400});
    m_sides->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_sides);

    connect(m_metric, &SegmentedSwitch::chosen, this, &OverviewPage::announce);
    connect(m_published, &QCheckBox::toggled, this, &OverviewPage::announce);
    connect(m_decay, &FigurePanel::runsRequested, this, &OverviewPage::runsRequested);
    connect(m_effects, &FigurePanel::runsRequested, this, &OverviewPage::runsRequested);
    connect(m_effectsTable, &TableView::cellActivated, this, &OverviewPage::runsRequested);
}

void OverviewPage::setOptions(const OverviewOptions &options)
{
    const QSignalBlocker quiet(this);
    m_metric->setCurrent(options.isPassAt1 ? 1 : 0);
    m_published->setChecked(options.publishedMarks);
}

void OverviewPage::setFigures(const OverviewFigures &figures)
{
    m_decay->setFigure(figures.decay);
    m_effects->setFigure(figures.effects);
    m_effectsTable->setTable(figures.effectsTable);
    m_headline->setHeadline(figures.headline, figures.score);
}

void OverviewPage::setState(const ViewState &state)
{
    m_decay->setState(state);
    m_effects->setState(state);
    if (state.kind != ViewState::Kind::Ready)
        m_headline->clear();
}

void OverviewPage::setTablesShown(bool shown)
{
    m_decay->setTableShown(shown);
    m_effects->setTableShown(shown);
}

bool OverviewPage::areTablesShown() const
{
    return m_decay->isTableShown();
}

QByteArray OverviewPage::layoutState() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << m_sides->saveState() << m_right->saveState();
    return bytes;
}

void OverviewPage::restoreLayoutState(const QByteArray &state)
{
    QDataStream stream(state);
    QByteArray sides;
    QByteArray right;
    stream >> sides >> right;
    m_sides->restoreState(sides);
    m_right->restoreState(right);
}

QWidget *OverviewPage::leftSide()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_headline);
    layout->addWidget(m_decay, 1);
    return side;
}

QWidget *OverviewPage::rightSide()
{
    auto *below = new QWidget(this);
    auto *layout = new QVBoxLayout(below);
    layout->setContentsMargins(Spacing::normal, 0, Spacing::normal, Spacing::normal);
    layout->addWidget(m_effectsTable);
    m_right->addWidget(m_effects);
    m_right->addWidget(below);
    m_right->setStretchFactor(0, 3);
    m_right->setStretchFactor(1, 2);
    m_right->setSizes({380, 220});
    m_right->setChildrenCollapsible(false);
    return m_right;
}

void OverviewPage::announce()
{
    emit optionsChosen({m_metric->current() == 1, m_published->isChecked()});
}

} // namespace Decayscope
