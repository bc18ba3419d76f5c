// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluatepage.h"

#include "evaluationdetail.h"
#include "evaluationform.h"
#include "evaluationqueueview.h"
#include "needsbanner.h"
#include "pathfield.h"

#include <runview/logtail.h>
#include <widgets/spacing.h>
#include <widgets/stateoverlay.h>

#include <QDataStream>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace Decayscope {

namespace {

constexpr int formWidth = 320;
constexpr qsizetype longestTail = qsizetype{256} * 1024;

QWidget *scrolled(QWidget *form)
{
    auto *area = new QScrollArea;
    area->setWidget(form);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setMinimumWidth(formWidth - Spacing::section);
    area->viewport()->setBackgroundRole(QPalette::Base);
    form->setBackgroundRole(QPalette::Base);
    return area;
}

} // namespace

EvaluatePage::EvaluatePage(QWidget *parent)
    : QWidget(parent)
    , m_needs(new NeedsBanner(this))
    , m_form(new EvaluationForm)
    , m_queue(new EvaluationQueueView(this))
    , m_detail(new EvaluationDetail(this))
    , m_sides(new QSplitter(Qt::Horizontal, this))
    , m_right(new QSplitter(Qt::Vertical, this))
    , m_drop(new StateOverlay(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAcceptDrops(true);
    layOut();
    connect(m_queue, &EvaluationQueueView::currentChanged, this, &EvaluatePage::showCurrent);
    connect(m_detail, &EvaluationDetail::runRequested, m_queue, &EvaluationQueueView::runRequested);
    connect(m_form, &EvaluationForm::pathsDropped, this, &EvaluatePage::pathsDropped);
}

void EvaluatePage::layOut()
{
    m_right->addWidget(m_queue);
    m_right->addWidget(m_detail);
    m_right->setStretchFactor(1, 1);
    m_right->setSizes({220, 440});
    m_detail->hide(); // Until there is something to see.
    m_sides->addWidget(scrolled(m_form));
    m_sides->addWidget(m_right);
    m_sides->setStretchFactor(1, 1);
    m_sides->setSizes({formWidth, 3 * formWidth});
    for (auto *splitter : {m_sides, m_right}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(Spacing::tight);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_needs);
    layout->addWidget(m_sides, 1);
}

void EvaluatePage::put(const QueuedEvaluation &evaluation)
{
    m_evaluations.insert_or_assign(evaluation.number, evaluation);
    m_detail->show();
    m_queue->put(evaluation);
    if (m_queue->current() == evaluation.number)
        m_detail->setEvaluation(evaluation);
}

void EvaluatePage::remove(int number)
{
    m_evaluations.erase(number);
    m_logs.erase(number);
    m_queue->remove(number);
    m_detail->setVisible(!m_evaluations.empty());
    showCurrent(m_queue->current());
}

void EvaluatePage::appendLog(int number, const QByteArray &output)
{
    auto &tail = m_logs[number];
    tail += output;
    if (tail.size() > 2 * longestTail)
        tail = tail.last(longestTail);
    if (m_queue->current() == number)
        m_detail->log()->append(output);
}

QByteArray EvaluatePage::layoutState() const
{
    QByteArray state;
    QDataStream stream(&state, QDataStream::WriteOnly);
    stream << m_sides->saveState() << m_right->saveState() << m_detail->layoutState();
    return state;
}

void EvaluatePage::restoreLayoutState(const QByteArray &state)
{
    QByteArray sides;
    QByteArray right;
    QByteArray detail;
    QDataStream stream(state);
    stream >> sides >> right >> detail;
    if (stream.status() != QDataStream::Ok)
        return;
    m_sides->restoreState(sides);
    m_right->restoreState(right);
    m_detail->restoreLayoutState(detail);
}

void EvaluatePage::dragEnterEvent(QDragEnterEvent *event)
{
    if (draggedPaths(*event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    m_drop->setState(ViewState::empty(tr("Drop to evaluate"),
        tr("One folder or patch goes into the form. Of several, those whose names tell their task go straight into the "
           "queue.")));
}

void EvaluatePage::dragLeaveEvent(QDragLeaveEvent *)
{
    m_drop->setState(ViewState::ready());
}

void EvaluatePage::dropEvent(QDropEvent *event)
{
    m_drop->setState(ViewState::ready());
    event->acceptProposedAction();
    emit pathsDropped(draggedPaths(*event->mimeData()));
}

void EvaluatePage::showCurrent(int number)
{
    const auto found = m_evaluations.find(number);
    if (found == m_evaluations.end())
        return m_detail->setNothing();
    m_detail->log()->clear();
    m_detail->log()->append(m_logs[number]);
    m_detail->setEvaluation(found->second);
}

} // namespace Decayscope
