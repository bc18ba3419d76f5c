// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "latestjob.h"

#include <domain/layergraph.h>
#include <domain/runreading.h>
#include <trajectory/turndigest.h>
#include <trajectory/whylinks.h>

#include <QFuture>
#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace Decayscope {

class StudyController;

/// What is computed from the code of a run.
struct CodeReading
{
    std::shared_ptr<const CodeHistory> history;
    std::vector<WhyLink> links;
    LayerGraph layers; ///< As the reference verifiers see them.
    LayerGraph syntaxLayers; ///< As the verifiers do that read code; empty where they have not judged the run.
};

/// Opens the run to be read and computes, off the GUI thread, what its page shows beside it. The newest run wins.
class RunController final : public QObject
{
    Q_OBJECT

public:
    using Reading = std::shared_ptr<const RunReading>;
    /// Changes what was opened before anything else sees it, off the GUI thread.
    using Preparation = std::function<Reading(const Reading &)>;

    explicit RunController(StudyController &study, QObject *parent = nullptr);
    ~RunController() override;

    /// Opens another run; the one that is open or being opened changes nothing.
    void open(RunId run, const Preparation &prepare = {});
    void close(); ///< Before another study.

    [[nodiscard]] RunId run() const { return m_run; }
    /// Whether the reading, or anything computed from it, is still to come.
    [[nodiscard]] bool isBusy() const;

signals:
    void opened(std::shared_ptr<const Decayscope::RunReading> reading);
    void digestReady(std::shared_ptr<const Decayscope::TrajectoryDigest> digest);
    void codeReady(const Decayscope::CodeReading &code);
    void failed(const QString &sentence);

private:
    using Opened = Result<Reading>;

    void take(const Opened &opening);

    StudyController &m_study;
    QThreadPool m_pool;
    LatestJob m_digest;
    LatestJob m_code;
    QFuture<Opened> m_opening;
    quint64 m_ticket = 0; ///< Of the newest opening.
    RunId m_run;
    bool m_isOpening = false; ///< Until the answer has been taken.
};

} // namespace Decayscope
