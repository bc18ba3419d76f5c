// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifiercaselist.h"

#include "verifiercasemodel.h"

#include <items/rawsortproxy.h>
#include <tables/headerstate.h>
#include <tables/selectiontext.h>
#include <tables/valuedelegate.h>
#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSignalBlocker>

#include <algorithm>
#include <array>
#include <utility>

namespace Decayscope {

namespace {

/// Widths of the columns in characters: fitting them to thousands of rows would take longer than reading them.
constexpr std::array<int, VerifierCaseModel::ColumnCount> characters{17, 24, 34, 7, 14, 40, 40};

} // namespace

VerifierCaseList::VerifierCaseList(QWidget *parent)
    : QTableView(parent)
    , m_model(new VerifierCaseModel(this))
    , m_sorted(new RawSortProxy(this))
{
    m_sorted->setSourceModel(m_model);
    setModel(m_sorted);
    setItemDelegate(new ValueDelegate(this));
    setFont(figuresFont(font()));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSortingEnabled(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    for (const auto column : {VerifierCaseModel::Reference, VerifierCaseModel::Syntax})
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    setAccessibleName(tr("Runs"));
    fitRows();
    fitColumns();
    connect(this, &QTableView::doubleClicked, this, &VerifierCaseList::caseActivated);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &VerifierCaseList::currentCaseChanged);
}

void VerifierCaseList::setCases(std::vector<VerifierCase> cases, const std::vector<ConfigurationStyle> &styles)
{
    const auto *before = current();
    const auto chosen = before ? std::pair(before->run.id, before->constraint) : std::pair(RunId(), Constraint());
    {
        const QSignalBlocker quiet(this);
        const bool isOfOneConstraint = !cases.empty() && std::ranges::all_of(cases, [&](const VerifierCase &one) {
            return one.constraint == cases.front().constraint;
        });
        m_model->setCases(std::move(cases), styles);
        int row = 0;
        for (int i = 0; before && i < m_model->rowCount(); ++i) {
            if (m_model->at(i).run.id == chosen.first && m_model->at(i).constraint == chosen.second)
                row = m_sorted->mapFromSource(m_model->index(i, 0)).row();
        }
        setCurrentIndex(m_sorted->index(row, VerifierCaseModel::ConfigurationName));
        setColumnHidden(VerifierCaseModel::ConstraintName, isOfOneConstraint);
    }
    emit currentCaseChanged();
}

const VerifierCase *VerifierCaseList::current() const
{
    const auto source = m_sorted->mapToSource(currentIndex());
    return source.isValid() ? &m_model->at(source.row()) : nullptr;
}

std::vector<RunId> VerifierCaseList::shownRuns() const
{
    std::vector<RunId> ids;
    ids.reserve(static_cast<std::size_t>(m_sorted->rowCount()));
    for (int row = 0; row < m_sorted->rowCount(); ++row)
        ids.push_back(m_model->at(m_sorted->mapToSource(m_sorted->index(row, 0)).row()).run.id);
    return ids;
}

QStringList VerifierCaseList::printed() const
{
    QStringList lines;
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < m_sorted->columnCount(); ++column)
            cells << m_sorted->index(row, column).data().toString();
        lines << cells.join(u" | ");
    }
    return lines;
}

QByteArray VerifierCaseList::columnState() const
{
    return headerState(*horizontalHeader());
}

void VerifierCaseList::restoreColumnState(const QByteArray &state)
{
    if (!restoreHeaderState(*horizontalHeader(), state))
        fitColumns();
}

void VerifierCaseList::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitRows();
}

void VerifierCaseList::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        if (const auto text = selectionText(*this); !text.isEmpty())
            QGuiApplication::clipboard()->setText(text);
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emit caseActivated();
    } else {
        QTableView::keyPressEvent(event);
    }
}

void VerifierCaseList::fitRows()
{
    verticalHeader()->setMinimumSectionSize(fontMetrics().height());
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + Spacing::normal);
}

void VerifierCaseList::fitColumns()
{
    for (int column = 0; column < VerifierCaseModel::ColumnCount; ++column)
        setColumnWidth(column, characters.at(static_cast<std::size_t>(column)) * fontMetrics().averageCharWidth());
}

} // namespace Decayscope
