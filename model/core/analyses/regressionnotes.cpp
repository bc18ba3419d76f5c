// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "regressiontable.h"

#include <figures/figurewords.h>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr double greatDeviation = 4; ///< Log odds: most tasks then always or never succeed.
constexpr int fewTasks = 40;

QString quotedTerm(const ModelTerm &term)
{
    const auto title = term.title.simplified(); // One line, whatever a model is called.
    return term.group == TermGroup::Constraint || term.group == TermGroup::Intercept
        ? title
        : QString(termGroupTitle(term.group) % u' ' % title);
}

QString separatedNote(const ModelTerm &term)
{
    const auto runs = countedWords(term.count, u"run");
    const auto cause = term.successes == 0 ? QString(u"none of its " % runs % u" succeeds")
        : term.successes == term.count     ? QString(u"all of its " % runs % u" succeed")
                                           : u"with other terms it tells the outcome of some runs for certain"_s;
    return quotedTerm(term) % u" has no finite estimate: " % cause % u" (separation). "
        % u"Runs whose outcome is told that way are left out of the fit."_s;
}

QString collinearNote(const ModelTerm &term, int rows)
{
    const auto cause = term.count == 0 ? u"no run has it"_s
        : term.count == rows           ? u"every run has it"_s
                                       : u"the terms before it say the same"_s;
    return quotedTerm(term) % u" has no estimate: " % cause % u'.';
}

QStringList termNotes(const FittedRegression &regression)
{
    QStringList notes;
    for (std::size_t i = 0; i < regression.fit->terms.size(); ++i) {
        const auto &term = regression.model.terms[i];
        const auto status = regression.fit->terms[i].status;
        if (status == TermStatus::Separated)
            notes << separatedNote(term);
        else if (status == TermStatus::Collinear)
            notes << collinearNote(term, static_cast<int>(regression.model.success.size()));
    }
    return notes;
}

QString referenceNote(const RegressionModel &model)
{
    QStringList references{u"no constraint"_s};
    for (const auto &factor : model.factors)
        references << factor.name % u' ' % factor.reference.simplified();
    return u"Terms are compared to the reference: "_s % references.join(u", ") % u'.';
}

/// What makes the numbers doubtful.
QStringList doubts(const FittedRegression &regression)
{
    const auto &fit = *regression.fit;
    QStringList notes;
    if (!fit.converged)
        notes << u"The fit did not converge: none of these numbers is to be used. Fewer terms or more runs help."_s;
    if (fit.groups < fewTasks || fit.groups <= fit.parameters)
        notes << u"%1 for %2 terms: errors are too small, and intervals too narrow, with so few tasks."_s
                     .arg(countedWords(fit.groups, u"task"))
                     .arg(std::ranges::count(fit.terms, TermStatus::Estimated, &RegressionTerm::status));
    if (regression.kind.isMixed && fit.groupDeviation == 0.0)
        notes << u"The random intercepts have no variance (a boundary fit): tasks differ no more than their terms say, "
                 u"and "
                 u"the estimates are those of the model without them."_s;
    if (regression.kind.isLogistic && fit.groupDeviation && *fit.groupDeviation > greatDeviation)
        notes << u"The random intercepts vary very much: most tasks always or never succeed, whatever runs them."_s;
    return notes;
}

QString outcomeWords(const FittedRegression &regression, const TableOptions &options)
{
    const bool isStrict = options.mode == ScoreMode::Strict;
    if (regression.kind.isLogistic)
        return isStrict ? u"success (all tests passed and all constraints kept)"_s : u"passing all tests (raw)"_s;
    return isStrict ? u"strict share of passed assertions (A%)"_s : u"share of passed assertions (raw A%)"_s;
}

} // namespace

EstimatorCard regressionCard(const FittedRegression &regression, const TableContext &context)
{
    const auto &kind = regression.kind;
    const auto syntax
        = context.options().verifiers == VerifierMode::Syntax ? u", judged by the syntax verifiers"_s : QString();
    const auto what = kind.isLogistic ? u"odds ratios of "_s : u"differences in percentage points of the "_s;
    return {.estimator = what % outcomeWords(regression, context.options()) % syntax % u" from " % kind.estimator
            % u" on constraints, frameworks and configurations",
        .interval = kind.interval,
        .unit = u"runs"_s,
        .count = {}};
}

QStringList regressionNotes(const FittedRegression &regression)
{
    if (!regression.fit)
        return {u"There is no regression to show: "_s + regression.fit.error().message};
    QStringList notes = doubts(regression);
    notes << referenceNote(regression.model) << termNotes(regression);
    return notes;
}

} // namespace Decayscope
