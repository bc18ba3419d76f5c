// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tableview.h"

#include "selectiontext.h"
#include "tabledisplayproxy.h"
#include "valuedelegate.h"

#include <items/rawsortproxy.h>
#include <items/tablespecmodel.h>
#include <widgets/tones.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace Decayscope {

TableView::TableView(QWidget *parent)
    : QTableView(parent)
    , m_model(new TableSpecModel(this))
    , m_sorted(new RawSortProxy(this))
    , m_display(new TableDisplayProxy(this))
{
    m_sorted->setSourceModel(m_model);
    m_display->setSourceModel(m_sorted);
    setModel(m_display);
    setItemDelegate(new ValueDelegate(this));
    setFont(figuresFont(font()));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setAlternatingRowColors(false);
    setWordWrap(false);
    setSortingEnabled(true);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    fitRows();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setAccessibleName(tr("Table"));
    connect(this, &QTableView::doubleClicked, this, &TableView::activate);
}

void TableView::setTable(TableSpec table)
{
    const auto &before = m_model->table();
    const bool sameColumns
        = std::ranges::equal(before.columns, table.columns, {}, &TableColumn::key, &TableColumn::key);
    setAccessibleName(table.title.isEmpty() ? tr("Table") : table.title);
    m_display->setShown(table, shownTable(table, m_look));
    m_model->setTable(std::move(table));
    showColumns();
    if (sameColumns)
        return;
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    resizeColumnsToContents();
}

void TableView::setLook(const TableLook &look)
{
    if (m_look == look)
        return;
    m_look = look;
    m_display->setShown(table(), shownTable(table(), m_look));
    showColumns();
    resizeColumnsToContents();
}

const TableSpec &TableView::table() const
{
    return m_model->table();
}

QString TableView::cellAt(int row, int column) const
{
    return m_display->index(row, column).data().toString();
}

void TableView::copySelection() const
{
    if (const auto text = selectionText(*this); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void TableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitRows();
}

void TableView::showColumns()
{
    for (int section = 0; section < m_display->columnCount(); ++section)
        setColumnHidden(section, !m_display->isShown(section));
}

void TableView::fitRows()
{
    verticalHeader()->setMinimumSectionSize(fontMetrics().height());
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    resizeColumnsToContents();
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        activate(currentIndex());
    } else {
        QTableView::keyPressEvent(event);
    }
}

void TableView::activate(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const auto source = m_sorted->mapToSource(m_display->mapToSource(index));
    emit cellActivated(m_model->runsBehind(source), m_model->titleOf(source));
}

} // namespace Decayscope
