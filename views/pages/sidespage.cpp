// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sidespage.h"

#include "assertionrows.h"
#include "figurepanel.h"
#include "sideswords.h"
#include "tablepanel.h"

#include <tables/tableview.h>
#include <widgets/iconbutton.h>
#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QAbstractProxyModel>
#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTabWidget>
#include <QToolButton>

#include <algorithm>

namespace Decayscope {

namespace {

/// The table's own row behind what a view shows.
int tableRow(QModelIndex index)
{
    while (const auto *proxy = qobject_cast<const QAbstractProxyModel *>(index.model()))
        index = proxy->mapToSource(index);
    return index.row();
}

/// Another comparison may have wider numbers; columns that the user widened stay as they are.
void widenColumns(TableView &view)
{
    const QAbstractItemView &hints = view;
    for (int column = 0; column < view.model()->columnCount(); ++column) {
        if (!view.isColumnHidden(column))
            view.setColumnWidth(column, std::max(view.columnWidth(column), hints.sizeHintForColumn(column)));
    }
}

QToolButton *textButton(const QString &text, const QString &tip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setToolTip(tip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

SidesPage::SidesPage(QWidget *parent)
    : QWidget(parent)
    , m_a(new SidePicker(tr("&A"), tr("A"), this))
    , m_b(new SidePicker(tr("&B"), tr("B"), this))
    , m_swap(textButton(tr("S&wap"), tr("A becomes B and B becomes A"), this))
    , m_presets(textButton(tr("&Choose for me ▾"), tr("Sides of this study that are worth a look"), this))
    , m_headline(headingLabel({}, this))
    , m_tabs(new QTabWidget(this))
    , m_figure(new FigurePanel(tr("Differences by level"), this))
    , m_find(new QLineEdit(this))
    , m_onlyWorse(new QCheckBox(tr("&Only what got worse"), this))
    , m_counts(quietLabel(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_tabs->setDocumentMode(true);
    addPart(m_levels, tr("By le&vel"), tr("By level"),
        tr("Means over the tasks that both sides ran. Enter shows the runs of B behind a row."));
    addPart(m_tasks, tr("By tas&k"), tr("By task"), tr("The tasks that lost most first."));
    addPart(m_assertions, tr("By asse&rtion"), tr("By assertion"),
        tr("The share of runs that pass an assertion, whatever the verifiers say. Enter shows the runs of B that fail "
           "it."));
    m_levels.panel->addAboveTable(m_figure, 3);
    m_assertions.panel->addAboveTable(assertionFilter());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head());
    layout->addWidget(m_tabs, 1);
    connectPickers();
    connect(m_figure, &FigurePanel::runsRequested, this,
        [this](const RunFilter &runs, const QString &title) { askForRuns(true, runs, title); });
}

/// Both sides below each other, so that they can be read against each other; what is done with them at the right.
QWidget *SidesPage::head()
{
    auto *head = new QWidget(this);
    auto *grid = new QGridLayout(head);
    grid->setContentsMargins(Spacing::wide, Spacing::normal + Spacing::tight, Spacing::wide, Spacing::normal);
    grid->setHorizontalSpacing(Spacing::wide);
    grid->setVerticalSpacing(Spacing::tight);
    grid->addWidget(m_a, 0, 0);
    grid->addWidget(m_b, 1, 0);
    grid->addWidget(m_presets, 0, 1);
    grid->addWidget(m_swap, 1, 1, Qt::AlignLeft);
    grid->addWidget(m_headline, 0, 2, 2, 1, Qt::AlignVCenter);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(2, 2);
    m_headline->setWordWrap(true);
    m_headline->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_presets->setPopupMode(QToolButton::InstantPopup);
    m_presets->setMenu(new QMenu(m_presets));
    return head;
}

QWidget *SidesPage::assertionFilter()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::normal);
    m_find->setPlaceholderText(tr("Find requests and assertions"));
    m_find->setAccessibleName(tr("Find requests and assertions"));
    m_find->setClearButtonEnabled(true);
    m_find->setMaximumWidth(280);
    m_onlyWorse->setToolTip(tr("Only assertions that pass less often on B"));
    row->addWidget(m_find, 1);
    row->addWidget(m_onlyWorse);
    row->addWidget(m_counts, 2);
    connect(m_find, &QLineEdit::textChanged, this, &SidesPage::showAssertions);
    connect(m_onlyWorse, &QCheckBox::toggled, this, &SidesPage::showAssertions);
    return bar;
}

void SidesPage::addPart(Part &part, const QString &title, const QString &heading, const QString &description)
{
    part.panel = new TablePanel(m_tabs);
    part.panel->setHeading(heading, description);
    m_tabs->addTab(part.panel, title);
    connectPart(part);
}

void SidesPage::connectPart(Part &part)
{
    auto *view = part.panel->table();
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(view, &QWidget::customContextMenuRequested, this, [this, &part](const QPoint &at) { openMenu(part, at); });
    connect(part.panel, &TablePanel::runsRequested, this,
        [this](const RunFilter &runs, const QString &title) { askForRuns(true, runs, title); });
    connect(part.panel, &TablePanel::lookChosen, this, [this](const TableLook &look) {
        setLook(look);
        emit lookChosen(look);
    });
    connect(part.panel, &TablePanel::copyRequested, this, &SidesPage::copyRequested);
    connect(part.panel, &TablePanel::exportRequested, this, &SidesPage::exportRequested);
}

void SidesPage::connectPickers()
{
    for (auto *picker : {m_a, m_b}) {
        connect(picker, &SidePicker::chosen, this, [this] { emit sidesChosen(sides()); });
        connect(picker, &SidePicker::studyRequested, this, [this, picker] { emit studyRequested(picker == m_b); });
    }
    connect(m_swap, &QToolButton::clicked, this, &SidesPage::swapSides);
}

void SidesPage::setStudies(const std::vector<StudyOffer> &studies)
{
    m_a->setStudies(studies);
    m_b->setStudies(studies);
}

void SidesPage::setPresets(const std::vector<SidesPreset> &presets)
{
    auto *menu = m_presets->menu();
    menu->clear();
    for (const auto &preset : presets) {
        auto *action = menu->addAction(preset.title);
        connect(action, &QAction::triggered, this, [this, sides = preset.sides] {
            setSides(sides);
            emit sidesChosen(this->sides());
        });
    }
    m_presets->setEnabled(!presets.empty());
}

void SidesPage::setSides(const SidesChoice &sides)
{
    m_a->setChoice(sides.a);
    m_b->setChoice(sides.b);
}

SidesChoice SidesPage::sides() const
{
    return {.a = m_a->choice(), .b = m_b->choice()};
}

void SidesPage::swapSides()
{
    setSides({.a = m_b->choice(), .b = m_a->choice()});
    emit sidesChosen(sides());
}

void SidesPage::setComparison(const SideComparison &comparison)
{
    m_comparison = comparison;
    m_levels.left = comparison.leftLevels;
    m_tasks.left = comparison.leftRuns;
    m_figure->setVisible(true);
    m_figure->setFigure(comparison.figure);
    m_levels.panel->setTable(comparison.levels);
    m_tasks.panel->setTable(comparison.tasks);
    showAssertions();
    for (const auto *part : {&m_levels, &m_tasks, &m_assertions})
        widenColumns(*part->panel->table());
    showHeadline();
}

void SidesPage::setState(const ViewState &state)
{
    for (auto *panel : {m_levels.panel, m_tasks.panel, m_assertions.panel})
        panel->setState(state);
    if (state.kind == ViewState::Kind::Loading || state.kind == ViewState::Kind::Ready)
        return;
    m_comparison = {};
    m_figure->hide();
    m_headline->clear();
    m_counts->clear();
}

/// What is found and what got worse; the export is what is seen.
void SidesPage::showAssertions()
{
    const AssertionChoice choice{.words = m_find->text(), .onlyWorse = m_onlyWorse->isChecked()};
    auto rows = chosenAssertions(m_comparison, choice);
    m_assertions.left = std::move(rows.leftFailures);
    m_counts->setText(rows.words);
    m_assertions.panel->setTable(rows.table);
    if (rows.table.rows.empty() && !m_comparison.assertions.rows.empty())
        m_assertions.panel->setState(ViewState::empty(tr("Nothing found"), tr("No assertion fits what is asked for.")));
    else if (rows.table.rows.empty())
        m_assertions.panel->setState(ViewState::empty(tr("Assertions are not compared"),
            tr("No assertion was asked on both sides, or a side's could not be read.")));
}

void SidesPage::showHeadline()
{
    m_headline->setText(sidesHeadline(m_comparison));
}

/// Also by the menu key, then at the current cell.
void SidesPage::openMenu(const Part &part, const QPoint &at)
{
    const auto *view = part.panel->table();
    const auto index = view->indexAt(at).isValid() ? view->indexAt(at) : view->currentIndex();
    const auto row = static_cast<std::size_t>(tableRow(index));
    if (!index.isValid() || row >= part.left.size())
        return;
    const auto title = rowTitle(view->table(), row);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool areFailures = &part == &m_assertions;
    connect(menu->addAction(areFailures ? tr("Failing runs of A") : tr("Runs of A")), &QAction::triggered, this,
        [this, runs = part.left[row], title] { askForRuns(false, runs, title); });
    connect(menu->addAction(areFailures ? tr("Failing runs of B") : tr("Runs of B")), &QAction::triggered, this,
        [this, runs = view->table().rows[row].runs, title] { askForRuns(true, runs, title); });
    menu->popup(view->viewport()->mapToGlobal(at));
}

/// Runs of another study cannot be shown here: their numbers mean other runs in the open one.
void SidesPage::askForRuns(bool ofB, const RunFilter &runs, const QString &title)
{
    const auto &side = ofB ? sides().b : sides().a;
    if (!side.study.isEmpty()) {
        emit told(tr("These runs are in another study. Open %1 to read them.").arg(side.study));
        return;
    }
    emit runsRequested(runs, tr("%1, %2").arg(ofB ? tr("B") : tr("A"), title));
}

void SidesPage::setLook(const TableLook &look)
{
    for (auto *panel : {m_levels.panel, m_tasks.panel, m_assertions.panel})
        panel->setLook(look);
}

void SidesPage::setFigureTableShown(bool shown)
{
    m_figure->setTableShown(shown);
}

TableView *SidesPage::table() const
{
    for (const auto *part : {&m_levels, &m_tasks, &m_assertions}) {
        if (part->panel == m_tabs->currentWidget())
            return part->panel->table();
    }
    return m_levels.panel->table();
}

} // namespace Decayscope
