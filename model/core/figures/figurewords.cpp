// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurewords.h"

#include "celltext.h"

#include <QLocale>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qsizetype shownTasks = 3;

QString syntaxWords(VerifierMode verifiers)
{
    return verifiers == VerifierMode::Syntax ? QStringLiteral(", constraints judged by the syntax verifiers")
                                             : QString();
}

} // namespace

QString percentWords(double value)
{
    return cellText(value, CellKind::Percent) + u" %";
}

QString pointsWords(double value)
{
    return cellText(value, CellKind::Points).replace(u'-', QChar(0x2212));
}

QString wholeWords(double value)
{
    static const QLocale english(QLocale::English, QLocale::UnitedStates); // The same text on every machine.
    return english.toString(value, 'f', 0);
}

QString countedWords(qsizetype count, QStringView noun)
{
    return wholeWords(static_cast<double>(count)) % u' ' % noun % (count == 1 ? u"" : u"s");
}

QString spanWords(int least, int most, QStringView noun)
{
    if (least == most)
        return countedWords(least, noun);
    return QString::number(least) % QChar(0x2013) % countedWords(most, noun);
}

QString levelWords(int level)
{
    return u'L' + QString::number(level);
}

QString frameworksInterval(const Estimate &estimate)
{
    if (!estimate.low || !estimate.high)
        return QStringLiteral("No interval: only one framework.");
    return QStringLiteral("95 % interval %1 to %2, clusters: %3 frameworks.")
        .arg(percentWords(std::clamp(*estimate.low, 0.0, 100.0)), percentWords(std::clamp(*estimate.high, 0.0, 100.0)))
        .arg(estimate.clusters);
}

QString gapSentence(const LevelCoverage &gap)
{
    QStringList parts;
    if (!gap.missing.isEmpty()) {
        const auto shown = gap.missing.first(std::min(shownTasks, gap.missing.size())).join(listSeparator);
        parts << QStringLiteral("%1 of %2 planned tasks missing (%3)")
                     .arg(gap.missing.size())
                     .arg(gap.planned)
                     .arg(gap.missing.size() > shownTasks ? QString(shown % u" …") : shown);
    }
    if (gap.missingTrials > 0)
        parts << countedWords(gap.missingTrials, u"run") + u" missing";
    return u"Incomplete: " + parts.join(u"; ") + u'.';
}

QString assertionsEstimator(ScoreMode mode, VerifierMode verifiers)
{
    if (mode == ScoreMode::Raw)
        return QStringLiteral("means over tasks of the mean share of passed assertions (raw A%)");
    return QStringLiteral("means over tasks of the mean strict share of passed assertions (A%)")
        + syntaxWords(verifiers);
}

QString passEstimator(ScoreMode mode, VerifierMode verifiers)
{
    if (mode == ScoreMode::Raw)
        return QStringLiteral("means over tasks of the share of runs that pass all tests (raw pass@1)");
    return QStringLiteral("means over tasks of the share of runs that pass all tests and keep all constraints (pass@1)")
        + syntaxWords(verifiers);
}

QString scoreTitle(QStringView measure, ScoreMode mode, VerifierMode verifiers)
{
    if (mode == ScoreMode::Raw)
        return measure + QStringLiteral(" (raw)");
    return measure % (verifiers == VerifierMode::Syntax ? u" (strict, syntax)" : u" (strict)");
}

QString frameworksIntervalPhrase()
{
    return QStringLiteral("95 % cluster-robust intervals with t(G − 1), clusters = frameworks");
}

QString hollowNote()
{
    return QStringLiteral("A hollow marker is a value for which planned tasks or runs are missing.");
}

} // namespace Decayscope
