// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifierconclusions.h"

#include "analysisparts.h"

#include <figures/celltext.h>
#include <figures/figureparts.h>
#include <figures/tabledraft.h>
#include <stats/siblings.h>
#include <stats/verifiermodes.h>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

QString nameOf(const TableContext &context, const SensitivityRow &row)
{
    return shownStyle(context.study(), row.configuration).displayName;
}

/// Above 0 under one, below under the other; 0 is neither.
bool areOpposite(double a, double b)
{
    return withoutRounding(a) * withoutRounding(b) < 0;
}

/// The configurations whose Δ has another sign.
QStringList changedSigns(const TableContext &context, const VerifierSensitivity &sensitivity, Judging a, Judging b)
{
    QStringList names;
    for (const auto &row : sensitivity.rows) {
        const auto &first = row.of(a).delta;
        const auto &second = row.of(b).delta;
        if (first && second && areOpposite(*first, *second))
            names << nameOf(context, row);
    }
    return names;
}

QStringList swaps(const TableContext &context, const VerifierSensitivity &sensitivity, Judging a, Judging b)
{
    QStringList names;
    for (const auto &[i, j] : swappedPairs(sensitivity, a, b))
        names << nameOf(context, sensitivity.rows[i]) % u" and " % nameOf(context, sensitivity.rows[j]);
    return names;
}

/// Mean marginal effects of the constraints that have pairs.
std::map<Constraint, double> effectsOf(std::span<const Run> runs)
{
    const auto scores = taskScores(runs);
    const Siblings siblings(scores);
    std::map<Constraint, double> means;
    for (const auto constraint : allConstraints) {
        if (const auto pairs = siblings.pairsOf(constraint); !pairs.empty())
            means.emplace(constraint, pairedDifference(pairs, ScoreMode::Strict).effect.mean);
    }
    return means;
}

/// The constraints whose marginal effect has another sign under syntax than under reference.
QStringList changedEffects(const std::vector<Run> &judged)
{
    QStringList names;
    const auto bySyntax = effectsOf(judgedBy(VerifierMode::Syntax, judged));
    for (const auto &[constraint, mean] : effectsOf(judged)) {
        const auto same = bySyntax.find(constraint);
        if (same != bySyntax.end() && areOpposite(same->second, mean))
            names << constraintTitle(constraint);
    }
    return names;
}

} // namespace

QStringList verifierConclusions(const TableContext &context, const VerifierSensitivity &sensitivity)
{
    QStringList sentences;
    const auto compare = [&](Judging a, Judging b, const QString &words) {
        const auto tau = rankAgreement(sensitivity, a, b);
        sentences << u"%1: Kendall's τ %2; order swapped: %3; Δ with another sign: %4."_s.arg(words,
            cellText(cellOf(tau), CellKind::Coefficient), shortList(swaps(context, sensitivity, a, b), u"no pair"),
            shortList(changedSigns(context, sensitivity, a, b)));
    };
    compare(Judging::Raw, Judging::Reference, u"Raw against reference"_s);
    if (!sensitivity.hasSyntax)
        return sentences << u"The syntax verifiers have judged no run yet; judge them to compare."_s;
    compare(Judging::Reference, Judging::Syntax, u"Reference against syntax"_s);
    std::vector<Run> judged;
    std::ranges::copy_if(
        context.runs(), std::back_inserter(judged), [](const Run &run) { return run.syntaxVerdicts.has_value(); });
    sentences << u"Constraints whose marginal effect has another sign under syntax: %1."_s.arg(
        shortList(changedEffects(judged)));
    if (sensitivity.unjudged > 0)
        sentences << u"%1 the syntax verifiers have not judged left out of all columns."_s.arg(
            sensitivity.unjudged == 1 ? u"1 run"_s : u"%1 runs"_s.arg(sensitivity.unjudged));
    return sentences;
}

} // namespace Decayscope
