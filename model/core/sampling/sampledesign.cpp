// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampledesign.h"

#include "annotatorqueues.h"
#include "shuffled.h"
#include "stratification.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace Decayscope {

namespace {

constexpr int largestSample = 1'000'000;

bool isShare(double value)
{
    return value >= 0 && value <= 1;
}

/// Why a design cannot be drawn; empty where it can.
QString problemOf(const SampleDesign &design)
{
    if (design.annotators.isEmpty())
        return QStringLiteral("A sample needs an annotator. Name at least one.");
    for (const auto &annotator : design.annotators) {
        if (annotator.trimmed().isEmpty())
            return QStringLiteral("An annotator of the sample has no name.");
        if (annotator == judgeName || annotator == adjudicatedName)
            return QStringLiteral("\"%1\" cannot be an annotator: the name stands for something else.").arg(annotator);
        if (design.annotators.count(annotator) > 1)
            return QStringLiteral("The annotator \"%1\" is named twice.").arg(annotator);
    }
    if (!isShare(design.overlap))
        return QStringLiteral("The share of items that all annotators label must be between 0 and 1.");
    if (!isShare(design.repeats))
        return QStringLiteral("The share of items that come again must be between 0 and 1.");
    if (design.repeatGap < 0 || !(design.repeatHours >= 0))
        return QStringLiteral("The distance of an item and its repeat cannot be negative.");
    if (design.size < 1 || design.size > largestSample)
        return QStringLiteral("A sample has between 1 and %1 items, not %2.").arg(largestSample).arg(design.size);
    return {};
}

QByteArray populationHash(const Stratification &population)
{
    std::vector<std::pair<const SamplingUnit *, QString>> units;
    for (std::size_t i = 0; i < population.strata.size(); ++i) {
        for (const auto *unit : population.members[i])
            units.emplace_back(unit, population.strata[i].name);
    }
    std::ranges::sort(units, {}, [](const auto &entry) -> const LabelTarget & { return entry.first->target; });
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto &[unit, stratum] : units) {
        const auto &target = unit->target;
        hash.addData(QJsonDocument(QJsonArray{target.runtime, target.configuration.scaffold, target.configuration.model,
                                       target.task, target.trial, target.date, stratum})
                .toJson(QJsonDocument::Compact));
        hash.addData("\n");
    }
    return hash.result();
}

/// The drawn items in random order, so that their numbers say nothing about their strata.
std::vector<SampleItem> drawnItems(Stratification &population, const SampleDesign &design)
{
    CounterRandom random(design.seed);
    std::vector<SampleItem> items;
    for (std::size_t i = 0; i < population.strata.size(); ++i) {
        const auto &stratum = population.strata[i];
        auto &members = population.members[i];
        const auto drawn = static_cast<std::size_t>(stratum.drawn);
        drawToFront(members, drawn, random);
        for (std::size_t number = 0; number < drawn; ++number)
            items.push_back({.target = members[number]->target,
                .stratum = static_cast<int>(i),
                .weight = stratum.population / static_cast<double>(stratum.drawn),
                .family = design.byFamily ? members[number]->family : QString()});
    }
    shuffle(items, random);
    return items;
}

} // namespace

Result<Sample> drawSample(std::span<const SamplingUnit> units, const SampleDesign &design, const Codebook &codebook)
{
    if (const auto problem = problemOf(design); !problem.isEmpty())
        return failure(ErrorKind::InvalidInput, problem);
    auto population = stratified(units, design);
    if (population.strata.empty()) {
        return failure(ErrorKind::InvalidInput,
            design.category.isEmpty()
                ? QStringLiteral("There is no failed run to draw from.")
                : QStringLiteral("There is no failed run that \"%1\" labelled as %2. Import or make such labels first, "
                                 "or draw from all failed runs.")
                      .arg(design.categoryBy, design.category));
    }
    Sample sample{.design = design,
        .codebook = codebook.id,
        .codebookVersion = codebook.version,
        .population = populationHash(population),
        .strata = population.strata,
        .maskRules = design.maskWords};
    sample.items = drawnItems(population, design);
    sample.queues = dealtQueues(sample.items, design);
    return sealed(std::move(sample));
}

SampleDesign logicErrorDesign(const QStringList &annotators, quint64 seed)
{
    return {.title = QStringLiteral("50 logic errors"),
        .strata = {StratumColumn::Model, StratumColumn::Level},
        .allocation = Allocation::Proportional,
        .size = 50,
        .minimumPerStratum = 2,
        .category = QStringLiteral("logic_error"),
        .categoryBy = judgeName,
        .seed = seed,
        .annotators = annotators,
        .overlap = 1,
        .blind = true};
}

} // namespace Decayscope
