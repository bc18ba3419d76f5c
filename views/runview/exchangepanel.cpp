// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangepanel.h"

#include "assertionmodel.h"
#include "assertionproxy.h"
#include "exchangetext.h"
#include "exchangeview.h"

#include <widgets/quietlabel.h>
#include <widgets/spacing.h>
#include <widgets/stateoverlay.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace Decayscope {

namespace {

/// Whether `now` only goes on where `known` ended. Names are enough: an exchange never changes once it is there.
bool goesOn(const std::vector<HttpExchange> &known, const std::vector<HttpExchange> &now)
{
    return now.size() >= known.size()
        && std::equal(known.begin(), known.end(), now.begin(),
            [](const auto &a, const auto &b) { return a.name == b.name && a.checks == b.checks; });
}

} // namespace

ExchangePanel::ExchangePanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new AssertionModel(this))
    , m_proxy(new AssertionProxy(this))
    , m_tree(new QTreeView(this))
    , m_wire(new ExchangeView(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_count(quietLabel(this))
    , m_failingFirst(new QToolButton(this))
    , m_showWire(new QToolButton(this))
    , m_overlay(new StateOverlay(m_tree))
{
    m_proxy->setSourceModel(m_model);
    m_tree->setModel(m_proxy);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(Spacing::normal + Spacing::tight);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setAccessibleName(tr("Requests and their checks"));
    m_failingFirst->setText(tr("Failing first"));
    m_failingFirst->setCheckable(true);
    m_failingFirst->setFocusPolicy(Qt::StrongFocus);
    m_showWire->setText(tr("Request and answer"));
    m_showWire->setToolTip(tr("Show the chosen request and its answer as they went over the wire"));
    m_showWire->setCheckable(true);
    m_showWire->setFocusPolicy(Qt::StrongFocus);
    layOut();
    connect(m_failingFirst, &QToolButton::toggled, m_proxy, &AssertionProxy::setFailingFirst);
    connect(m_showWire, &QToolButton::toggled, this, &ExchangePanel::setWireShown);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ExchangePanel::showCurrent);
    setWireShown(false);
    setExchanges({}, 0);
}

void ExchangePanel::layOut()
{
    auto *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(AssertionModel::Title, QHeaderView::Stretch);
    header->setMinimumSectionSize(Spacing::section);
    for (const auto &[column, words] : {std::pair(AssertionModel::Number, "000"), {AssertionModel::Status, "no answer"},
             {AssertionModel::Milliseconds, "10000"}, {AssertionModel::Passed, "✗ 17/17  "}})
        header->resizeSection(column, fontMetrics().horizontalAdvance(QString::fromUtf8(words)) + Spacing::wide);
    m_tree->setTreePosition(AssertionModel::Title);
    auto *list = new QWidget(this);
    auto *margin = new QHBoxLayout(list);
    margin->setContentsMargins(0, 0, Spacing::normal, 0);
    margin->addWidget(m_tree);
    m_splitter->addWidget(list);
    m_splitter->addWidget(m_wire);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(Spacing::tight);
    m_splitter->setSizes({100, 100});
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Spacing::normal, Spacing::tight, Spacing::normal, Spacing::tight);
    head->setSpacing(Spacing::normal);
    head->addWidget(m_count, 1);
    head->addWidget(m_failingFirst);
    head->addWidget(m_showWire);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_splitter, 1);
}

void ExchangePanel::setExchanges(const std::vector<HttpExchange> &exchanges, int planned)
{
    const auto first = goesOn(m_exchanges, exchanges) ? std::ssize(m_exchanges) : 0;
    std::vector<RequestResult> added;
    added.reserve(exchanges.size());
    for (auto at = first; at < std::ssize(exchanges); ++at)
        added.push_back(reportOf(exchanges[static_cast<std::size_t>(at)]));
    if (first == 0)
        m_model->setRequests(std::move(added));
    else
        m_model->append(std::move(added));
    m_exchanges = exchanges;
    m_planned = planned;
    refreshCount();
    showCurrent();
}

void ExchangePanel::setNote(const QString &note)
{
    m_noteText = note;
    refreshCount();
}

void ExchangePanel::setNothing(const QString &title, const QString &text)
{
    m_overlay->setState(m_exchanges.empty() ? ViewState::empty(title, text) : ViewState::ready());
}

void ExchangePanel::setWireShown(bool shown)
{
    m_showWire->setChecked(shown);
    m_wire->setVisible(shown);
    for (const auto column : {AssertionModel::Status, AssertionModel::Milliseconds})
        m_tree->setColumnHidden(column, shown); // The exchange itself says them.
    if (shown)
        showCurrent();
}

QString ExchangePanel::countText() const
{
    return m_count->text();
}

void ExchangePanel::refreshCount()
{
    qsizetype passed = 0;
    qsizetype checks = 0;
    for (const auto &exchange : m_exchanges) {
        checks += std::ssize(exchange.checks);
        passed += std::ranges::count(exchange.checks, true, &CheckResult::passed);
    }
    const auto count = std::ssize(m_exchanges);
    const auto requests
        = m_planned > count ? tr("%1 of %2 requests").arg(count).arg(m_planned) : tr("%1 requests").arg(count);
    QStringList words;
    if (!m_noteText.isEmpty())
        words << m_noteText;
    if (count > 0)
        words << requests << tr("%1 of %2 checks pass").arg(passed).arg(checks);
    setQuietText(*m_count, words.join(u" · "));
    if (count > 0)
        m_overlay->setState(ViewState::ready());
}

void ExchangePanel::showCurrent()
{
    if (m_wire->isHidden())
        return;
    const auto request = AssertionModel::requestOf(m_proxy->mapToSource(m_tree->currentIndex()));
    if (request >= 0 && request < std::ssize(m_exchanges))
        m_wire->setExchange(m_exchanges[static_cast<std::size_t>(request)]);
    else
        m_wire->setNothing(tr("Choose a request to see it and its answer."));
}

} // namespace Decayscope
