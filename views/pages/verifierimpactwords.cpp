// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifierimpactwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace Decayscope {

namespace {

QString say(const char *text, int n = -1)
{
    return QCoreApplication::translate("Decayscope::VerifiersPage", text, nullptr, n);
}

QString number(double value)
{
    return QLocale().toString(value, 'f', 1);
}

QString cellText(const std::optional<double> &value)
{
    return value ? number(*value) : QStringLiteral("–");
}

/// Whether both look the same with one decimal.
bool isSame(double a, double b)
{
    return std::llround(a * 10) == std::llround(b * 10);
}

QString levelSentence(double reference, double syntax)
{
    if (isSame(reference, syntax))
        return say(QT_TRANSLATE_NOOP("Decayscope::VerifiersPage", "A% at L3 is %1 by either kind of verifiers"))
            .arg(number(reference));
    const auto *words = syntax < reference
        ? QT_TRANSLATE_NOOP("Decayscope::VerifiersPage", "A% at L3 falls from %1 (reference) to %2 (syntax)")
        : QT_TRANSLATE_NOOP("Decayscope::VerifiersPage", "A% at L3 rises from %1 (reference) to %2 (syntax)");
    return say(words).arg(number(reference), number(syntax));
}

QString dropSentence(double reference, double syntax)
{
    if (isSame(reference, syntax))
        return say(QT_TRANSLATE_NOOP("Decayscope::VerifiersPage", "mean drop L0→L3 %1 points by both"))
            .arg(number(reference));
    return say(QT_TRANSLATE_NOOP("Decayscope::VerifiersPage", "mean drop L0→L3 %1 points against %2"))
        .arg(number(reference), number(syntax));
}

QStringList rowOf(const QString &title, const ModeLevels &levels)
{
    QStringList row{title};
    for (const auto &level : levels.levels)
        row << cellText(level);
    return row << cellText(levels.drop);
}

} // namespace

QString impactSentence(const ModeImpact &impact)
{
    const auto &reference = impact.reference.levels.back();
    const auto &syntax = impact.syntax.levels.back();
    if (!reference || !syntax)
        return say(QT_TRANSLATE_NOOP("Decayscope::VerifiersPage",
            "No configuration has runs at L3: how much the verifiers matter there cannot be said."));
    QStringList parts{levelSentence(*reference, *syntax)};
    if (impact.reference.drop && impact.syntax.drop)
        parts << dropSentence(*impact.reference.drop, *impact.syntax.drop);
    const auto *who = impact.areCapable
        ? QT_TRANSLATE_N_NOOP("Decayscope::VerifiersPage", "%n capable configuration(s)")
        : QT_TRANSLATE_N_NOOP("Decayscope::VerifiersPage", "%n configuration(s), none of them capable");
    return say(QT_TRANSLATE_NOOP("Decayscope::VerifiersPage", "%1 (%2)."))
        .arg(parts.join(QStringLiteral("; ")), say(who, impact.configurations));
}

QStringList impactTitles()
{
    QStringList titles{say(QT_TRANSLATE_NOOP("Decayscope::VerifiersPage", "Mean A%"))};
    for (int level = 0; level < levelCount; ++level)
        titles << u'L' + QString::number(level);
    return titles << QStringLiteral("L0 − L3");
}

std::vector<QStringList> impactRows(const ModeImpact &impact)
{
    return {rowOf(say(QT_TRANSLATE_NOOP("Decayscope::VerifiersPage", "Raw: tests alone")), impact.raw),
        rowOf(say(QT_TRANSLATE_NOOP("Decayscope::VerifiersPage", "Reference")), impact.reference),
        rowOf(say(QT_TRANSLATE_NOOP("Decayscope::VerifiersPage", "Syntax")), impact.syntax)};
}

QString unjudgedSentence(qsizetype runs, bool isReadOnly)
{
    const auto *words = isReadOnly
        ? QT_TRANSLATE_N_NOOP("Decayscope::VerifiersPage",
              "%n run(s) of this read-only study have not been judged by the syntax verifiers and are left out here. "
              "Save "
              "a copy (File menu): they are judged when the copy is opened.")
        : QT_TRANSLATE_N_NOOP("Decayscope::VerifiersPage",
              "%n run(s) have not been judged by the syntax verifiers and are left out here. They are judged when the "
              "study is opened again.");
    return say(words, static_cast<int>(runs));
}

} // namespace Decayscope
