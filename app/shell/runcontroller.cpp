// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runcontroller.h"

#include "studycontroller.h"

#include <verifiers/layergraph.h>

namespace Decayscope {

namespace {

Result<CodeReading> codeOf(const RunReading &reading, const Progress &progress)
{
    CodeReading code;
    code.history = std::make_shared<const CodeHistory>(CodeHistory::of(*reading.turns, reading.patch.bytes, progress));
    if (progress.isCancelled())
        return cancelled();
    const auto routes = RouteMap::of(finalTexts(*code.history));
    code.links = whyLinks(reading.requests, routes, *code.history);
    code.layers = layerGraph(reading.patch.bytes);
    return code;
}

} // namespace

RunController::RunController(StudyController &study, QObject *parent)
    : QObject(parent)
    , m_study(study)
    , m_digest(&m_pool, this)
    , m_code(&m_pool, this)
{
    connect(&m_opening, &QFutureWatcherBase::finished, this, [this] {
        if (m_opening.future().resultCount() == 0)
            return;
        const auto reading = m_opening.result();
        if (reading)
            take(*reading);
        else if (reading.error().kind != ErrorKind::Cancelled)
            emit failed(sentenceOf(reading.error()));
    });
}

RunController::~RunController()
{
    close();
}

void RunController::open(RunId run)
{
    if (run == m_run)
        return;
    close();
    m_run = run;
    m_opening.setFuture(m_study.openRun(run));
}

void RunController::close()
{
    m_opening.cancel();
    m_opening.setFuture({});
    m_digest.cancel();
    m_code.cancel();
    m_run = {};
}

bool RunController::isBusy() const
{
    return m_opening.isRunning() || m_digest.isRunning() || m_code.isRunning();
}

void RunController::take(const std::shared_ptr<const RunReading> &reading)
{
    emit opened(reading);
    m_digest.start(
        [turns = reading->turns](const Progress &progress) -> Result<std::shared_ptr<const TrajectoryDigest>> {
            auto digest = std::make_shared<const TrajectoryDigest>(digestOf(*turns, progress));
            return progress.isCancelled() ? Result<std::shared_ptr<const TrajectoryDigest>>(cancelled()) : digest;
        },
        [this](const auto &digest) {
            if (digest)
                emit digestReady(*digest);
        });
    m_code.start([reading](const Progress &progress) { return codeOf(*reading, progress); },
        [this](const Result<CodeReading> &code) {
            if (code)
                emit codeReady(*code);
        });
}

} // namespace Decayscope
