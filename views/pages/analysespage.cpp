// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysespage.h"

#include "analysiscontrols.h"
#include "cataloguelist.h"
#include "figurepanel.h"
#include "methodcardview.h"
#include "tablepanel.h"

#include <tables/tableview.h>
#include <widgets/icons.h>
#include <widgets/spacing.h>

#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace Decayscope {

namespace {

constexpr int plainHeight = 230;
constexpr int aroundRows = 130; ///< Buttons, axis, notes.
constexpr int tableHeight = 210;
constexpr int panelHeight = 120;
constexpr int panelsAcross = 6;

/// What is higher than its place is scrolled.
QScrollArea *scrolled(QWidget *content)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    area->setWidget(content);
    return area;
}

} // namespace

AnalysesPage::AnalysesPage(const std::vector<AnalysisInfo> &catalogue, QWidget *parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_sides(new QSplitter(Qt::Horizontal, this))
    , m_list(new CatalogueList(tr("Analyses"), this))
    , m_panel(new TablePanel(this))
    , m_controls(new AnalysisControls(this))
    , m_files(new QToolButton(this))
    , m_figure(new FigurePanel({}, this))
    , m_method(new MethodCardView(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_files->setText(tr("Save data and script …"));
    m_files->setToolTip(tr("The data and a program in R that fits the same model, to check it elsewhere"));
    m_files->setIcon(themedIcon(QStringLiteral("export")));
    m_files->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_files->setAutoRaise(true);
    m_files->hide();
    m_figure->setExportable(true);
    fillList();
    arrange();
    connectParts();
}

/// Groups are titles that cannot be chosen.
void AnalysesPage::fillList()
{
    std::optional<AnalysisGroup> group;
    for (const auto &info : m_catalogue) {
        if (info.group != group)
            m_list->addGroup(analysisGroupTitle(info.group));
        group = info.group;
        m_list->addEntry(info.title, info.description);
    }
}

void AnalysesPage::arrange()
{
    m_panel->addAboveTable(m_controls);
    m_panel->addAboveTable(m_figure, 3);
    m_panel->addBelowNotes(m_files);
    m_figure->hide();
    m_sides->addWidget(m_list->inColumn());
    m_panel->table()->setMinimumHeight(tableHeight);
    m_sides->addWidget(scrolled(m_panel));
    m_sides->addWidget(m_method);
    m_sides->setStretchFactor(1, 1);
    m_sides->setSizes({210, 660, 300});
    m_sides->setChildrenCollapsible(false);
    m_sides->setCollapsible(2, true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_sides);
}

void AnalysesPage::connectParts()
{
    connect(m_list, &CatalogueList::entryChosen, this, [this] { emit analysisChosen(chosenAnalysis()); });
    connect(m_panel, &TablePanel::runsRequested, this, &AnalysesPage::runsRequested);
    connect(m_panel, &TablePanel::lookChosen, this, &AnalysesPage::lookChosen);
    connect(m_panel, &TablePanel::copyRequested, this, &AnalysesPage::copyRequested);
    connect(m_panel, &TablePanel::exportRequested, this, &AnalysesPage::exportRequested);
    connect(m_figure, &FigurePanel::runsRequested, this, &AnalysesPage::runsRequested);
    connect(m_figure, &FigurePanel::exportRequested, this, &AnalysesPage::figureExportRequested);
    connect(m_files, &QToolButton::clicked, this, &AnalysesPage::filesRequested);
}

const AnalysisInfo *AnalysesPage::infoAt(int row) const
{
    return row >= 0 ? &m_catalogue[static_cast<std::size_t>(row)] : nullptr;
}

QString AnalysesPage::chosenAnalysis() const
{
    const auto *info = infoAt(m_list->currentEntry());
    return info ? info->name : QString();
}

void AnalysesPage::setChoice(const QString &analysis, const AnalysisRequest &request)
{
    const auto found = std::ranges::find(m_catalogue, analysis, &AnalysisInfo::name);
    if (found == m_catalogue.end())
        return;
    const QSignalBlocker quiet(this);
    m_list->setCurrentEntry(static_cast<int>(found - m_catalogue.begin()));
    m_panel->setHeading(found->title, found->description);
    m_figure->setTitle({});
    m_controls->setChoice(*found, request);
    m_controls->setVisible(found->options != std::set{AnalysisOption::Score} && !found->options.empty());
    m_method->setCard(found->card);
}

/// Every row of a forest and every panel wants to be read.
int AnalysesPage::heightOf(const FigureSpec &figure) const
{
    const auto rows = static_cast<int>(figure.y.categories.size()) * (fontMetrics().height() + Spacing::tight);
    const auto lines = (static_cast<int>(figure.panels.size()) + panelsAcross - 1) / panelsAcross;
    return std::max({plainHeight, rows + aroundRows, lines * panelHeight + aroundRows});
}

void AnalysesPage::setAnalysis(const Analysis &analysis)
{
    m_analysis = analysis;
    const bool hasFigure = analysis.figure && !analysis.table.rows.empty();
    m_figure->setVisible(hasFigure);
    if (hasFigure) {
        m_figure->setFigure(*analysis.figure);
        m_figure->setMinimumHeight(heightOf(*analysis.figure));
    }
    m_files->setVisible(!analysis.files.empty());
    m_panel->setTable(analysis.table);
}

void AnalysesPage::setState(const ViewState &state)
{
    m_panel->setState(state);
    if (state.kind == ViewState::Kind::Ready)
        return;
    m_analysis = {};
    m_figure->hide();
    m_files->hide();
}

void AnalysesPage::focusList()
{
    m_list->setFocus();
}

void AnalysesPage::setLook(const TableLook &look)
{
    m_panel->setLook(look);
}

void AnalysesPage::setFigureTableShown(bool shown)
{
    m_figure->setTableShown(shown);
}

TableView *AnalysesPage::table() const
{
    return m_panel->table();
}

QByteArray AnalysesPage::layoutState() const
{
    return m_sides->saveState();
}

void AnalysesPage::restoreLayoutState(const QByteArray &state)
{
    m_sides->restoreState(state);
}

} // namespace Decayscope
