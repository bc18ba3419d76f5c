// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runcontroller.h"

#include "studycontroller.h"

#include <layers/layerreading.h>
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
    if (!reading.syntaxVerdicts.empty())
        code.syntaxLayers = syntaxLayerGraphOfPatch(reading.patch.bytes);
    return code;
}

} // namespace

RunController::RunController(StudyController &study, QObject *parent)
    : QObject(parent)
    , m_study(study)
    , m_digest(&m_pool, this)
    , m_code(&m_pool, this)
{ }

RunController::~RunController()
{
    close();
}

void RunController::open(RunId run, const Preparation &prepare)
{
    if (run == m_run)
        return;
    close();
    m_run = run;
    m_isOpening = true;
    m_opening = m_study.openRun(run);
    if (prepare)
        m_opening = m_opening.then(&m_pool, [prepare](const Opened &reading) { return reading.transform(prepare); });
    m_opening.then(this, [this, ticket = m_ticket](const Opened &reading) {
        if (ticket == m_ticket)
            take(reading);
    });
}

void RunController::close()
{
    ++m_ticket;
    m_opening.cancel();
    m_digest.cancel();
    m_code.cancel();
    m_isOpening = false;
    m_run = {};
}

bool RunController::isBusy() const
{
    return m_isOpening || m_digest.isRunning() || m_code.isRunning();
}

void RunController::take(const Opened &opening)
{
    m_isOpening = false;
    if (!opening) {
        emit failed(sentenceOf(opening.error()));
        return;
    }
    const auto &reading = *opening;
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
