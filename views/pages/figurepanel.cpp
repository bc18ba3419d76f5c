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
    , m_rows(new QVBoxLayout(this))
    , m_export(new QToolButton(this))
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
    m_export->setIcon(themedIcon(QStringLiteral("export")));
    m_export->setAutoRaise(true);
    m_export->setToolTip(tr("Export this figure for a paper (Ctrl+E)"));
    m_export->hide();
    setTitle(title);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);
    connectParts();

    m_controls->setSpacing(Spacing::normal);
    m_controls->addWidget(m_title);
    m_controls->addStretch(1);
    m_controls->addWidget(m_asTable);
    m_controls->addWidget(m_export);
    m_rows->setContentsMargins(
        Spacing::wide, Spacing::normal + Spacing::tight, Spacing::wide, Spacing::normal + Spacing::tight);
    m_rows->setSpacing(Spacing::normal);
    m_rows->addLayout(m_controls);
    m_rows->addWidget(m_stack, 1);
    m_rows->addWidget(m_notes);
    m_notes->hide();
}

void FigurePanel::connectParts()
{
    connect(m_asTable, &QToolButton::toggled, m_stack, [this](bool on) { m_stack->setCurrentIndex(on ? 1 : 0); });
    connect(m_export, &QToolButton::clicked, this, &FigurePanel::exportRequested);
    connect(m_chart, &ChartView::pointActivated, this, &FigurePanel::runsRequested);
    connect(m_table, &TableView::cellActivated, this, &FigurePanel::runsRequested);
}

void FigurePanel::setTitle(const QString &title)
{
    m_title->setText(title);
    m_asTable->setAccessibleName(tr("Show the data of “%1” as a table").arg(title));
    m_export->setAccessibleName(tr("Export “%1” for a paper").arg(title));
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
    m_controls->insertWidget(m_controls->count() - 2, control);
}

void FigurePanel::addBelowTitle(QLayout *controls)
{
    m_rows->insertLayout(1, controls);
}

void FigurePanel::setExportable(bool exportable)
{
    m_export->setVisible(exportable);
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
