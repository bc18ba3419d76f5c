// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tasksmatrix.h"

#include "tasksmatrixmodel.h"

#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr double smallFactor = 0.85;

/// The mean over the number of runs, on a ground that is the fuller the better the runs are.
class TaskCellDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        paintGround(painter, option, index);
        const auto runs = index.data(TasksMatrixModel::RunsRole).toInt();
        const auto half = option.rect.height() / 2;
        painter->setFont(figuresFont(option.font));
        painter->setPen(runs > 0 ? option.palette.color(QPalette::Text) : mutedText(option.palette));
        const auto upper = runs > 0 ? option.rect.adjusted(0, Spacing::tight / 2, 0, -half + 2) : option.rect;
        painter->drawText(upper, Qt::AlignCenter, index.data().toString());
        if (runs > 0) {
            painter->setFont(figuresFont(option.font, smallFactor));
            painter->setPen(mutedText(option.palette));
            painter->drawText(option.rect.adjusted(0, half - 2, 0, -Spacing::tight / 2), Qt::AlignCenter,
                TasksMatrixModel::tr("n %1").arg(runs));
        }
        painter->restore();
    }

private:
    static void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        const auto &palette = option.palette;
        const auto cell = option.rect.adjusted(1, 1, -1, -1);
        if (!(index.flags() & Qt::ItemIsEnabled))
            return;
        const auto share = index.data(TasksMatrixModel::ShareRole);
        const auto ground = share.isValid()
            ? mixed(palette.color(QPalette::Base), palette.color(QPalette::Highlight), 0.04 + share.toDouble() / 360)
            : mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.03);
        painter->setRenderHint(QPainter::Antialiasing);
        const bool isChosen = option.state & QStyle::State_Selected;
        const bool isUnder = option.state & QStyle::State_MouseOver;
        painter->setPen(isChosen ? QPen(palette.color(QPalette::Highlight), 2)
                : isUnder        ? QPen(outline(palette), 1)
                                 : QPen(Qt::NoPen));
        painter->setBrush(ground);
        painter->drawRoundedRect(cell, Spacing::radius, Spacing::radius);
        if (index.data(TasksMatrixModel::OpensLevelRole).toBool()) {
            painter->setPen(outline(palette));
            painter->drawLine(option.rect.topLeft(), option.rect.bottomLeft());
        }
    }
};

} // namespace

TasksMatrix::TasksMatrix(QWidget *parent)
    : QTableView(parent)
    , m_model(new TasksMatrixModel(this))
{
    setModel(m_model);
    setItemDelegate(new TaskCellDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    for (auto *header : {horizontalHeader(), verticalHeader()}) {
        header->setHighlightSections(true);
        header->setSectionsClickable(false);
    }
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setMinimumSectionSize(Spacing::section);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    setAccessibleName(tr("Tasks by framework and constraints"));
    fitRows();
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (const auto task = m_model->taskAt(current))
            emit taskChosen(*task);
    });
}

void TasksMatrix::setContract(const Contract *contract)
{
    const QSignalBlocker quiet(this);
    const auto before = chosen();
    m_model->setContract(contract);
    if (before)
        choose(*before);
    updateGeometry();
}

void TasksMatrix::setCounts(const TaskCounts &counts)
{
    m_model->setCounts(counts);
}

std::optional<TaskSpec> TasksMatrix::chosen() const
{
    return m_model->taskAt(currentIndex());
}

void TasksMatrix::choose(const TaskSpec &task)
{
    const QSignalBlocker quiet(this);
    setCurrentIndex(m_model->indexOf(task));
    if (!currentIndex().isValid())
        clearSelection();
}

void TasksMatrix::keyboardSearch(const QString &search)
{
    const bool goesOn = m_lastTyped.isValid() && m_lastTyped.elapsed() < QApplication::keyboardInputInterval();
    m_lastTyped.start();
    m_typed = goesOn ? QString(m_typed + search) : search;
    const auto names = m_model->frameworks();
    const auto rows = static_cast<int>(names.size());
    const auto from = std::max(0, currentIndex().row()) + (goesOn ? 0 : 1);
    for (int step = 0; step < rows; ++step) {
        const auto row = (from + step) % rows;
        if (names[row].startsWith(m_typed, Qt::CaseInsensitive))
            return setCurrentIndex(m_model->index(row, std::max(0, currentIndex().column())));
    }
}

QSize TasksMatrix::sizeHint() const
{
    const auto rows = std::max(2, m_model->rowCount()) * verticalHeader()->defaultSectionSize();
    return {600, horizontalHeader()->sizeHint().height() + rows + Spacing::tight};
}

/// A few rows; the others are scrolled to.
QSize TasksMatrix::minimumSizeHint() const
{
    const auto rows = std::min(6, m_model->rowCount()) * verticalHeader()->defaultSectionSize();
    return {360, horizontalHeader()->sizeHint().height() + rows};
}

void TasksMatrix::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit entered();
    else
        QTableView::keyPressEvent(event);
}

void TasksMatrix::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitRows();
}

void TasksMatrix::fitRows()
{
    const auto height = fontMetrics().height() + QFontMetrics(scaledFont(font(), smallFactor)).height();
    verticalHeader()->setMinimumSectionSize(fontMetrics().height());
    verticalHeader()->setDefaultSectionSize(height + Spacing::tight);
    updateGeometry();
}

} // namespace Decayscope
