// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluationqueueview.h"

#include "evaluationdisplayproxy.h"

#include <items/evaluationqueuemodel.h>
#include <labeling/keepkeys.h>
#include <widgets/iconbutton.h>
#include <widgets/icons.h>
#include <widgets/quietlabel.h>
#include <widgets/spacing.h>
#include <widgets/stateoverlay.h>
#include <widgets/tones.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace Decayscope {

namespace {

constexpr int mostParallel = 64;

EvaluationDisplayProxy *worded(EvaluationQueueModel *model)
{
    auto *words = new EvaluationDisplayProxy(model);
    words->setSourceModel(model);
    return words;
}

QTableView *queueTable(QAbstractItemModel *model, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setModel(model);
    table->setFont(figuresFont(table->font()));
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setAccessibleName(EvaluationQueueView::tr("Evaluations"));
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + Spacing::normal);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(EvaluationQueueModel::Task, QHeaderView::Stretch);
    return table;
}

} // namespace

EvaluationQueueView::EvaluationQueueView(QWidget *parent)
    : QWidget(parent)
    , m_model(new EvaluationQueueModel(this))
    , m_display(worded(m_model))
    , m_table(queueTable(m_display, this))
    , m_summary(quietLabel(this))
    , m_parallel(new QSpinBox(this))
    , m_pause(iconButton(QStringLiteral("pause"), tr("Pause: start no further ones"), this))
    , m_open(iconButton(QStringLiteral("run"), tr("Read the run (Enter)"), this))
    , m_retry(iconButton(QStringLiteral("retry"), tr("Evaluate again (Ctrl+R)"), this))
    , m_cancel(iconButton(QStringLiteral("stop"), tr("Cancel (Ctrl+.)"), this))
    , m_forget(iconButton(QStringLiteral("close"), tr("Take off the list (Delete)"), this))
    , m_overlay(new StateOverlay(m_table))
{
    m_parallel->setRange(1, mostParallel);
    m_parallel->setPrefix(tr("Parallel: "));
    m_parallel->setAccessibleName(tr("Evaluations at a time"));
    m_parallel->setToolTip(tr("How many evaluations run at a time"));
    m_pause->setCheckable(true);
    layOut();
    connectParts();
    refresh();
}

void EvaluationQueueView::layOut()
{
    constexpr std::array<std::pair<EvaluationQueueModel::Column, int>, 6> characters{{{EvaluationQueueModel::Number, 4},
        {EvaluationQueueModel::Configuration, 25}, {EvaluationQueueModel::State, 12}, {EvaluationQueueModel::Step, 19},
        {EvaluationQueueModel::Passed, 10}, {EvaluationQueueModel::Memory, 10}}};
    for (const auto &[column, count] : characters)
        m_table->horizontalHeader()->resizeSection(column, m_table->fontMetrics().averageCharWidth() * count);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Spacing::normal, Spacing::tight, Spacing::normal, Spacing::tight);
    head->setSpacing(Spacing::tight);
    head->addWidget(headingLabel(tr("Queue"), this));
    head->addSpacing(Spacing::normal);
    head->addWidget(m_summary, 1);
    head->addWidget(m_parallel);
    for (auto *button : {m_pause, m_open, m_retry, m_cancel, m_forget})
        head->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *margin = new QHBoxLayout;
    margin->setContentsMargins(0, 0, Spacing::normal, 0);
    margin->addWidget(m_table);
    layout->addLayout(head);
    layout->addLayout(margin, 1);
}

void EvaluationQueueView::connectParts()
{
    keepKeys(m_table, {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Delete});
    m_table->installEventFilter(this);
    connect(m_table, &QTableView::doubleClicked, this, &EvaluationQueueView::requestRun);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        refresh();
        emit currentChanged(current());
    });
    connect(m_parallel, &QSpinBox::valueChanged, this, &EvaluationQueueView::parallelChosen);
    connect(m_pause, &QToolButton::clicked, this, &EvaluationQueueView::pauseChosen);
    connect(m_open, &QToolButton::clicked, this, &EvaluationQueueView::requestRun);
    connect(m_retry, &QToolButton::clicked, this, &EvaluationQueueView::requestRetry);
    connect(m_cancel, &QToolButton::clicked, this, &EvaluationQueueView::requestCancel);
    connect(m_forget, &QToolButton::clicked, this, &EvaluationQueueView::requestForget);
}

