// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fakesandbox.h"

#include <evaluation/evaluationrun.h>

namespace Decayscope::Test {

/// Evaluations in the fake sandbox with two tiny suites: "small" with two requests and three checks, one of which
/// fails, and "deep" with one.
class GlassLab
{
public:
    GlassLab();

    [[nodiscard]] FakeSandbox &sandbox() { return *m_sandbox; }
    [[nodiscard]] std::shared_ptr<const EvaluationTools> tools() const { return m_tools; }

    /// Of an empty patch to an unconstrained Flask task, set up and served by these commands.
    [[nodiscard]] static EvaluationRequest request(
        const std::vector<QString> &setUp, const std::vector<QString> &run, int trial = 0);

private:
    std::shared_ptr<FakeSandbox> m_sandbox;
    std::shared_ptr<const EvaluationTools> m_tools;
};

} // namespace Decayscope::Test
