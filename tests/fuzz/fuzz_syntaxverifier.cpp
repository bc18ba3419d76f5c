// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/verifierrules.h>
#include <verifiers/syntaxverifier.h>

#include <algorithm>
#include <cstdlib>

using namespace Decayscope;

namespace {

bool isSound(const Violation &violation, Constraint constraint)
{
    const auto *rule = verifierRule(violation.rule);
    return violation.constraint == constraint && !violation.reason.isEmpty() && violation.line >= 0
        && (violation.line == 0 || !violation.file.isEmpty()) && rule != nullptr && rule->kind == kindOf(constraint);
}

bool isSound(const ConstraintVerdict &verdict)
{
    return !verdict.reason.isEmpty() && verdict.compliant == verdict.violations.empty()
        && std::ranges::all_of(verdict.violations,
            [&verdict](const Violation &violation) { return isSound(violation, verdict.constraint); });
}

} // namespace

/// Any bytes as a patch: a sound verdict for each constraint, in their order.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ConstraintSet asked;
    for (const auto constraint : allConstraints)
        asked = asked.with(constraint);
    const auto verdicts = verifySyntax({data, static_cast<qsizetype>(size)}, asked);
    if (!std::ranges::equal(verdicts, allConstraints, {}, &ConstraintVerdict::constraint)
        || !std::ranges::all_of(verdicts, [](const ConstraintVerdict &verdict) { return isSound(verdict); }))
        std::abort();
    return 0;
}
