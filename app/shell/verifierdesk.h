// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "latestjob.h"
#include "place.h"

#include <domain/runreading.h>
#include <domain/studysnapshot.h>

#include <QFuture>
#include <QObject>
#include <QThreadPool>

#include <memory>

namespace Decayscope {

class StudyController;
class VerifiersPage;

/// What is done on the Verifiers page: computes its figures while it is in view, and opens the run whose findings are
/// looked at.
class VerifierDesk final : public QObject
{
    Q_OBJECT

public:
    VerifierDesk(StudyController &study, VerifiersPage &page, QObject *parent);
    ~VerifierDesk() override;

    void takeStudy(); ///< Another study is open: nothing of the one before stays.
    void show(const Place &place); ///< Other pages than this one cost nothing.
    [[nodiscard]] bool isBusy() const { return m_figures.isRunning() || m_isOpening || m_isReadingReasons; }

signals:
    void readRun(Decayscope::RunId run); ///< Somebody sees findings in this run, with its identity.

private:
    using Opened = Result<std::shared_ptr<const RunReading>>;

    void compute(const RunFilter &filter);
    void openRun(RunId run);
    void readReasons();
    void showWork(qint64 done, qint64 total);

    StudyController &m_study;
    VerifiersPage &m_page;
    QThreadPool m_pool;
    LatestJob m_figures;
    std::shared_ptr<const StudySnapshot> m_shown; ///< What the page was computed from.
    RunFilter m_filter;
    QFuture<Opened> m_opening;
    quint64 m_ticket = 0; ///< Of the newest opening.
    bool m_isOpening = false;
    bool m_isReadingReasons = false;
};

} // namespace Decayscope
