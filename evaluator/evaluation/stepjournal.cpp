// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stepjournal.h"

namespace Decayscope {

StepJournal::StepJournal(Listener listener)
    : m_listener(std::move(listener))
{
    m_steps.reserve(allEvaluationSteps.size());
    for (const auto step : allEvaluationSteps)
        m_steps.push_back({.step = step});
}

void StepJournal::begin(EvaluationStep step)
{
    m_current = step;
    m_time.start();
    at(step).outcome = StepOutcome::Running;
    tell(at(step));
}

void StepJournal::end(StepOutcome outcome, const QString &message, const QString &log)
{
    auto &record = at(m_current);
    record.outcome = outcome;
    record.milliseconds = m_time.elapsed();
    record.message = message;
    record.log = log;
    tell(record);
}

void StepJournal::skip(EvaluationStep step, const QString &why)
{
    auto &record = at(step);
    record.outcome = StepOutcome::Skipped;
    record.message = why;
    tell(record);
}

StepRecord &StepJournal::at(EvaluationStep step)
{
    return m_steps.at(static_cast<std::size_t>(step));
}

void StepJournal::tell(const StepRecord &record) const
{
    if (m_listener)
        m_listener(record);
}

} // namespace Decayscope
