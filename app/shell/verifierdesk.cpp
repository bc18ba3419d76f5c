// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifierdesk.h"

#include "studycontroller.h"

#include <pages/verifierspage.h>

#include <QLocale>

#include <utility>

namespace Decayscope {

VerifierDesk::VerifierDesk(StudyController &study, VerifiersPage &page, QObject *parent)
    : QObject(parent)
    , m_study(study)
    , m_page(page)
    , m_figures(&m_pool, this)
{
    connect(&page, &VerifiersPage::caseChosen, this, &VerifierDesk::openRun);
    connect(&study, &StudyController::judgingProgressed, this, &VerifierDesk::showWork);
    connect(&study, &StudyController::judgingEnded, this, [this] { m_page.setWork({}); });
}

VerifierDesk::~VerifierDesk()
{
    m_opening.cancel();
}

void VerifierDesk::takeStudy()
{
    m_figures.cancel();
    m_opening.cancel();
    ++m_ticket;
    m_isOpening = false;
    m_isReadingReasons = false;
    m_shown.reset();
    m_page.setReasons({});
    m_page.setWork({});
    m_page.setState(ViewState::loading(tr("Comparing the verifiers …")));
}

void VerifierDesk::show(const Place &place)
{
    const auto study = m_study.snapshot();
    if (place.page != Page::Verifiers || !study || (study == m_shown && place.filter == m_filter))
        return;
    const bool isOtherStudy = study != std::exchange(m_shown, study);
    compute(place.filter);
    if (isOtherStudy)
        readReasons();
}

void VerifierDesk::compute(const RunFilter &filter)
{
    m_filter = filter;
    m_figures.start([study = m_shown, filter](
                        const Progress &) { return Result<VerifierFigures>(verifierFiguresOf(*study, filter)); },
        [this](const Result<VerifierFigures> &figures) { m_page.setFigures(*figures); });
}

/// They follow the figures: what is said of the verdicts is longer than the verdicts.
void VerifierDesk::readReasons()
{
    m_isReadingReasons = true;
    m_study.verdictReasons().then(this, [this, study = m_shown](const Result<std::vector<VerdictReason>> &reasons) {
        if (study != m_shown)
            return;
        m_isReadingReasons = false;
        if (reasons)
            m_page.setReasons(*reasons);
    });
}

/// The newest run wins: readers walk through the list faster than runs are opened.
void VerifierDesk::openRun(RunId run)
{
    m_opening.cancel();
    m_isOpening = true;
    m_opening = m_study.openRun(run);
    m_opening.then(this, [this, ticket = ++m_ticket](const Opened &reading) {
        if (ticket != m_ticket)
            return;
        m_isOpening = false;
        if (!reading)
            return;
        m_page.setReading(*reading);
        emit readRun((*reading)->run.id);
    });
}

void VerifierDesk::showWork(qint64 done, qint64 total)
{
    const QLocale locale;
    m_page.setWork(tr("Runs are being judged: %1 of %2.").arg(locale.toString(done), locale.toString(total)));
}

} // namespace Decayscope
