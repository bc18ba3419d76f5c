// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tablespage.h"

#include "cataloguelist.h"
#include "figurepanel.h"
#include "tablepanel.h"

#include <widgets/segmentedswitch.h>

#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace Decayscope {

TablesPage::TablesPage(const std::vector<TableInfo> &catalogue, QWidget *parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_sides(new QSplitter(Qt::Horizontal, this))
    , m_list(new CatalogueList(tr("Tables"), this))
    , m_panel(new TablePanel(this))
    , m_figure(new FigurePanel(tr("Failure taxonomy"), this))
    , m_grouping(new SegmentedSwitch(
          tr("One bar for each"), {tr("Model"), tr("Framework"), tr("Level"), tr("Constraint")}, this))
    , m_detail(new SegmentedSwitch(tr("What the bars show"), {tr("Categories"), tr("Logic errors")}, this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    for (const auto &info : m_catalogue)
        m_list->addEntry(info.title, info.description);
    m_list->setCurrentEntry(0);
    showInfo(0);
    makeFigure();
    m_sides->addWidget(m_list->inColumn());
    m_panel->addAboveTable(m_figure, 3);
    m_sides->addWidget(m_panel);
    m_sides->setStretchFactor(1, 1);
    m_sides->setSizes({220, 800});
    m_sides->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_sides);

    connect(m_list, &CatalogueList::entryChosen, this, [this](int row) {
        showInfo(row);
        emit tableChosen(chosenTable());
    });
    connect(m_panel, &TablePanel::runsRequested, this, &TablesPage::runsRequested);
    connect(m_panel, &TablePanel::lookChosen, this, &TablesPage::lookChosen);
    connect(m_panel, &TablePanel::copyRequested, this, &TablesPage::copyRequested);
    connect(m_panel, &TablePanel::exportRequested, this, &TablesPage::exportRequested);
}

QString TablesPage::chosenTable() const
{
    const auto row = m_list->currentEntry();
    return row >= 0 ? m_catalogue[static_cast<std::size_t>(row)].name : QString();
}

void TablesPage::chooseTable(const QString &name)
{
    const auto found = std::ranges::find(m_catalogue, name, &TableInfo::name);
    if (found == m_catalogue.end())
        return;
    const QSignalBlocker quiet(this);
    m_list->setCurrentEntry(static_cast<int>(found - m_catalogue.begin()));
}

void TablesPage::makeFigure()
{
    m_figure->addControl(m_grouping);
    m_figure->addControl(m_detail);
    m_figure->hide();
    setTaxonomy({});
    const auto tell = [this] {
        emit taxonomyChosen({static_cast<TaxonomyGrouping>(m_grouping->current()), m_detail->current() == 1});
    };
    connect(m_grouping, &SegmentedSwitch::chosen, this, tell);
    connect(m_detail, &SegmentedSwitch::chosen, this, tell);
    connect(m_figure, &FigurePanel::runsRequested, this, &TablesPage::runsRequested);
}

void TablesPage::setTaxonomy(const TaxonomyChoice &choice)
{
    m_grouping->setCurrent(static_cast<int>(choice.by));
    m_detail->setCurrent(choice.isFine ? 1 : 0);
}

void TablesPage::setTable(const TableSpec &table, const std::optional<FigureSpec> &figure)
{
    m_figure->setVisible(figure.has_value());
    if (figure)
        m_figure->setFigure(*figure);
    m_panel->setTable(table);
}

void TablesPage::setLook(const TableLook &look)
{
    m_panel->setLook(look);
}

const TableLook &TablesPage::look() const
{
    return m_panel->look();
}

void TablesPage::setState(const ViewState &state)
{
    m_panel->setState(state);
}

TableView *TablesPage::table() const
{
    return m_panel->table();
}

QByteArray TablesPage::layoutState() const
{
    return m_sides->saveState();
}

void TablesPage::restoreLayoutState(const QByteArray &state)
{
    m_sides->restoreState(state);
}

void TablesPage::showInfo(int row)
{
    if (row < 0 || row >= static_cast<int>(m_catalogue.size()))
        return;
    const auto &info = m_catalogue[static_cast<std::size_t>(row)];
    m_panel->setHeading(info.title, info.description);
}

} // namespace Decayscope
