// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "matchedpoints.h"

#include "figureparts.h"
#include "figurewords.h"

namespace Decayscope {

namespace {

constexpr qsizetype shownTasks = 3;
constexpr int shownSweeps = 12; ///< That notes tell of by name.

QString detailOf(const MatchedCurve &curve, const ChainLevel &level, const Estimate &estimate)
{
    QStringList sentences{QStringLiteral("Mean %1 over %2 of %3 (%4, %5).")
                              .arg(percentWords(estimate.mean), countedWords(curve.complete, u"matched chain"),
                                  countedWords(estimate.n, u"framework"), countedWords(level.tasks, u"task"),
                                  countedWords(std::ssize(level.runs), u"run")),
        frameworksInterval(estimate)};
    if (const auto gap = chainGapSentence(curve); !gap.isEmpty())
        sentences << gap;
    return sentences.join(u' ');
}

} // namespace

FigurePoint matchedPoint(const TableContext &context, const MatchedCurve &curve, int level, const Estimate &estimate)
{
    const auto &values = curve.levels.at(static_cast<std::size_t>(level)).value();
    FigurePoint point{
        .x = static_cast<double>(level), .y = estimate.mean, .low = estimate.low, .high = estimate.high, .text = {}};
    point.n = values.tasks;
    point.hollow = curve.isIncomplete();
    point.detail = detailOf(curve, values, estimate);
    point.runs = context.runsOf({.only = values.runs});
    return point;
}

QString matchedEstimator(const QString &plain)
{
    return u"means over frameworks, and within each over its complete chains of tasks (none, one, two, three "
           u"constraints), of "
        % plain.section(QStringLiteral(" of "), 1);
}

QString matchedIntervalPhrase()
{
    return QStringLiteral("95 % t(G − 1) intervals over one value a framework");
}

QString chainGapSentence(const MatchedCurve &curve)
{
    if (!curve.isIncomplete())
        return {};
    QStringList parts;
    if (curve.complete < curve.planned)
        parts << QStringLiteral("%1 of %2").arg(curve.complete).arg(countedWords(curve.planned, u"planned chain"));
    if (!curve.missing.isEmpty()) {
        const auto shown = curve.missing.first(std::min(shownTasks, curve.missing.size())).join(listSeparator);
        parts << QStringLiteral("%1 missing (%2)")
                     .arg(countedWords(curve.missing.size(), u"task"),
                         curve.missing.size() > shownTasks ? QString(shown % u" …") : shown);
    }
    if (curve.missingTrials > 0)
        parts << countedWords(curve.missingTrials, u"run") + u" missing";
    return u"Incomplete sweep: " + parts.join(u"; ") + u'.';
}

QStringList matchedNotes(const StudySnapshot &study, std::span<const MatchedCurve> curves)
{
    QStringList notes{QStringLiteral(
        "Matched chains: a chain is a path of four tasks of one framework, from no constraint to three, each step "
        "adding one (a database before the ORM that needs it). Only chains all of whose tasks a configuration has run "
        "count, each the same within its framework, each framework the same, so that every level compares the same "
        "frameworks.")};
    int sweeps = 0;
    for (const auto &curve : curves) {
        if (!curve.isIncomplete() || ++sweeps > shownSweeps)
            continue;
        notes << shownStyle(study, curve.configuration).displayName % u": i" % chainGapSentence(curve).sliced(1);
    }
    if (sweeps > shownSweeps)
        notes << QStringLiteral("%1 more are incomplete sweeps.")
                     .arg(countedWords(sweeps - shownSweeps, u"configuration"));
    return notes;
}

} // namespace Decayscope
