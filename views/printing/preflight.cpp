// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preflight.h"

#include "preflightrules.h"

#include <algorithm>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

PreflightFinding findingOf(
    const PreflightRule &rule, const PreflightVerdict &verdict, const std::map<QString, QString> &overrides)
{
    PreflightFinding finding{rule.name, QString::fromLatin1(rule.title), verdict.result, verdict.message};
    const auto reason = overrides.find(finding.rule);
    const bool isExcused = reason != overrides.end() && !reason->second.trimmed().isEmpty();
    if (isExcused && finding.result == PreflightResult::Failed)
        finding.result = PreflightResult::Overridden;
    return finding;
}

} // namespace

std::vector<PreflightFinding> preflight(const FigureSpec &figure, const FigureRecipe &recipe, const QByteArray &pdf)
{
    const auto subject = preflightSubject(figure, recipe.look, pdf);
    std::vector<PreflightFinding> findings;
    findings.reserve(preflightRules().size());
    for (const auto &rule : preflightRules())
        findings.push_back(findingOf(rule, rule.judge(subject), recipe.overrides));
    return findings;
}

bool mayExport(const std::vector<PreflightFinding> &findings)
{
    return std::ranges::none_of(
        findings, [](const PreflightFinding &finding) { return finding.result == PreflightResult::Failed; });
}

} // namespace Decayscope
