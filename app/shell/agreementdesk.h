// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "latestjob.h"
#include "place.h"

#include <agreement/agreementreport.h>

#include <QThreadPool>

namespace Decayscope {

class AgreementPage;
class LabelJournal;
class StudyController;

/// Agreement, disagreement and adjudication: computes what the page shows when it is in view, and opens what it leads
/// to.
class AgreementDesk final : public QObject
{
    Q_OBJECT

public:
    AgreementDesk(StudyController &study, AgreementPage &page, QObject *parent);

    void takeStudy();
    void setInView(bool inView);
    void setAdjudicator(const QString &name) { m_adjudicator = name; }
    [[nodiscard]] bool isBusy() const { return m_job.isRunning(); }
    [[nodiscard]] const AgreementRequest &request() const { return m_request; }

signals:
    void labelsShown(const std::vector<Decayscope::LabelTarget> &targets); ///< Of others, run by run.
    void placeRequested(const Decayscope::RunPlace &place);
    void problem(const QString &sentence);

private:
    void takeLabels();
    void ask(const AgreementRequest &request);
    void take(const Result<AgreementReport> &report);
    void showCell(int by, int against);
    void openRun(const LabelTarget &target, const Evidence &evidence);
    void adjudicate(const AgreementUnit &unit, const Label &label);
    void showUnits(const std::vector<AgreementUnit> &units, const QString &title);
    [[nodiscard]] AgreementRequest firstRequest(const LabelBook &book) const;

    StudyController &m_study;
    AgreementPage &m_page;
    LabelJournal *m_journal = nullptr;
    QThreadPool m_pool;
    LatestJob m_job;
    AgreementRequest m_request;
    AgreementReport m_report;
    QString m_adjudicator;
    quint64 m_shown = 0; ///< Revision of the labels that are shown.
    bool m_isInView = false;
};

} // namespace Decayscope
