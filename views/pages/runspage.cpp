// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runspage.h"

#include "exclusionbar.h"

#include <tables/runtableview.h>
#include <widgets/chip.h>
#include <widgets/icons.h>
#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Decayscope {

RunsPage::RunsPage(QWidget *parent)
    : QWidget(parent)
    , m_filterBar(new FilterBar(this))
    , m_origin(new Chip({}, this))
    , m_count(quietLabel(this))
    , m_columns(new QToolButton(this))
    , m_table(new RunTableView(this))
    , m_exclusion(new ExclusionBar(this))
    , m_overlay(new StateOverlay(m_table))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_origin->hide();
    m_columns->setIcon(themedIcon(QStringLiteral("columns")));
    m_columns->setText(tr("Columns ▾"));
    m_columns->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_columns->setPopupMode(QToolButton::InstantPopup);
    m_columns->setFocusPolicy(Qt::StrongFocus);
    m_columns->setMenu(new QMenu(m_columns));
    layOut();

    connect(m_filterBar, &FilterBar::filterChosen, this, &RunsPage::filterChosen);
    connect(m_filterBar, &FilterBar::savedFiltersEdited, this, &RunsPage::savedFiltersEdited);
    connect(m_origin, &Chip::clicked, this, &RunsPage::originDismissed);
    connect(m_columns->menu(), &QMenu::aboutToShow, this, [this] {
        m_columns->menu()->clear();
        m_table->fillColumnMenu(*m_columns->menu());
    });
    connect(m_table, &RunTableView::runActivated, this, &RunsPage::runChosen);
    connect(m_table, &RunTableView::menuRequested, this, &RunsPage::openMenu);
    connect(m_table, &RunTableView::selectedRunsChanged, this, &RunsPage::updateCount);
    connect(m_exclusion, &ExclusionBar::reasonGiven, this,
        [this](const QString &reason) { emit exclusionRequested(selectedIds(false), reason); });
    connect(m_exclusion, &ExclusionBar::dismissed, m_table, qOverload<>(&QWidget::setFocus));
}

void RunsPage::setFilter(const RunFilter &filter)
{
    m_filterBar->setFilter(filter);
}

void RunsPage::setRuns(RunList list)
{
    m_shown = static_cast<qsizetype>(list.runs.size());
    m_total = list.total;
    m_filterBar->setCounts(list.counts);
    m_table->setRuns(std::move(list.runs), list.styles);
    m_overlay->setState(m_shown > 0 ? ViewState::ready()
                                    : ViewState::empty(tr("No runs"),
                                          tr("No run of this study passes the filter. Take a chip away to widen it.")));
    updateCount();
}

void RunsPage::setState(const ViewState &state)
{
    m_overlay->setState(state);
}

void RunsPage::setSavedFilters(const std::vector<NamedFilter> &filters)
{
    m_filterBar->setSavedFilters(filters);
}

void RunsPage::setOrigin(const QString &title)
{
    const auto text = title.isEmpty() ? QString() : tr("Runs behind %1").arg(title);
    m_origin->setText(text);
    m_origin->setToolTip(text);
    m_origin->setAccessibleName(tr("Show all runs again instead of those behind %1").arg(title));
    m_origin->setVisible(!title.isEmpty());
    m_origin->updateGeometry();
}

QString RunsPage::origin() const
{
    return m_origin->isHidden() ? QString() : m_origin->text();
}

void RunsPage::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
}

void RunsPage::excludeSelection()
{
    const auto runs = selectedIds(false);
    if (!runs.empty() && !m_readOnly)
        m_exclusion->ask(static_cast<int>(runs.size()));
}

void RunsPage::includeSelection()
{
    const auto runs = selectedIds(true);
    if (!runs.empty() && !m_readOnly)
        emit inclusionRequested(runs);
}

void RunsPage::focusFilter()
{
    m_filterBar->focusText();
}

QString RunsPage::countText() const
{
    return m_count->text();
}

void RunsPage::layOut()
{
    auto *foot = new QHBoxLayout;
    foot->setSpacing(Spacing::normal);
    foot->addWidget(m_origin);
    foot->addWidget(m_count, 1);
    foot->addWidget(m_columns);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(Spacing::wide, Spacing::normal + Spacing::tight, Spacing::wide, Spacing::normal);
    head->setSpacing(Spacing::normal);
    head->addWidget(m_filterBar);
    head->addLayout(foot);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *body = new QHBoxLayout;
    body->setContentsMargins(Spacing::normal, 0, 0, 0);
    body->addWidget(m_table);
    layout->addLayout(head);
    layout->addLayout(body, 1);
    layout->addWidget(m_exclusion);
}

void RunsPage::openMenu(QPoint position)
{
    QMenu menu(this);
    const auto chosen = m_table->selectedRuns();
    auto *read = menu.addAction(themedIcon(QStringLiteral("run")), tr("Read run"), this,
        [this, &chosen] { emit runChosen(chosen.front().id); });
    auto *compare = menu.addAction(themedIcon(QStringLiteral("compare")), tr("Compare"), this, [this, &chosen] {
        std::vector<RunId> ids;
        for (const auto &run : chosen)
            ids.push_back(run.id);
        emit comparisonRequested(ids);
    });
    read->setEnabled(chosen.size() == 1);
    compare->setEnabled(chosen.size() >= 2 && chosen.size() <= 4);
    menu.addSeparator();
    auto *exclude = menu.addAction(
        themedIcon(QStringLiteral("exclude")), tr("Exclude with a reason …"), this, &RunsPage::excludeSelection);
    auto *include
        = menu.addAction(themedIcon(QStringLiteral("include")), tr("Include again"), this, &RunsPage::includeSelection);
    menu.addSeparator();
    menu.addAction(themedIcon(QStringLiteral("copy")), tr("Copy rows"), m_table, &RunTableView::copySelection);
    exclude->setEnabled(!m_readOnly && !selectedIds(false).empty());
    include->setEnabled(!m_readOnly && !selectedIds(true).empty());
    menu.exec(position);
}

void RunsPage::updateCount()
{
    const QLocale locale;
    auto text = tr("%1 of %2 runs").arg(locale.toString(m_shown), locale.toString(m_total));
    if (const auto selected = m_table->selectionModel()->selectedRows().size(); selected > 1)
        text += tr(" · %1 selected").arg(locale.toString(selected));
    m_count->setText(text);
}

std::vector<RunId> RunsPage::selectedIds(bool excluded) const
{
    std::vector<RunId> ids;
    for (const auto &run : m_table->selectedRuns()) {
        if (run.exclusion.has_value() == excluded)
            ids.push_back(run.id);
    }
    return ids;
}

} // namespace Decayscope
