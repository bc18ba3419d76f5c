// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agreementdesk.h"

#include "studycontroller.h"

#include <labeling/agreementview.h>
#include <labeling/disagreementreader.h>
#include <pages/agreementpage.h>
#include <workspace/labeljournal.h>

#include <algorithm>

namespace Decayscope {

AgreementDesk::AgreementDesk(StudyController &study, AgreementPage &page, QObject *parent)
    : QObject(parent)
    , m_study(study)
    , m_page(page)
    , m_job(&m_pool, this)
{
    connect(page.view(), &AgreementView::requestChanged, this, &AgreementDesk::ask);
    connect(page.view(), &AgreementView::cellChosen, this, &AgreementDesk::showCell);
    connect(page.reader(), &DisagreementReader::adjudicated, this, &AgreementDesk::adjudicate);
    connect(page.reader(), &DisagreementReader::runRequested, this,
        [this](const LabelTarget &target) { openRun(target, {}); });
    connect(page.reader(), &DisagreementReader::evidenceRequested, this, &AgreementDesk::openRun);
}

/// Where a label rests on code or a violation its line, else the turn.
void AgreementDesk::openRun(const LabelTarget &target, const Evidence &evidence)
{
    const auto unit = std::ranges::find(m_report.units, target, &AgreementUnit::target);
    if (unit == m_report.units.end() || !unit->run) {
        emit problem(tr("This run is not in the study. Import the results it belongs to."));
        return;
    }
    const bool isCode = evidence.kind == Evidence::Kind::CodeLine || evidence.kind == Evidence::Kind::Violation;
    emit placeRequested({.run = *unit->run,
        .turn = std::max(0, evidence.turn),
        .file = isCode ? evidence.place : QString(),
        .line = isCode ? evidence.firstLine : 0});
}

void AgreementDesk::takeStudy()
{
    m_job.cancel();
    m_request = {};
    m_shown = 0;
    m_journal = m_study.labels();
    if (m_journal)
        connect(m_journal, &LabelJournal::changed, this, &AgreementDesk::takeLabels);
    takeLabels();
}

void AgreementDesk::setInView(bool inView)
{
    m_isInView = inView;
    takeLabels();
}

/// Only what is in view is computed.
void AgreementDesk::takeLabels()
{
    if (!m_isInView || !m_journal)
        return;
    const auto book = m_journal->book();
    if (m_shown == book->revision)
        return;
    m_shown = book->revision;
    const auto annotators = book->annotators();
    if (annotators.size() < 2) {
        m_page.setState(ViewState::empty(tr("Nobody to compare yet"),
            tr("Agreement needs labels of two annotators, or of one and the judge: label a sample, or import label "
               "files.")));
        return;
    }
    m_page.view()->setChoices(annotators, book->samples);
    if (!annotators.contains(m_request.by) || !annotators.contains(m_request.against))
        m_request = firstRequest(*book);
    ask(m_request);
}

/// People are the reference; the judge is what is looked at.
AgreementRequest AgreementDesk::firstRequest(const LabelBook &book) const
{
    const auto annotators = book.annotators();
    AgreementRequest request;
    const auto isPerson = [](const QString &name) { return name != judgeName && name != adjudicatedName; };
    const auto person = std::ranges::find_if(annotators, isPerson);
    request.by = person == annotators.end() ? annotators.front() : *person;
    const auto other = std::ranges::find_if(annotators, [&](const QString &name) { return name != request.by; });
    request.against = annotators.contains(judgeName) && request.by != judgeName ? QString(judgeName) : *other;
    return request;
}

void AgreementDesk::ask(const AgreementRequest &request)
{
    m_request = request;
    if (!m_journal)
        return;
    m_job.start([book = m_journal->book(), request](const Progress &) { return agreementReport(*book, request); },
        [this](const Result<AgreementReport> &report) { take(report); });
}

void AgreementDesk::take(const Result<AgreementReport> &report)
{
    if (!report) {
        m_page.setState(ViewState::failed(tr("Nothing to compare"), sentenceOf(report.error())));
        return;
    }
    m_report = *report;
    m_page.setState(ViewState::ready());
    m_page.view()->setReport(m_report, m_request);
    m_page.reader()->setCodebook(m_journal->codebook());
    m_page.reader()->setPair(m_request.by, m_request.against);
    m_page.reader()->setReadOnly(m_study.snapshot()->isReadOnly);
    std::vector<AgreementUnit> differing;
    std::ranges::copy_if(m_report.units, std::back_inserter(differing), &AgreementUnit::isDisagreement);
    showUnits(differing, tr("All disagreements"));
}

void AgreementDesk::showCell(int by, int against)
{
    std::vector<AgreementUnit> units;
    std::ranges::copy_if(m_report.units, std::back_inserter(units),
        [&](const AgreementUnit &unit) { return unit.byCategory == by && unit.againstCategory == against; });
    const auto &titles = m_report.titles;
    showUnits(units, tr("%1 × %2").arg(titles.value(by), titles.value(against)));
}

void AgreementDesk::showUnits(const std::vector<AgreementUnit> &units, const QString &title)
{
    m_page.reader()->setUnits(units, title);
    std::vector<LabelTarget> targets;
    targets.reserve(units.size());
    for (const auto &unit : units)
        targets.push_back(unit.target);
    emit labelsShown(targets);
}

void AgreementDesk::adjudicate(const AgreementUnit &unit, const Label &label)
{
    if (!m_journal)
        return;
    Adjudicated decision{.label = label, .basis = {}};
    const auto codebook = m_journal->codebook();
    decision.label.codebook = codebook.id;
    decision.label.version = codebook.version;
    for (const auto *row : {unit.by ? &*unit.by : nullptr, unit.against ? &*unit.against : nullptr}) {
        if (row)
            decision.basis << row->event;
    }
    const auto &item = unit.by && !unit.by->item.sample.isEmpty() ? unit.by->item : ItemKey{};
    m_journal->record(m_adjudicator, item, unit.target, decision);
}

} // namespace Decayscope
