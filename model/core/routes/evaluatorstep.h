// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evaluator.h"

namespace Decayscope {

/// One answer that rests on others: counts how deep they go, as long as it lives.
class Evaluator::Step
{
public:
    explicit Step(Evaluator &evaluator)
        : m_evaluator(evaluator)
    {
        ++m_evaluator.m_depth;
        static_cast<void>(m_evaluator.spend());
    }
    ~Step() { --m_evaluator.m_depth; }
    Q_DISABLE_COPY_MOVE(Step)

    [[nodiscard]] bool isTooFar() const { return m_evaluator.m_depth > deepest || !m_evaluator.hasEffortLeft(); }

private:
    static constexpr int deepest = 40;

    Evaluator &m_evaluator;
};

} // namespace Decayscope
