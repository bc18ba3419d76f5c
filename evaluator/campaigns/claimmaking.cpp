// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "claimmaking.h"

#include <QDir>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

/// One claim on its way: what its steps hand on to each other.
class ClaimMaking
{
public:
    ClaimMaking(ClaimAtWork &work, const CampaignTools &tools, const CampaignControl &control);

    Result<MadeRun> make();

private:
    Result<> makeFolder(AgentRequest &request) const;
    Result<AgentOutcome> letAgentWork(CampaignTask &task);
    Result<RunBundle> evaluatePatch(EvaluationRequest request, const AgentOutcome &outcome);

    ClaimAtWork &m_work;
    const CampaignTools &m_tools;
    const Progress m_progress;
};

ClaimMaking::ClaimMaking(ClaimAtWork &work, const CampaignTools &tools, const CampaignControl &control)
    : m_work(work)
    , m_tools(tools)
    , m_progress([&work, &control] { return work.isLost() || control.mustStop(); })
{ }

Result<MadeRun> ClaimMaking::make()
{
    auto task = m_tools.prepare(m_work.claim());
    if (!task)
        return std::unexpected(std::move(task.error()));
    auto outcome = letAgentWork(*task);
    if (!outcome)
        return std::unexpected(std::move(outcome.error()));
    auto evaluated = evaluatePatch(std::move(task->evaluation), *outcome);
    if (!evaluated)
        return std::unexpected(std::move(evaluated.error()));
    const auto spent = outcome->spent;
    return MadeRun{.bundle = m_tools.complete(*std::move(evaluated), *std::move(outcome)), .spent = spent};
}

Result<> ClaimMaking::makeFolder(AgentRequest &request) const
{
    request.folder = attemptFolder(m_tools, m_work.claim());
    // Of an attempt of this number, by a program that was killed before anybody heard of it.
    QDir(request.folder).removeRecursively();
    if (QDir().mkpath(request.folder))
        return {};
    return failure(ErrorKind::Refused,
        u"The folder \"%1\", where a run's trajectory is to grow, cannot be made. Make room, or make the folder above it writable."_s
            .arg(request.folder));
}

Result<AgentOutcome> ClaimMaking::letAgentWork(CampaignTask &task)
{
    const auto agent = m_tools.agentOf(task.agent.scaffold.name);
    if (!agent)
        return std::unexpected(agent.error());
    if (auto made = makeFolder(task.agent); !made)
        return std::unexpected(std::move(made.error()));
    m_work.enter(PlannedRunState::Agent, u"The agent begins."_s);
    const AgentWatch watch{
        .turn = [this](int turns, const Spending &spent, const QString &what) { m_work.takeTurn(turns, spent, what); }};
    auto outcome = (*agent)(task.agent, m_tools.agent, watch, m_progress);
    if (outcome)
        m_work.takeTurn(outcome->turns, outcome->spent, outcome->ending);
    return outcome;
}

Result<RunBundle> ClaimMaking::evaluatePatch(EvaluationRequest request, const AgentOutcome &outcome)
{
    m_work.enter(PlannedRunState::Evaluating, u"The evaluation begins."_s);
    request.code = WorkspacePatch{.path = attemptFolder(m_tools, m_work.claim()), .bytes = outcome.patch};
    const EvaluationWatch watch{.step =
                                    [this](const StepRecord &step) {
                                        if (step.outcome == StepOutcome::Running)
                                            m_work.say(evaluationStepName(step.step));
                                    },
        .exchange = {},
        .output = {},
        .resources = {}};
    return m_tools.evaluate(request, watch, m_progress);
}

} // namespace

Result<MadeRun> makeRun(ClaimAtWork &work, const CampaignTools &tools, const CampaignControl &control)
{
    return ClaimMaking(work, tools, control).make();
}

QString attemptFolder(const CampaignTools &tools, const PlanClaim &claim)
{
    return u"%1/%2-%3"_s.arg(tools.folder).arg(claim.run.number).arg(claim.attempt);
}

} // namespace Decayscope
