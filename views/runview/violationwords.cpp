// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "violationwords.h"

#include "codetext.h"

#include <domain/verifierrules.h>

#include <QCoreApplication>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qsizetype mostEvidence = 12;

QString say(const char *text)
{
    return QCoreApplication::translate("Decayscope::ViolationPanel", text);
}

} // namespace

QString evidenceWords(const QStringList &evidence)
{
    if (evidence.isEmpty())
        return {};
    QStringList shown;
    for (const auto &sign : evidence.first(std::min(evidence.size(), mostEvidence)))
        shown.append(shownLine(sign, 80));
    if (evidence.size() > mostEvidence)
        shown.append(QStringLiteral("…"));
    return say(QT_TRANSLATE_NOOP("Decayscope::ViolationPanel", "Evidence: %1")).arg(shown.join(u", "));
}

QString ruleTitleOf(const Violation &violation)
{
    const auto *rule = verifierRule(violation.rule);
    return rule ? rule->title : QString();
}

QString ruleExplanationOf(const Violation &violation)
{
    const auto *rule = verifierRule(violation.rule);
    return rule ? QString(rule->title % u". " % rule->explanation) : QString();
}

QString verifierModeTitle(VerifierMode mode)
{
    return mode == VerifierMode::Reference ? say(QT_TRANSLATE_NOOP("Decayscope::ViolationPanel", "Reference"))
                                           : say(QT_TRANSLATE_NOOP("Decayscope::ViolationPanel", "Syntax"));
}

QString verifierModeTip(VerifierMode mode)
{
    return mode == VerifierMode::Reference
        ? say(QT_TRANSLATE_NOOP("Decayscope::ViolationPanel", "The study's published heuristics over the patch's text"))
        : say(QT_TRANSLATE_NOOP("Decayscope::ViolationPanel", "Verifiers that read the code's structure"));
}

const ConstraintVerdict *verdictOn(const std::vector<ConstraintVerdict> &verdicts, Constraint constraint)
{
    const auto found = std::ranges::find(verdicts, constraint, &ConstraintVerdict::constraint);
    return found == verdicts.end() ? nullptr : &*found;
}

} // namespace Decayscope
