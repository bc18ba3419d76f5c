// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agreementrows.h"

#include "labelwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace Decayscope {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Decayscope::AgreementView", text);
}

QString dash()
{
    return QStringLiteral("–");
}

QString intervalText(const Coefficient &coefficient)
{
    return coefficient.low && coefficient.high
        ? QString(numberText(*coefficient.low, 3) % u" – " % numberText(*coefficient.high, 3))
        : dash();
}

QString optionalText(const std::optional<double> &value)
{
    return value ? numberText(*value, 3) : dash();
}

QStringList coefficientRow(const QString &name, const Coefficient &coefficient, const QString &meaning)
{
    return {name, optionalText(coefficient.value), intervalText(coefficient), QString::number(coefficient.units),
        coefficient.undefined ? undefinedReason(*coefficient.undefined) : meaning};
}

QString meaningOfAll(const AgreementReport &report)
{
    return say(QT_TRANSLATE_NOOP("Decayscope::AgreementView", "Of all: %1"))
        .arg(oneLine(report.annotators.join(QStringLiteral(", ")), 80));
}

QString categoryTitle(const AgreementReport &report, int category)
{
    return report.titles.value(category, report.categories.value(category));
}

} // namespace

QString coefficientSentence(const QString &name, const Coefficient &coefficient)
{
    if (coefficient.undefined)
        return QString(name % u": " % undefinedReason(*coefficient.undefined));
    const auto units
        = QCoreApplication::translate("Decayscope::AgreementView", "%n unit(s)", nullptr, coefficient.units);
    return coefficient.low && coefficient.high ? QString(name % u" [" % numberText(*coefficient.low, 2) % u", "
                                                     % numberText(*coefficient.high, 2) % u"], " % units)
                                               : QString(name % u", " % units);
}

std::vector<QStringList> coefficientRows(const AgreementReport &report)
{
    const auto tr = [](const char *text) { return say(text); };
    return {
        coefficientRow(tr(QT_TRANSLATE_NOOP("Decayscope::AgreementView", "Accuracy")), report.accuracy,
            tr(QT_TRANSLATE_NOOP("Decayscope::AgreementView", "Share of units with the same label"))),
        coefficientRow(tr(QT_TRANSLATE_NOOP("Decayscope::AgreementView", "Cohen's κ")), report.kappa,
            tr(QT_TRANSLATE_NOOP("Decayscope::AgreementView", "Agreement beyond chance"))),
        coefficientRow(tr(QT_TRANSLATE_NOOP("Decayscope::AgreementView", "Weighted κ")), report.weighted,
            tr(QT_TRANSLATE_NOOP("Decayscope::AgreementView", "Half a point for the same category"))),
        coefficientRow(tr(QT_TRANSLATE_NOOP("Decayscope::AgreementView", "κ at level 2")), report.fineGivenCoarse,
            tr(QT_TRANSLATE_NOOP("Decayscope::AgreementView", "Where level 1 is the same"))),
        coefficientRow(tr(QT_TRANSLATE_NOOP("Decayscope::AgreementView", "PABAK")), report.pabak,
            tr(QT_TRANSLATE_NOOP("Decayscope::AgreementView", "As if all categories were as frequent"))),
        coefficientRow(tr(QT_TRANSLATE_NOOP("Decayscope::AgreementView", "Gwet's AC1")), report.ac1,
            tr(QT_TRANSLATE_NOOP("Decayscope::AgreementView", "Steady where one category is frequent"))),
        coefficientRow(
            tr(QT_TRANSLATE_NOOP("Decayscope::AgreementView", "Fleiss' κ")), report.fleiss, meaningOfAll(report)),
        coefficientRow(
            tr(QT_TRANSLATE_NOOP("Decayscope::AgreementView", "Krippendorff's α")), report.alpha, meaningOfAll(report)),
    };
}

std::vector<QStringList> categoryRows(const AgreementReport &report)
{
    std::vector<QStringList> rows;
    for (const auto &category : report.perCategory) {
        rows.push_back({categoryTitle(report, category.category), optionalText(category.precision),
            optionalText(category.recall), optionalText(category.f1), optionalText(category.kappa.value),
            numberText(category.prevalence, 2), numberText(category.bias, 2), QString::number(category.support)});
    }
    return rows;
}

std::vector<QStringList> confusionRows(const AgreementReport &report)
{
    std::vector<QStringList> rows;
    const auto n = static_cast<std::size_t>(report.categories.size());
    if (report.confusion.size() != n * n)
        return rows;
    for (std::size_t cell = 0; cell < report.confusion.size(); ++cell) {
        if (report.confusion[cell] > 0)
            rows.push_back({categoryTitle(report, static_cast<int>(cell / n)),
                categoryTitle(report, static_cast<int>(cell % n)), QString::number(report.confusion[cell])});
    }
    return rows;
}

std::vector<QStringList> stepRows(const AgreementReport &report)
{
    std::vector<QStringList> rows;
    const auto add = [&](const AgreementStep &step, const QString &title) {
        const auto kappa = step.kappa.undefined ? undefinedReason(*step.kappa.undefined) : coefficientText(step.kappa);
        rows.push_back({title, kappa, QString::number(step.units)});
    };
    for (const auto &round : report.rounds)
        add(round, round.title);
    for (const auto &self : report.intraRater)
        add(self, say(QT_TRANSLATE_NOOP("Decayscope::AgreementView", "%1 with themselves")).arg(self.title));
    return rows;
}

std::vector<QStringList> driftRows(const AgreementReport &report)
{
    std::vector<QStringList> rows;
    for (const auto &step : report.drift) {
        QStringList row{QString(step.annotator % u", " % step.from), QString::number(step.labels),
            step.medianSeconds ? roughDuration(*step.medianSeconds) : dash()};
        for (const auto share : step.shares)
            row << shareText(share);
        rows.push_back(row);
    }
    return rows;
}

} // namespace Decayscope
