// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluation.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr std::array stepNames{
    u"prepare", u"patch", u"database", u"set_up", u"start", u"health", u"suite", u"deep_suite", u"verify", u"stop"};
constexpr std::array outcomeNames{u"waiting", u"running", u"done", u"failed", u"skipped"};

template <typename Value, typename Names>
std::optional<Value> valueNamed(QStringView name, const Names &names)
{
    const auto found = std::ranges::find_if(names, [name](const auto *known) { return name == known; });
    if (found == names.end())
        return std::nullopt;
    return static_cast<Value>(found - names.begin());
}

} // namespace

int SuiteResult::total() const
{
    int sum = 0;
    for (const auto &exchange : exchanges)
        sum += static_cast<int>(exchange.checks.size());
    return sum;
}

int SuiteResult::passed() const
{
    int sum = 0;
    for (const auto &exchange : exchanges)
        sum += static_cast<int>(std::ranges::count_if(exchange.checks, &CheckResult::passed));
    return sum;
}

QString evaluationStepName(EvaluationStep step)
{
    return QString::fromUtf16(stepNames.at(static_cast<std::size_t>(step)));
}

std::optional<EvaluationStep> evaluationStepFromName(QStringView name)
{
    return valueNamed<EvaluationStep>(name, stepNames);
}

QString stepOutcomeName(StepOutcome outcome)
{
    return QString::fromUtf16(outcomeNames.at(static_cast<std::size_t>(outcome)));
}

std::optional<StepOutcome> stepOutcomeFromName(QStringView name)
{
    return valueNamed<StepOutcome>(name, outcomeNames);
}

const StepRecord *EvaluationRecord::step(EvaluationStep step) const
{
    const auto found = std::ranges::find(steps, step, &StepRecord::step);
    return found == steps.end() ? nullptr : &*found;
}

} // namespace Decayscope
