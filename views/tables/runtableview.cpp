// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runtableview.h"

#include "headerstate.h"
#include "rundisplayproxy.h"
#include "selectiontext.h"
#include "valuedelegate.h"

#include <items/rawsortproxy.h>
#include <items/runtablemodel.h>
#include <widgets/tones.h>

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <set>

namespace Decayscope {

namespace {

/// Hidden until asked for.
constexpr std::array rareColumns{RunColumn::TokensOut, RunColumn::Date, RunColumn::Task, RunColumn::Exclusion};

/// Widths of the columns in characters; fitting them to thousands of rows would take longer than reading them.
constexpr std::array<int, runColumnCount> characters{
    21, 18, 12, 8, 7, 15, 12, 9, 10, 13, 13, 13, 17, 9, 15, 13, 44, 11, 22, 46, 34};

} // namespace

RunTableView::RunTableView(QWidget *parent)
    : QTableView(parent)
    , m_model(new RunTableModel(this))
    , m_sorted(new RawSortProxy(this))
    , m_display(new RunDisplayProxy(this))
{
    m_sorted->setSourceModel(m_model);
    m_display->setSourceModel(m_sorted);
    setModel(m_display);
    setItemDelegate(new ValueDelegate(this));
    setFont(figuresFont(font()));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSortingEnabled(true);
    setSelectionBehavior(SelectRows);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    fitRows();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setAccessibleName(tr("Runs"));
    showFirstColumns();
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) { activate(index); });
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunTableView::selectedRunsChanged);
}

void RunTableView::setRuns(std::vector<Run> runs, const std::vector<ConfigurationStyle> &styles)
{
    std::set<RunId> chosen;
    for (const auto &run : selectedRuns())
        chosen.insert(run.id);
    m_model->setRuns(std::move(runs), styles);
    QItemSelection selection;
    for (int row = 0; !chosen.empty() && row < m_display->rowCount(); ++row) {
        if (chosen.contains(runAt(row).id))
            selection.select(m_display->index(row, 0), m_display->index(row, runColumnCount - 1));
    }
    if (!selection.isEmpty())
        selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    emit selectedRunsChanged();
}

std::vector<Run> RunTableView::selectedRuns() const
{
    auto rows = selectionModel()->selectedRows();
    std::ranges::sort(rows);
    std::vector<Run> runs;
    for (const auto &index : rows)
        runs.push_back(runAt(index.row()));
    return runs;
}

std::vector<RunId> RunTableView::shownRuns() const
{
    std::vector<RunId> ids;
    for (int row = 0; row < m_display->rowCount(); ++row)
        ids.push_back(runAt(row).id);
    return ids;
}

void RunTableView::fillColumnMenu(QMenu &menu)
{
    for (int column = 0; column < runColumnCount; ++column) {
        auto *action = menu.addAction(runColumnTitle(static_cast<RunColumn>(column)));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) { setColumnHidden(column, !shown); });
    }
}

void RunTableView::copySelection() const
{
    if (const auto text = selectionText(*this); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

QByteArray RunTableView::columnState() const
{
    return headerState(*horizontalHeader());
}

void RunTableView::restoreColumnState(const QByteArray &state)
{
    if (!restoreHeaderState(*horizontalHeader(), state))
        showFirstColumns();
}

void RunTableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitRows();
}

void RunTableView::fitRows()
{
    verticalHeader()->setMinimumSectionSize(fontMetrics().height());
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
}

void RunTableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        activate(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

void RunTableView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    emit menuRequested(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()) : event->globalPos());
}

void RunTableView::activate(const QModelIndex &index)
{
    if (index.isValid())
        emit runActivated(runAt(index.row()).id);
}

void RunTableView::showFirstColumns()
{
    const int character = fontMetrics().averageCharWidth();
    for (int column = 0; column < runColumnCount; ++column) {
        setColumnWidth(column, characters[static_cast<std::size_t>(column)] * character);
        setColumnHidden(column, std::ranges::find(rareColumns, static_cast<RunColumn>(column)) != rareColumns.end());
    }
}

const Run &RunTableView::runAt(int row) const
{
    return m_model->run(m_sorted->mapToSource(m_display->mapToSource(m_display->index(row, 0))).row());
}

} // namespace Decayscope
