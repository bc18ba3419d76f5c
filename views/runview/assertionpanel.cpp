// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assertionpanel.h"

#include "assertionmodel.h"
#include "assertionproxy.h"
#include "codetext.h"
#include "codeturn.h"

#include <widgets/linklabel.h>
#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

constexpr int mostFailures = 3;
constexpr qsizetype longestFailure = 600;

/// What was recorded of an assertion; null where nothing was.
const CheckResult *checkOf(const HttpExchange *exchange, int assertion)
{
    return exchange && assertion < std::ssize(exchange->checks) ? &exchange->checks[static_cast<size_t>(assertion)]
                                                                : nullptr;
}

/// An assertion in full: expected and actual where they were recorded, else the report's words.
QString failureLine(const AssertionResult &assertion, const CheckResult *check)
{
    const auto sign = assertion.outcome == AssertionOutcome::Failed ? u"✗ "_s : u"• "_s;
    const auto shown = [](const QString &text) { return shownLine(text, longestFailure).toHtmlEscaped(); };
    if (check)
        return sign + shown(assertion.name) + u"<br>&nbsp;&nbsp;&nbsp;"_s
            + AssertionPanel::tr("expected %1, was %2")
                  .arg(u"<code>"_s + shown(check->expected) + u"</code>"_s,
                      u"<code>"_s + shown(check->actual) + u"</code>"_s);
    return sign
        + shown(assertion.message.isEmpty() ? assertion.name : QString(assertion.name % u" — " % assertion.message));
}

} // namespace

AssertionPanel::AssertionPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new AssertionModel(this))
    , m_proxy(new AssertionProxy(this))
    , m_tree(new QTreeView(this))
    , m_filter(new QLineEdit(this))
    , m_failingFirst(new QToolButton(this))
    , m_count(new QLabel(this))
    , m_why(new LinkLabel(this))
{
    m_proxy->setSourceModel(m_model);
    m_tree->setModel(m_proxy);
    m_tree->setUniformRowHeights(true);
    m_tree->setDragDropMode(QAbstractItemView::DragOnly);
    m_tree->setIndentation(Spacing::normal + Spacing::tight);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAccessibleName(tr("Requests and their assertions"));
    m_tree->setTextElideMode(Qt::ElideRight);
    m_filter->setPlaceholderText(tr("Filter requests and assertions"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_failingFirst->setText(tr("Failing first"));
    m_failingFirst->setCheckable(true);
    m_failingFirst->setFocusPolicy(Qt::StrongFocus);
    m_why->setWordWrap(true);
    m_why->setMargin(Spacing::normal);
    m_why->setFocusPolicy(Qt::StrongFocus);
    layOut();

    connect(m_filter, &QLineEdit::textChanged, m_proxy, &AssertionProxy::setWords);
    connect(m_failingFirst, &QToolButton::toggled, m_proxy, &AssertionProxy::setFailingFirst);
    connect(m_why, &QLabel::linkActivated, this, &AssertionPanel::followLink);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        updateWhy();
        if (!m_isQuiet && currentRequest() >= 0)
            emit requestChosen(currentRequest());
    });
    m_tree->viewport()->installEventFilter(this);
    updateCount();
    updateWhy();
}

void AssertionPanel::setRequests(std::vector<RequestResult> requests)
{
    const QScopedValueRollback quiet(m_isQuiet, true);
    m_links.clear();
    m_evaluation.reset();
    m_model->setRequests(std::move(requests));
    for (const auto column :
        {AssertionModel::Number, AssertionModel::Status, AssertionModel::Milliseconds, AssertionModel::Passed})
        m_tree->resizeColumnToContents(column);
    updateCount();
    updateWhy();
}

void AssertionPanel::setLinks(std::vector<WhyLink> links)
{
    m_links = std::move(links);
    updateWhy();
}

void AssertionPanel::setEvaluation(std::shared_ptr<const EvaluationRecord> evaluation)
{
    m_evaluation = std::move(evaluation);
    updateWhy();
}

void AssertionPanel::nextFailing()
{
    step(1);
}

void AssertionPanel::previousFailing()
{
    step(-1);
}

int AssertionPanel::currentRequest() const
{
    return AssertionModel::requestOf(m_proxy->mapToSource(m_tree->currentIndex()));
}

QString AssertionPanel::currentTitle() const
{
    const auto request = currentRequest();
    if (request < 0)
        return {};
    const auto &result = m_model->requests()[static_cast<size_t>(request)];
    auto title = QString(QString::number(request + 1) % u' ' % result.name);
    const auto current = m_proxy->mapToSource(m_tree->currentIndex());
    if (!current.parent().isValid())
        return title;
    return title % u": " % result.assertions[static_cast<size_t>(current.row())].name;
}

void AssertionPanel::setCurrentRequest(int request)
{
    if (request < 0 || request >= m_model->rowCount())
        return;
    const QScopedValueRollback quiet(m_isQuiet, true);
    if (!m_proxy->mapFromSource(m_model->index(request, 0)).isValid())
        m_filter->clear();
    choose(request);
}

/// What is said about a request takes room from the list; the request stays in view.
bool AssertionPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && m_tree->currentIndex().isValid())
        m_tree->scrollTo(m_tree->currentIndex());
    return QWidget::eventFilter(watched, event);
}

