// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agreementanswer.h"

#include "console.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

using nlohmann::ordered_json;

ordered_json optional(const std::optional<double> &value)
{
    return value ? ordered_json(*value) : ordered_json(nullptr);
}

ordered_json intervalOf(const Coefficient &coefficient)
{
    return ordered_json::array({optional(coefficient.low), optional(coefficient.high)});
}

QString nameOf(const AgreementReport &report, int category)
{
    return report.categories.value(category);
}

ordered_json categories(const AgreementReport &report)
{
    auto list = ordered_json::array();
    for (const auto &category : report.perCategory)
        list.push_back({{"name", jsonText(nameOf(report, category.category))},
            {"precision", optional(category.precision)}, {"recall", optional(category.recall)},
            {"f1", optional(category.f1)}, {"support", category.support}, {"kappa", optional(category.kappa.value)},
            {"prevalence", category.prevalence}, {"bias", category.bias}});
    return list;
}

/// counts of the reference's category, then of the other's.
ordered_json confusion(const AgreementReport &report)
{
    auto rows = ordered_json::object();
    const auto size = static_cast<std::size_t>(report.categories.size());
    for (std::size_t by = 0; by < size && (by + 1) * size <= report.confusion.size(); ++by) {
        auto row = ordered_json::object();
        for (std::size_t against = 0; against < size; ++against)
            row[jsonText(report.categories.at(static_cast<qsizetype>(against)))]
                = report.confusion[by * size + against];
        rows[jsonText(report.categories.at(static_cast<qsizetype>(by)))] = std::move(row);
    }
    return rows;
}

ordered_json steps(const std::vector<AgreementStep> &steps)
{
    auto list = ordered_json::array();
    for (const auto &step : steps)
        list.push_back({{"title", jsonText(step.title)}, {"items", step.units}, {"kappa", optional(step.kappa.value)},
            {"interval", intervalOf(step.kappa)}});
    return list;
}

struct NamedCoefficient
{
    const char *key;
    const char *title;
    const Coefficient &coefficient;
};

std::array<NamedCoefficient, 8> coefficientsOf(const AgreementReport &report)
{
    return {{{"accuracy", "accuracy", report.accuracy}, {"kappa", "Cohen's kappa", report.kappa},
        {"weighted_kappa", "weighted by the tree", report.weighted}, {"pabak", "PABAK", report.pabak},
        {"ac1", "Gwet's AC1", report.ac1}, {"fleiss_kappa", "Fleiss' kappa", report.fleiss},
        {"alpha", "Krippendorff's alpha", report.alpha},
        {"fine_given_coarse", "level 2, level 1 agreed", report.fineGivenCoarse}}};
}

QString number(const std::optional<double> &value)
{
    return value ? QString::number(*value, 'f', 3) : QStringLiteral("–");
}

QString coefficientLine(const NamedCoefficient &named)
{
    const auto &coefficient = named.coefficient;
    QString line = QString::fromLatin1(named.title).leftJustified(26) + number(coefficient.value);
    if (coefficient.low && coefficient.high)
        line += u" [" + number(coefficient.low) + u", " + number(coefficient.high) + u']';
    line += QStringLiteral("  n = %1").arg(coefficient.units);
    if (!coefficient.value && coefficient.undefined)
        line += u"  " + undefinedReason(*coefficient.undefined);
    return line;
}

QString categoryLine(const AgreementReport &report, const CategoryAgreement &category)
{
    return QStringLiteral("  %1 precision %2  recall %3  F1 %4  support %5")
        .arg(nameOf(report, category.category).leftJustified(28), number(category.precision), number(category.recall),
            number(category.f1))
        .arg(category.support);
}

} // namespace

int comparedUnits(const AgreementReport &report)
{
    const auto isCompared = [](const AgreementUnit &unit) { return unit.by && unit.against; };
    return static_cast<int>(std::ranges::count_if(report.units, isCompared));
}

ordered_json agreementJson(const AgreementReport &report)
{
    ordered_json json{{"by", jsonText(report.by)}, {"against", jsonText(report.against)},
        {"items", report.accuracy.units}, {"accuracy", optional(report.accuracy.value)},
        {"kappa", optional(report.kappa.value)}, {"interval", intervalOf(report.kappa)},
        {"macro_f1", optional(report.macroF1)}, {"categories", categories(report)}, {"confusion", confusion(report)},
        {"only_by", report.onlyBy}, {"only_against", report.onlyAgainst}, {"from_pilot", report.fromPilot}};
    auto more = ordered_json::object();
    auto undefined = ordered_json::object();
    for (const auto &[key, title, coefficient] : coefficientsOf(report)) {
        more[key] = optional(coefficient.value);
        if (coefficient.undefined)
            undefined[key] = jsonText(undefinedReason(*coefficient.undefined));
    }
    json["coefficients"] = std::move(more);
    json["undefined"] = std::move(undefined);
    json["rounds"] = steps(report.rounds);
    json["intra_rater"] = steps(report.intraRater);
    auto notes = ordered_json::array();
    for (const auto &note : report.notes)
        notes.push_back(jsonText(note));
    json["notes"] = std::move(notes);
    return json;
}

QString agreementText(const AgreementReport &report)
{
    QStringList lines{
        QStringLiteral("%1 (reference) and %2: %3 items").arg(report.by, report.against).arg(report.accuracy.units)};
    for (const auto &named : coefficientsOf(report))
        lines += coefficientLine(named);
    lines += QStringLiteral("macro F1").leftJustified(26) + number(report.macroF1);
    lines += QStringLiteral("categories:");
    for (const auto &category : report.perCategory)
        lines += categoryLine(report, category);
    return (lines + report.notes).join(u'\n');
}

} // namespace Decayscope
