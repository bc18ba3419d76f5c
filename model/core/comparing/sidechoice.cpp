// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sidechoice.h"

#include <stats/taskscores.h>

#include <algorithm>
#include <map>

namespace Decayscope {

namespace {

/// The generation runs that count.
std::vector<Run> countedRunsOf(const StudySnapshot &study)
{
    return filtered(study.runs, {.kinds = {TaskKind::Generation}});
}

/// The values with most runs first, by name where they are equal.
QStringList commonest(std::span<const Run> runs, QString Configuration::*part)
{
    std::map<QString, int> counts;
    for (const auto &run : runs)
        ++counts[run.key.configuration.*part];
    QStringList names;
    for (const auto &[name, count] : counts)
        names << name;
    std::ranges::stable_sort(names, std::ranges::greater(), [&](const QString &name) { return counts.at(name); });
    return names;
}

/// Mean A% of the models over their tasks, the best first.
QStringList bestModels(std::span<const Run> runs)
{
    std::map<QString, std::pair<double, int>> sums;
    for (const auto &score : taskScores(runs)) {
        auto &[sum, count] = sums[score.configuration.model];
        sum += score.strict;
        ++count;
    }
    QStringList names;
    for (const auto &[name, sum] : sums)
        names << name;
    std::ranges::stable_sort(names, std::ranges::greater(), [&](const QString &name) {
        const auto &[sum, count] = sums.at(name);
        return sum / count;
    });
    return names;
}

} // namespace

RunFilter SideChoice::filter() const
{
    RunFilter filter;
    if (!scaffold.isEmpty())
        filter.scaffolds << scaffold;
    if (!model.isEmpty())
        filter.models << model;
    return filter;
}

std::vector<SidesPreset> sidesPresets(const StudySnapshot &study)
{
    const auto runs = countedRunsOf(study);
    std::vector<SidesPreset> presets;
    const auto scaffolds = commonest(runs, &Configuration::scaffold);
    if (scaffolds.size() > 1)
        presets.push_back({.title = scaffolds.size() == 2 ? QStringLiteral("The two scaffolds")
                                                          : QStringLiteral("The two scaffolds with most runs"),
            .sides = {.a = {.study = {}, .scaffold = scaffolds[0], .model = {}},
                .b = {.study = {}, .scaffold = scaffolds[1], .model = {}}}});
    const auto models = bestModels(runs);
    if (models.size() > 1)
        presets.push_back({.title = QStringLiteral("The two best models"),
            .sides = {.a = {.study = {}, .scaffold = {}, .model = models[0]},
                .b = {.study = {}, .scaffold = {}, .model = models[1]}}});
    return presets;
}

QString sideName(const SideChoice &side, const StudySnapshot &study)
{
    QString name;
    if (side.scaffold.isEmpty() && side.model.isEmpty()) {
        name = QStringLiteral("all runs");
    } else if (side.scaffold.isEmpty()) {
        name = side.model % u", all scaffolds";
    } else if (side.model.isEmpty()) {
        name = side.scaffold % u", all models";
    } else {
        const auto *style = study.styleOf({.scaffold = side.scaffold, .model = side.model});
        name = style ? style->displayName : QString(side.model % u" · " % side.scaffold);
    }
    return side.study.isEmpty() ? name : QString(name % u", in " % study.name);
}

} // namespace Decayscope
