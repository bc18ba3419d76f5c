// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "findings.h"

#include "reportwords.h"

#include <agreement/agreementreport.h>
#include <figures/studytables.h>
#include <stats/frameworks.h>
#include <stats/marginaleffects.h>
#include <stats/verifierimpact.h>

#include <algorithm>
#include <array>
#include <map>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

QString verifiersWords(const ReportContext &context)
{
    return context.request().mode == ScoreMode::Raw ? u", constraints not looked at"_s : QString();
}

/// The constraint that costs most.
QString constraintFinding(const ReportContext &context)
{
    const auto effects = marginalEffects(context.runs(), context.request().mode);
    const auto worst
        = std::ranges::min_element(effects, {}, [](const MarginalEffect &effect) { return effect.effect.mean; });
    if (worst == effects.end() || worst->effect.mean >= 0)
        return {};
    const auto interval = intervalWords(worst->effect);
    return u"The constraint that costs most is %1: %2 points between tasks that differ in it alone (%3%4 pairs, %5 after Holm’s adjustment)."_s
        .arg(constraintTitle(worst->constraint), signedPoints(worst->effect.mean),
            interval.isEmpty() ? QString() : QString(interval % u"; "), wholeNumber(worst->effect.n),
            chanceWords(worst->pHolm));
}

QString frameworkFinding(const ReportContext &context)
{
    const auto averages = frameworkBoard(context.runs(), context.request().mode).averages;
    const auto [worst, best] = std::ranges::minmax_element(averages, {}, &FrameworkAverage::assertions);
    if (averages.size() < 2)
        return {};
    return u"Agents fare best with %1 (A% %2) and worst with %3 (A% %4), on average over %5."_s.arg(best->framework,
        plainNumber(best->assertions), worst->framework, plainNumber(worst->assertions),
        countOf(best->configurations, u"configuration"));
}

QString shareWords(int count, int of)
{
    return u"%1 of %2 (%3 %)"_s.arg(wholeNumber(count), wholeNumber(of), plainNumber(100.0 * count / of));
}

QString verifierFinding(const ReportContext &context)
{
    const auto impact = verifierImpact(context.runs());
    if (impact.constrainedRuns == 0)
        return {};
    QString words = u"Of the runs with constraints, %1 break at least one of them"_s.arg(
        shareWords(impact.violatingRuns, impact.constrainedRuns));
    if (impact.meanDrop && impact.meanDropRaw)
        words += u"; by tests alone the mean drop over all configurations would be %1 points instead of %2"_s.arg(
            plainNumber(*impact.meanDropRaw), plainNumber(*impact.meanDrop));
    return words % u'.';
}

QString terminationFinding(const ReportContext &context)
{
    int all = 0;
    int submitted = 0;
    for (const auto &run : context.runs()) {
        if (run.task.kind != TaskKind::Generation)
            continue;
        ++all;
        submitted += run.termination == Termination::Submitted ? 1 : 0;
    }
    return all == 0 ? QString()
                    : u"The agent ended its work by itself in %1 generation runs."_s.arg(shareWords(submitted, all));
}

/// Runs a category, of the labels of one annotator on runs that are reported.
std::map<QString, int> categoriesOf(const ReportContext &context, const QString &annotator)
{
    std::set<RunId> reported;
    for (const auto &run : context.runs())
        reported.insert(run.id);
    std::map<QString, int> counts;
    for (const auto &row : context.labels()->labelsOf(annotator)) {
        if (row.run && reported.contains(*row.run) && !row.label.code.isEmpty())
            ++counts[row.label.code];
    }
    return counts;
}

QString failureFinding(const ReportContext &context)
{
    const auto annotators = context.labels() ? context.labels()->annotators() : QStringList();
    if (annotators.isEmpty())
        return {};
    const auto counts = categoriesOf(context, annotators.first());
    const auto most = std::ranges::max_element(counts, {}, [](const auto &entry) { return entry.second; });
    if (most == counts.end())
        return {};
    int all = 0;
    for (const auto &[category, count] : counts)
        all += count;
    return u"The most frequent reason of failure is “%1”: %2 failed runs labelled by %3."_s.arg(
        spokenName(most->first), shareWords(most->second, all), annotators.first());
}

QString agreementFinding(const ReportContext &context)
{
    const auto options = context.tableOptions();
    if (!context.labels() || context.labels()->annotators().size() < 2)
        return {};
    const auto report = agreementReport(*context.labels(), agreementRequestOf(options));
    if (!report || !report->kappa.value)
        return {};
    QString words = u"%1 and %2 agree with Cohen’s κ = %3"_s.arg(
        report->by, report->against, QString::number(*report->kappa.value, 'f', 2));
    if (report->kappa.low && report->kappa.high)
        words += u" (95 % interval %1 to %2)"_s.arg(
            QString::number(*report->kappa.low, 'f', 2), QString::number(*report->kappa.high, 'f', 2));
    return words % u" on %1 that both labelled."_s.arg(countOf(report->kappa.units, u"run"));
}

} // namespace

DecayHeadline headlineOf(const ReportContext &context)
{
    const auto &request = context.request();
    return decayHeadline(context.study(), request.filter, request.mode, request.verifiers);
}

QString headlineSentence(const ReportContext &context)
{
    const auto headline = headlineOf(context);
    if (headline.configurations == 0)
        return u"No configuration passes more than half of the assertions at L0 and has runs at L3, so that no drop can be told."_s;
    return u"From L0, with no constraint but the framework, to L3, with an architecture, a database and an ORM, A%%1 changes by %2 points on average. This is the mean over %3 with more than half of the assertions passed at L0, and a loss of %4 % of what was reached there."_s
        .arg(verifiersWords(context), signedPoints(headline.meanDelta),
            countOf(headline.configurations, u"configuration"), plainNumber(headline.meanRelativeLoss));
}

QStringList findings(const ReportContext &context)
{
    constexpr std::array makers{&constraintFinding, &frameworkFinding, &verifierFinding, &terminationFinding,
        &failureFinding, &agreementFinding};
    QStringList sentences;
    for (const auto make : makers) {
        if (const auto sentence = make(context); !sentence.isEmpty())
            sentences << sentence;
    }
    return sentences;
}

} // namespace Decayscope
