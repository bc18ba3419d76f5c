// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifierspage.h"

#include "verifiercaselist.h"
#include "verifierfindings.h"
#include "verifierimpactwords.h"
#include "verifiermatrix.h"
#include "verifiermatrixmodel.h"

#include <labeling/plaintable.h>
#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QDataStream>
#include <QHBoxLayout>
#include <QIODevice>
#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <utility>

namespace Decayscope {

namespace {

std::vector<VerifierCase> casesOf(
    const std::vector<Run> &runs, std::span<const ModeAgreement> rows, std::span<const VerdictPair> pairs)
{
    std::map<RunId, const Run *> byId;
    for (const auto &run : runs)
        byId[run.id] = &run;
    std::vector<VerifierCase> cases;
    for (const auto &row : rows) {
        for (const auto pair : pairs) {
            for (const auto id : runsWith(row, pair)) {
                if (const auto run = byId.find(id); run != byId.end())
                    cases.push_back({*run->second, row.constraint, pair, {}});
            }
        }
    }
    return cases;
}

} // namespace

VerifiersPage::VerifiersPage(QWidget *parent)
    : QWidget(parent)
    , m_impact(headingLabel({}, this))
    , m_notice(quietLabel(this))
    , m_matrix(new VerifierMatrix(this))
    , m_levels(new PlainTable(tr("A% by level and verifiers"), this))
    , m_casesTitle(headingLabel({}, this))
    , m_cases(new VerifierCaseList(this))
    , m_findings(new VerifierFindings(this))
    , m_body(new QWidget(this))
    , m_parts(new QSplitter(Qt::Vertical, m_body))
    , m_overlay(new StateOverlay(m_body))
    , m_noCases(new StateOverlay(m_cases))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    layOut();
    connect(m_matrix, &VerifierMatrix::cellChosen, this, &VerifiersPage::showCases);
    connect(m_matrix, &VerifierMatrix::entered, m_cases, qOverload<>(&QWidget::setFocus));
    connect(m_cases, &VerifierCaseList::currentCaseChanged, this, &VerifiersPage::showFindings);
    connect(m_cases, &VerifierCaseList::caseActivated, this, &VerifiersPage::requestCurrent);
    connect(m_findings, &VerifierFindings::placeRequested, this, &VerifiersPage::request);
}

void VerifiersPage::layOut()
{
    auto *middle = new QWidget(this);
    auto *list = new QVBoxLayout(middle);
    list->setContentsMargins(Spacing::normal, Spacing::normal, Spacing::normal, 0);
    list->setSpacing(Spacing::tight);
    m_casesTitle->setContentsMargins(Spacing::normal, 0, 0, 0);
    list->addWidget(m_casesTitle);
    list->addWidget(m_cases, 1);
    m_parts->addWidget(middle);
    m_parts->addWidget(m_findings);
    m_parts->setChildrenCollapsible(false);
    m_parts->setStretchFactor(0, 1);
    m_parts->setStretchFactor(1, 1);
    m_parts->setSizes({240, 240});
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    body->addWidget(makeTop());
    body->addWidget(m_parts, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_body);
}

QWidget *VerifiersPage::makeTop()
{
    auto *top = new QWidget(this);
    m_impact->setWordWrap(true);
    m_impact->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_levels->fitHeight(impactRowCount + 1);
    auto *right = new QVBoxLayout;
    right->addWidget(m_levels);
    right->addStretch(1);
    auto *tables = new QHBoxLayout;
    tables->setSpacing(Spacing::section);
    tables->addWidget(m_matrix, 3);
    tables->addLayout(right, 2);
    auto *layout = new QVBoxLayout(top);
    layout->setContentsMargins(Spacing::wide, Spacing::normal + Spacing::tight, Spacing::wide, 0);
    layout->setSpacing(Spacing::normal);
    layout->addWidget(m_impact);
    layout->addWidget(m_notice);
    layout->addLayout(tables);
    return top;
}

void VerifiersPage::setFigures(VerifierFigures figures)
{
    m_figures = std::move(figures);
    m_impact->setText(impactSentence(m_figures.impact));
    m_levels->setContent(impactTitles(), impactRows(m_figures.impact));
    m_matrix->setAgreement(m_figures.agreement);
    showNotice();
    setState(stateOfFigures());
    showCases();
}

