// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/evaluation.h>

#include <QElapsedTimer>

#include <functional>

namespace Decayscope {

/// Keeps the record of an evaluation's steps, and tells of each as it begins and ends.
class StepJournal
{
public:
    using Listener = std::function<void(const StepRecord &)>;

    explicit StepJournal(Listener listener);

    void begin(EvaluationStep step);
    void end(StepOutcome outcome, const QString &message, const QString &log = {}); ///< Of the step begun last.
    void skip(EvaluationStep step, const QString &why);

    /// The steps in their order; those never begun are left waiting.
    [[nodiscard]] const std::vector<StepRecord> &steps() const { return m_steps; }

private:
    StepRecord &at(EvaluationStep step);
    void tell(const StepRecord &record) const;

    Listener m_listener;
    std::vector<StepRecord> m_steps;
    EvaluationStep m_current = EvaluationStep::Prepare;
    QElapsedTimer m_time;
};

} // namespace Decayscope
