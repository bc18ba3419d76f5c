// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurepanel.h"

#include <charts/chartview.h>
#include <figures/figuretable.h>
#include <tables/tableview.h>
#include <widgets/clampedlabel.h>
#include <widgets/icons.h>
#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace Decayscope {

namespace {

constexpr int noteLines = 2; ///< Of a figure's notes; the rest is read in the tool tip.

} // namespace

FigurePanel::FigurePanel(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(headingLabel(title, this))
    , m_controls(new QHBoxLayout)
    , m_asTable(new QToolButton(this))
    , m_stack(new QStackedWidget(this))
    , m_chart(new ChartView(this))
    , m_table(new TableView(this))
    , m_notes(new ClampedLabel(noteLines, this))
{
    m_asTable->setIcon(themedIcon(QStringLiteral("table")));
    m_asTable->setCheckable(true);
    m_asTable->setAutoRaise(true);
    m_asTable->setToolTip(tr("Show the data as a table (Alt+D)"));
    m_asTable->setAccessibleName(tr("Show the data of “%1” as a table").arg(title));
    connect(m_asTable, &QToolButton::toggled, m_stack, [this](bool on) { m_stack->setCurrentIndex(on ? 1 : 0); });
    connect(m_chart, &ChartView::pointActivated, this, &FigurePanel::runsRequested);
    connect(m_table, &TableView::cellActivated, this, &FigurePanel::runsRequested);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);

    m_controls->setSpacing(Spacing::normal);
    m_controls->addWidget(m_title);
    m_controls->addStretch(1);
    m_controls->addWidget(m_asTable);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Spacing::wide, Spacing::normal + Spacing::tight, Spacing::wide, Spacing::normal + Spacing::tight);
    layout->setSpacing(Spacing::normal);
    layout->addLayout(m_controls);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_notes);
    m_notes->hide();
}

void FigurePanel::setFigure(const FigureSpec &figure)
{
    m_chart->setFigure(figure);
    m_table->setTable(tableOfFigure(figure));
    m_notes->setText(figure.notes.join(u' '));
    m_notes->setVisible(!figure.notes.isEmpty());
}

void FigurePanel::setState(const ViewState &state)
{
    m_chart->setState(state);
    m_notes->setVisible(state.kind == ViewState::Kind::Ready && !m_notes->text().isEmpty());
}

void FigurePanel::addControl(QWidget *control)
{
    m_controls->insertWidget(m_controls->count() - 1, control);
}

void FigurePanel::setTableShown(bool shown)
{
    m_asTable->setChecked(shown);
}

bool FigurePanel::isTableShown() const
{
    return m_asTable->isChecked();
}

} // namespace Decayscope