void AssertionPanel::layOut()
{
    auto *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(AssertionModel::Title, QHeaderView::Stretch);
    header->setMinimumSectionSize(Spacing::section);
    m_tree->setTreePosition(AssertionModel::Title);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Spacing::normal, Spacing::normal, Spacing::normal, Spacing::normal);
    head->setSpacing(Spacing::normal);
    head->addWidget(m_filter, 1);
    head->addWidget(m_failingFirst);
    head->addWidget(m_count);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_why);
}

void AssertionPanel::step(int by)
{
    const auto rows = m_proxy->rowCount();
    if (rows == 0)
        return;
    const auto current = m_tree->currentIndex();
    const auto at = current.parent().isValid() ? current.parent().row() : current.row();
    auto row = at < 0 ? (by > 0 ? -1 : rows) : at;
    for (int tried = 0; tried < rows; ++tried) {
        row = (row + by + rows) % rows;
        const auto request = AssertionModel::requestOf(m_proxy->mapToSource(m_proxy->index(row, 0)));
        if (m_model->isFailing(request))
            return choose(request);
    }
}

/// Opens the request so that its assertions are seen.
void AssertionPanel::choose(int request)
{
    const auto index = m_proxy->mapFromSource(m_model->index(request, 0));
    m_tree->setCurrentIndex(index);
    m_tree->expand(index);
    m_tree->scrollTo(index);
}

void AssertionPanel::updateCount()
{
    int failing = 0;
    for (int request = 0; request < m_model->rowCount(); ++request)
        failing += m_model->isFailing(request) ? 1 : 0;
    m_count->setText(m_model->rowCount() == 0
            ? tr("no report")
            : tr("%1 of %n request(s) fail", nullptr, m_model->rowCount()).arg(failing));
    m_failingFirst->setEnabled(failing > 0);
}

void AssertionPanel::updateWhy()
{
    const auto request = currentRequest();
    if (request < 0)
        return m_why->setText(m_model->rowCount() == 0
                ? tr("This run has no report of the behavioural suite.")
                : tr("Choose a request to see the code that answers it and the turn that wrote that code."));
    const auto wire
        = exchangeOf(request) ? QStringLiteral(" <a href=\"wire\">%1</a>").arg(tr("Request and answer")) : QString();
    m_why->setText(failureHtml(request) + linkHtml(request) + wire);
}

/// The chosen assertion, or else the first that fail, in full.
QString AssertionPanel::failureHtml(int request) const
{
    const auto &assertions = m_model->requests()[static_cast<size_t>(request)].assertions;
    const auto current = m_tree->currentIndex();
    const auto chosen = current.parent().isValid() ? m_proxy->mapToSource(current).row() : -1;
    QString html;
    int shown = 0;
    for (int i = 0; i < std::ssize(assertions) && shown < mostFailures; ++i) {
        const auto &assertion = assertions[static_cast<size_t>(i)];
        const auto isFailed = assertion.outcome == AssertionOutcome::Failed;
        if (chosen >= 0 ? i != chosen : !isFailed)
            continue;
        html += failureLine(assertion, checkOf(exchangeOf(request), i)) + u"<br>"_s;
        ++shown;
    }
    return html;
}

/// The exchange of the same place and as many checks: a report of another suite has none.
const HttpExchange *AssertionPanel::exchangeOf(int request) const
{
    if (!m_evaluation || m_evaluation->suites.empty())
        return nullptr;
    const auto &exchanges = m_evaluation->suites.front().exchanges;
    const auto &requests = m_model->requests();
    if (exchanges.size() != requests.size() || request < 0 || request >= std::ssize(exchanges))
        return nullptr;
    return &exchanges[static_cast<size_t>(request)];
}

QString AssertionPanel::linkHtml(int request) const
{
    if (request >= std::ssize(m_links))
        return tr("The code behind this request is still being looked for.");
    const auto &link = m_links[static_cast<size_t>(request)];
    const auto explanation = link.explanation.left(2000).toHtmlEscaped();
    if (!link.handler)
        return QString(tr("No code is known to answer this request.") % u"<br>" % explanation);
    const auto &route = link.handler->route;
    const auto place = shownLine(QString(route.handlerFile % u':' % QString::number(route.handlerLine)), 300);
    const auto code = QStringLiteral("<a href=\"code\">%1</a>").arg(place.toHtmlEscaped());
    const auto turn = QStringLiteral("<a href=\"turn\">%1</a>").arg(tr("turn %1").arg(turnNumber(link.writer)));
    const auto writer = link.writer >= 0 ? tr("Written at %1.").arg(turn)
        : link.writer == baseWriter      ? tr("It was there before the agent began.")
                                         : tr("Nobody knows which turn wrote it.");
    return QString(tr("Answered by %1.").arg(code) % u' ' % writer % u"<br>" % explanation);
}

void AssertionPanel::followLink(const QString &link)
{
    const auto request = currentRequest();
    if (link == u"wire" && request >= 0)
        return emit exchangeRequested(request);
    if (request < 0 || request >= std::ssize(m_links))
        return;
    const auto &why = m_links[static_cast<size_t>(request)];
    if (link == u"turn")
        emit turnRequested(why.writer);
    else if (why.handler)
        emit codeRequested(why.handler->route.handlerFile, why.handler->route.handlerLine);
}

} // namespace Decayscope
