// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifiermatrix.h"

#include "verifiermatrixmodel.h"

#include <tables/valuedelegate.h>
#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QHeaderView>
#include <QKeyEvent>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace Decayscope {

VerifierMatrix::VerifierMatrix(QWidget *parent)
    : QTableView(parent)
    , m_model(new VerifierMatrixModel(this))
{
    setModel(m_model);
    setItemDelegate(new ValueDelegate(this));
    setFont(figuresFont(font()));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(VerifierMatrixModel::ConstraintName, QHeaderView::Stretch);
    setAccessibleName(tr("Where the verifiers agree and differ"));
    fitRows();
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (!current.isValid())
            return;
        const auto *row = m_model->agreementOf(current.row());
        m_constraint = row ? std::optional(row->constraint) : std::nullopt;
        emit cellChosen();
    });
}

void VerifierMatrix::setAgreement(std::vector<ModeAgreement> agreement)
{
    const auto column = currentIndex().isValid() ? currentIndex().column() : int{VerifierMatrixModel::Differing};
    const auto constraint = m_constraint;
    const QSignalBlocker quiet(this);
    m_model->setAgreement(std::move(agreement));
    const auto &rows = m_model->agreement();
    const auto found = constraint ? std::ranges::find(rows, *constraint, &ModeAgreement::constraint) : rows.end();
    setCurrentIndex(m_model->index(static_cast<int>(found - rows.begin()), column));
    updateGeometry();
}

std::span<const ModeAgreement> VerifierMatrix::chosenRows() const
{
    if (!currentIndex().isValid())
        return {};
    const auto *row = m_model->agreementOf(currentIndex().row());
    return row ? std::span(row, 1) : std::span(m_model->agreement());
}

std::span<const VerdictPair> VerifierMatrix::chosenPairs() const
{
    return pairsOfColumn(currentIndex().isValid() ? currentIndex().column() : int{VerifierMatrixModel::Differing});
}

QString VerifierMatrix::chosenTitle() const
{
    const auto index = currentIndex();
    if (!index.isValid())
        return {};
    const auto *row = m_model->agreementOf(index.row());
    auto constraint = row ? constraintTitle(row->constraint) : tr("All constraints");
    const auto pairs = chosenPairs();
    if (pairs.size() == 4)
        return constraint;
    const auto words = pairs.size() == 2
        ? tr("the verifiers differ")
        : m_model->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
    return tr("%1 · %2").arg(constraint, words);
}

QSize VerifierMatrix::sizeHint() const
{
    const auto rows = std::max(m_model->rowCount(), 2);
    return {540, horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + 2};
}

void VerifierMatrix::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit entered();
    else
        QTableView::keyPressEvent(event);
}

void VerifierMatrix::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitRows();
}

void VerifierMatrix::fitRows()
{
    verticalHeader()->setMinimumSectionSize(fontMetrics().height());
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + Spacing::normal);
    updateGeometry();
}

} // namespace Decayscope
