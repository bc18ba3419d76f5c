// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "powerrows.h"

#include <figures/figurewords.h>

#include <cmath>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

std::optional<double> number(std::optional<int> count)
{
    return count ? std::optional<double>(*count) : std::nullopt;
}

QString nameWords(const QString &name, int candidates, QStringView noun)
{
    return candidates < 2 ? name : name + u" (middle of %1)"_s.arg(countedWords(candidates, noun));
}

PowerRow rowOf(const TableContext &context, const StudyDesign &study, const AnalysisRequest &request)
{
    const auto demand = demandOf(request);
    const auto &design = study.design;
    PowerRow row{
        .name = nameWords(study.name, study.candidates, study.configurations.size() > 1 ? u"pair" : u"configuration"),
        .unit = study.unit,
        .units = design.units,
        .unitDeviation = design.unitDeviation,
        .runDeviation = design.runDeviation,
        .trials = study.trials,
        .error = designError(design, study.trials),
        .detectable = detectableDifference(design, study.trials, demand),
        .powerNow = powerOf(design, study.trials, request.difference, request.significance),
        .trialsNeeded = number(trialsNeeded(design, request.difference, demand)),
        .unitsNeeded = number(unitsNeeded(design, study.trials, request.difference, demand)),
        .runs = runsOfConfigurations(context, study.configurations)};
    if (row.powerNow)
        *row.powerNow *= 100;
    if (row.unitsNeeded)
        row.tasksNeeded = std::ceil(*row.unitsNeeded * study.tasksPerUnit - 1e-9);
    return row;
}

PowerRow rowOf(const TableContext &context, const PairedPassDesign &study, const AnalysisRequest &request)
{
    const auto demand = demandOf(request);
    const auto difference = request.difference / 100;
    const double pairs = study.pairs;
    PowerRow row{.name = nameWords(u"Two configurations, pass or fail"_s, study.candidates, u"pair"),
        .unit = u"pair of runs"_s,
        .units = study.pairs,
        .trials = pairs / study.tasks,
        .detectable = mcNemarDetectable(study.discordant, pairs, demand),
        .powerNow = mcNemarPower(study.discordant, difference, pairs, request.significance),
        .unitsNeeded = mcNemarPairs(study.discordant, difference, demand),
        .runs = runsOfConfigurations(context, study.configurations)};
    for (auto *share : {&row.detectable, &row.powerNow}) {
        if (*share)
            **share *= 100;
    }
    if (row.unitsNeeded) {
        row.trialsNeeded = std::ceil(*row.unitsNeeded / study.tasks);
        row.tasksNeeded = std::ceil(*row.unitsNeeded / row.trials);
    }
    return row;
}

} // namespace

TestDemand demandOf(const AnalysisRequest &request)
{
    return {.power = request.power, .significance = request.significance};
}

RunFilter runsOfConfigurations(const TableContext &context, const std::set<Configuration> &configurations)
{
    RunFilter part;
    if (configurations.empty())
        return context.filter();
    part.only.emplace();
    for (const auto &run : context.runs()) {
        if (configurations.contains(run.key.configuration))
            part.only->insert(run.id);
    }
    return context.runsOf(part);
}

std::vector<PowerRow> powerRows(
    const TableContext &context, std::span<const StudyDesign> designs, const AnalysisRequest &request)
{
    std::vector<PowerRow> rows;
    rows.reserve(designs.size() + 1);
    for (const auto &design : designs)
        rows.push_back(rowOf(context, design, request));
    if (const auto passes = pairedPassDesign(context.runs(), request.mode))
        rows.push_back(rowOf(context, *passes, request));
    return rows;
}

} // namespace Decayscope
