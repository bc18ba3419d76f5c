// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scores.h"

#include <cmath>

namespace Decayscope {

double rawShare(const Run &run)
{
    return run.assertions > 0 ? 100.0 * run.passed / run.assertions : 0.0;
}

double strictShare(const Run &run)
{
    return run.verdicts.isCompliant() ? rawShare(run) : 0.0;
}

double share(const Run &run, ScoreMode mode)
{
    return mode == ScoreMode::Strict ? strictShare(run) : rawShare(run);
}

bool testsPassed(const Run &run)
{
    return run.assertions > 0 && run.failed == 0;
}

bool isSuccess(const Run &run, ScoreMode mode)
{
    return testsPassed(run) && (mode == ScoreMode::Raw || run.verdicts.isCompliant());
}

double withoutRounding(double points)
{
    constexpr double parts = 1e9;
    return std::round(points * parts) / parts;
}

} // namespace Decayscope