void EvaluationQueueView::put(const QueuedEvaluation &evaluation)
{
    const bool isFirst = m_model->rowCount() == 0;
    m_model->put(evaluation);
    if (isFirst)
        setCurrent(evaluation.number);
    refresh();
}

void EvaluationQueueView::remove(int number)
{
    m_model->remove(number);
    refresh();
}

void EvaluationQueueView::setParallel(int count)
{
    const QSignalBlocker quiet(m_parallel);
    m_parallel->setValue(count);
}

void EvaluationQueueView::setPaused(bool paused)
{
    const auto words = paused ? tr("Go on with the queue") : tr("Pause: start no further ones");
    m_pause->setChecked(paused);
    m_pause->setIcon(themedIcon(paused ? QStringLiteral("resume") : QStringLiteral("pause")));
    m_pause->setToolTip(words);
    m_pause->setAccessibleName(words);
    refresh();
}

int EvaluationQueueView::current() const
{
    const auto index = m_table->currentIndex();
    return index.isValid() ? m_model->evaluation(index.row()).number : 0;
}

void EvaluationQueueView::setCurrent(int number)
{
    if (const auto row = m_model->rowOf(number); row >= 0)
        m_table->setCurrentIndex(m_display->index(row, 0));
}

QString EvaluationQueueView::summary() const
{
    return m_summary->text();
}

QStringList EvaluationQueueView::printed() const
{
    QStringList lines;
    for (int row = 0; row < m_display->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < m_display->columnCount(); ++column)
            cells << m_display->index(row, column).data().toString();
        lines << cells.join(u" | ");
    }
    return lines;
}

void EvaluationQueueView::requestRetry()
{
    if (current() > 0 && m_retry->isEnabled())
        emit retryRequested(current());
}

void EvaluationQueueView::requestCancel()
{
    if (current() > 0 && m_cancel->isEnabled())
        emit cancelRequested(current());
}

void EvaluationQueueView::requestForget()
{
    if (current() > 0 && m_forget->isEnabled())
        emit forgetRequested(current());
}

void EvaluationQueueView::requestRun()
{
    const auto index = m_table->currentIndex();
    if (index.isValid() && m_model->evaluation(index.row()).run)
        emit runRequested(*m_model->evaluation(index.row()).run);
}

bool EvaluationQueueView::eventFilter(QObject *watched, QEvent *event)
{
    if (isOneOf(*event, {Qt::Key_Return, Qt::Key_Enter})) {
        requestRun();
        return true;
    }
    if (isOneOf(*event, {Qt::Key_Delete})) {
        requestForget();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

/// What can be done with the chosen one, and how many are how far.
void EvaluationQueueView::refresh()
{
    int running = 0;
    int waiting = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const auto state = m_model->evaluation(row).state;
        running += state == EvaluationState::Running || state == EvaluationState::Storing ? 1 : 0;
        waiting += state == EvaluationState::Waiting ? 1 : 0;
    }
    QStringList words;
    if (m_model->rowCount() > 0)
        words << tr("%1 at work").arg(running) << tr("%1 waiting").arg(waiting)
              << tr("%1 ended").arg(m_model->rowCount() - running - waiting);
    if (m_pause->isChecked())
        words << tr("paused");
    setQuietText(*m_summary, words.join(u" · "));
    m_overlay->setState(m_model->rowCount() > 0
            ? ViewState::ready()
            : ViewState::empty(tr("No evaluation yet"),
                  tr("Choose generated code and its task, then add it to the queue. Its server is set up, started and "
                     "tested in a sandbox; the run goes into this study.")));
    const auto index = m_table->currentIndex();
    const auto *row = index.isValid() ? &m_model->evaluation(index.row()) : nullptr;
    const bool isStoring = row && row->state == EvaluationState::Storing;
    m_open->setEnabled(row && row->run);
    m_retry->setEnabled(row && row->hasEnded());
    m_cancel->setEnabled(row && !row->hasEnded() && !isStoring);
    m_forget->setEnabled(row && (row->hasEnded() || row->state == EvaluationState::Waiting));
}

} // namespace Decayscope