void VerifiersPage::setReasons(const std::vector<VerdictReason> &reasons)
{
    m_reasons.clear();
    for (const auto &[run, constraint, mode, reason] : reasons)
        m_reasons[{run, constraint, mode}] = reason;
    showCases();
}

void VerifiersPage::setReading(std::shared_ptr<const RunReading> reading)
{
    const auto *one = m_cases->current();
    if (!one || !reading || reading->run.id != one->run.id)
        return;
    m_reading = std::move(reading);
    m_findings->show(*one, m_reading.get());
}

void VerifiersPage::setState(const ViewState &state)
{
    m_overlay->setState(state);
}

void VerifiersPage::setWork(const QString &words)
{
    m_workWords = words;
    showNotice();
    if (m_overlay->state().kind == ViewState::Kind::Empty)
        setState(stateOfFigures());
}

QString VerifiersPage::impactText() const
{
    return m_impact->text();
}

QString VerifiersPage::casesTitle() const
{
    return m_casesTitle->text();
}

QString VerifiersPage::noticeText() const
{
    return m_notice->text();
}

QByteArray VerifiersPage::layoutState() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << m_parts->saveState() << m_cases->columnState();
    return bytes;
}

void VerifiersPage::restoreLayoutState(const QByteArray &state)
{
    QDataStream stream(state);
    QByteArray parts;
    QByteArray columns;
    stream >> parts >> columns;
    m_parts->restoreState(parts);
    m_cases->restoreColumnState(columns);
}

void VerifiersPage::showCases()
{
    auto cases = casesOf(m_figures.runs, m_matrix->chosenRows(), m_matrix->chosenPairs());
    for (auto &one : cases) {
        for (const auto mode : allVerifierModes) {
            const auto reason = m_reasons.find({one.run.id, one.constraint, mode});
            if (reason != m_reasons.end())
                one.reasons.at(static_cast<std::size_t>(mode)) = reason->second;
        }
    }
    m_casesTitle->setText(m_matrix->chosenTitle().isEmpty()
            ? QString()
            : tr("%1: %n run(s)", nullptr, static_cast<int>(cases.size())).arg(m_matrix->chosenTitle()));
    m_findings->setVisible(!cases.empty());
    m_noCases->setState(!cases.empty() ? ViewState::ready()
            : m_matrix->chosenPairs().size() == 2
            ? ViewState::empty(tr("The verifiers agree"),
                  tr("Both say the same of every run. Choose another cell above to see the runs it counts."))
            : ViewState::empty(tr("No runs"), tr("Choose another cell above to see the runs it counts.")));
    m_cases->setCases(std::move(cases), m_figures.styles);
}

void VerifiersPage::showFindings()
{
    const auto *one = m_cases->current();
    if (!one) {
        m_findings->clear();
        return;
    }
    const bool isRead = m_reading && m_reading->run == one->run;
    m_findings->show(*one, isRead ? m_reading.get() : nullptr);
    if (!isRead)
        emit caseChosen(one->run.id);
}

void VerifiersPage::showNotice()
{
    auto words = m_workWords;
    if (words.isEmpty() && m_figures.unjudged > 0)
        words = unjudgedSentence(m_figures.unjudged, m_figures.isReadOnly);
    m_notice->setText(words);
    m_notice->setVisible(!words.isEmpty());
}

ViewState VerifiersPage::stateOfFigures() const
{
    if (!m_figures.agreement.empty())
        return ViewState::ready();
    if (m_figures.unjudged == 0)
        return ViewState::empty(tr("No constraints to verify"),
            tr("No run that passes the filter has a task with structural constraints, so verifiers have nothing to "
               "say."));
    return ViewState::empty(tr("Not judged yet"),
        m_workWords.isEmpty() ? unjudgedSentence(m_figures.unjudged, m_figures.isReadOnly) : m_workWords);
}

/// Enter leads to the first finding of the mode that objects.
void VerifiersPage::requestCurrent()
{
    const auto *one = m_cases->current();
    if (!one)
        return;
    const auto mode = one->objecting();
    const auto &violations = m_findings->violations(mode);
    const auto first
        = std::ranges::find_if(violations, [](const Violation &finding) { return !finding.file.isEmpty(); });
    if (first == violations.end())
        request(mode, {}, 0);
    else
        request(mode, first->file, first->line);
}

void VerifiersPage::request(VerifierMode mode, const QString &file, int line)
{
    if (const auto *one = m_cases->current())
        emit readRequested(one->run.id, mode, one->constraint, file, line);
}

} // namespace Decayscope
