// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluationdetail.h"

#include "taskfield.h"

#include <items/evaluationqueuemodel.h>
#include <runview/codetext.h>
#include <runview/evaluationwords.h>
#include <runview/exchangepanel.h>
#include <runview/logtail.h>
#include <runview/steplist.h>
#include <widgets/quietlabel.h>
#include <widgets/spacing.h>
#include <widgets/stateoverlay.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

namespace Decayscope {

namespace {

constexpr qsizetype longestMessage = 800;

QString tabText(const QString &words, const std::vector<HttpExchange> &exchanges)
{
    return exchanges.empty() ? words : QStringLiteral("%1 (%2)").arg(words).arg(exchanges.size());
}

bool isBefore(const QueuedEvaluation &evaluation)
{
    return evaluation.state == EvaluationState::Waiting || evaluation.state == EvaluationState::Running;
}

} // namespace

EvaluationDetail::EvaluationDetail(QWidget *parent)
    : QWidget(parent)
    , m_content(new QWidget(this))
    , m_headline(headingLabel({}, m_content))
    , m_message(quietLabel(m_content))
    , m_open(new QPushButton(tr("Read the run"), m_content))
    , m_splitter(new QSplitter(Qt::Horizontal, m_content))
    , m_steps(new StepList(this))
    , m_tabs(new QTabWidget(this))
    , m_requests(new ExchangePanel(this))
    , m_beside(new ExchangePanel(this))
    , m_log(new LogTail(this))
    , m_resources(quietLabel(m_content))
    , m_overlay(new StateOverlay(m_content))
{
    m_open->setToolTip(tr("Open the run in the viewer (Enter in the queue)"));
    m_beside->setNote(tr("beside, not inside A%"));
    layOut();
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_run)
            emit runRequested(*m_run);
    });
    setNothing();
}

void EvaluationDetail::layOut()
{
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Requests and log of the evaluation"));
    m_tabs->addTab(m_requests, tr("Requests"));
    m_tabs->addTab(m_beside, tr("Suite beside"));
    m_tabs->addTab(m_log, tr("Log"));
    m_splitter->addWidget(m_steps);
    m_splitter->addWidget(m_tabs);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({230, 600});
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(Spacing::tight);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Spacing::normal, Spacing::tight, Spacing::normal, Spacing::tight);
    head->setSpacing(Spacing::normal);
    head->addWidget(m_headline);
    head->addWidget(m_message, 1);
    head->addWidget(m_open);
    m_resources->setContentsMargins(Spacing::normal, Spacing::tight, Spacing::normal, Spacing::tight);
    m_resources->setAccessibleName(tr("What the evaluation uses"));
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_resources);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_content);
}

void EvaluationDetail::setEvaluation(const QueuedEvaluation &evaluation)
{
    m_overlay->setState(ViewState::ready());
    m_run = evaluation.run;
    m_steps->setSteps(evaluation.steps, evaluationRow(evaluation).stepMilliseconds);
    refreshHeadline(evaluation);
    refreshRequests(evaluation);
    setQuietText(*m_resources, resourceSentence(evaluation.resources));
}

void EvaluationDetail::setNothing()
{
    m_run.reset();
    m_log->clear();
    m_overlay->setState(
        ViewState::empty(tr("Nothing chosen"), tr("The steps of the chosen evaluation are seen here as they happen.")));
}

QString EvaluationDetail::headline() const
{
    return m_message->text().isEmpty() ? m_headline->text() : QString(m_headline->text() % u" — " % m_message->text());
}

QString EvaluationDetail::resources() const
{
    return m_resources->text();
}

QByteArray EvaluationDetail::layoutState() const
{
    return m_splitter->saveState();
}

void EvaluationDetail::restoreLayoutState(const QByteArray &state)
{
    m_splitter->restoreState(state);
}

void EvaluationDetail::refreshHeadline(const QueuedEvaluation &evaluation)
{
    m_headline->setText(
        QStringLiteral("#%1  %2").arg(evaluation.number).arg(shownLine(variantTitle(evaluation.task), 120)));
    setQuietText(*m_message, shownLine(evaluation.message, longestMessage));
    m_message->setToolTip(evaluation.code);
    m_open->setVisible(evaluation.run.has_value());
}

void EvaluationDetail::refreshRequests(const QueuedEvaluation &evaluation)
{
    const bool isOpen = isBefore(evaluation);
    m_requests->setExchanges(evaluation.exchanges, isOpen ? evaluation.plannedRequests : 0);
    m_requests->setNothing(isOpen ? tr("No request yet") : tr("No request was made"),
        isOpen ? tr("The suite begins when the server was started.") : QString());
    m_beside->setExchanges(evaluation.deepExchanges, 0);
    m_beside->setNothing(tr("No request yet"), tr("This suite comes after the scored one."));
    m_tabs->setTabText(0, tabText(tr("Requests"), evaluation.exchanges));
    m_tabs->setTabText(1, tabText(tr("Suite beside"), evaluation.deepExchanges));
}

} // namespace Decayscope
