// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figureparts.h"

#include <array>
#include <climits>

namespace Decayscope {

namespace {

template <typename KeyOf>
std::vector<FigurePart> partsBy(
    const TableContext &context, const QStringList &keys, KeyOf keyOf, QStringList RunFilter::*field)
{
    std::vector<FigurePart> parts(static_cast<std::size_t>(keys.size()));
    std::map<QString, FigurePart *> byKey;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        parts[i].title = keys[static_cast<qsizetype>(i)];
        parts[i].filter.*field = {parts[i].title};
        byKey.emplace(parts[i].title, &parts[i]);
    }
    for (const auto &run : context.runs()) {
        if (const auto part = byKey.find(keyOf(run)); part != byKey.end())
            part->second->runs.push_back(run);
    }
    return parts;
}

template <typename NameOf>
QStringList namesInOrder(const TableContext &context, NameOf nameOf)
{
    QStringList names;
    for (const auto &configuration : configurationsInOrder(context.study(), context.runs())) {
        if (const auto name = nameOf(configuration); !names.contains(name))
            names << name;
    }
    return names;
}

} // namespace

std::vector<FigurePart> figureParts(const TableContext &context, FigureFacet facet)
{
    switch (facet) {
    case FigureFacet::None:
        break;
    case FigureFacet::Model:
        return partsBy(
            context, namesInOrder(context, [](const Configuration &c) { return c.model; }),
            [](const Run &run) { return run.key.configuration.model; }, &RunFilter::models);
    case FigureFacet::Scaffold:
        return partsBy(
            context, namesInOrder(context, [](const Configuration &c) { return c.scaffold; }),
            [](const Run &run) { return run.key.configuration.scaffold; }, &RunFilter::scaffolds);
    case FigureFacet::Framework:
        return partsBy(
            context, frameworksInOrder(context.runs()), [](const Run &run) { return run.task.framework; },
            &RunFilter::frameworks);
    }
    return {{.title = {}, .filter = {}, .runs = context.runs()}};
}

void addPanels(FigureSpec &figure, std::span<const FigurePart> parts)
{
    for (const auto &part : parts) {
        if (!part.title.isEmpty())
            figure.panels << part.title;
    }
}

QStringList frameworksInOrder(std::span<const Run> runs)
{
    std::set<QString> names;
    for (const auto &run : runs)
        names.insert(run.task.framework);
    QStringList ordered;
    for (const auto &runtime : {u"uv", u"node"}) {
        for (const auto &framework : frameworksOf(runtime)) {
            if (names.erase(framework) > 0)
                ordered << framework;
        }
    }
    for (const auto &other : names)
        ordered << other;
    return ordered;
}

ConfigurationStyle shownStyle(const StudySnapshot &study, const Configuration &configuration)
{
    if (const auto *style = study.styleOf(configuration))
        return *style;
    return {.configuration = configuration,
        .displayName = configuration.model % u" · " % configuration.scaffold,
        .order = INT_MAX};
}

/// Every model has a marker of its own, and every scaffold of a model another one: colour is never the only sign.
constexpr int markerOf(int color, LineStyle line)
{
    constexpr std::array steps{0, 6, 3, 9};
    return color + steps.at(static_cast<std::size_t>(line));
}

FigureSeries styledSeries(const StudySnapshot &study, const Configuration &configuration, int panel)
{
    const auto style = shownStyle(study, configuration);
    return {.name = style.displayName,
        .color = style.color,
        .line = style.line,
        .marker = markerOf(style.color, style.line),
        .panel = panel,
        .points = {}};
}

std::vector<Configuration> configurationsInOrder(const StudySnapshot &study, std::span<const Run> runs)
{
    std::set<Configuration> all;
    for (const auto &run : runs)
        all.insert(run.key.configuration);
    std::vector<Configuration> ordered(all.begin(), all.end());
    std::ranges::stable_sort(
        ordered, {}, [&](const Configuration &configuration) { return shownStyle(study, configuration).order; });
    return ordered;
}

PlanGaps::PlanGaps(const TableContext &context)
{
    const StudyPlan plan(context.study().runs);
    m_trials = plan.trials();
    for (const auto &run : context.runs()) {
        if (run.task.kind == TaskKind::Generation)
            ++m_done[run.key.configuration][run.task];
    }
    std::map<TaskSpec, bool> asked;
    for (const auto &[configuration, tasks] : m_done) {
        auto &planned = m_planned[configuration];
        for (const auto &task : plan.tasksOf(configuration)) {
            const auto [known, isNew] = asked.try_emplace(task, false);
            if (isNew)
                known->second = context.asksFor(task);
            if (known->second)
                planned.push_back(task);
        }
    }
}

LevelCoverage PlanGaps::of(const Configuration &configuration, const TaskChoice &choice) const
{
    LevelCoverage gap;
    const auto done = m_done.find(configuration);
    const auto planned = m_planned.find(configuration);
    if (done == m_done.end() || planned == m_planned.end())
        return gap;
    for (const auto &task : planned->second) {
        if (!choice(task))
            continue;
        ++gap.planned;
        if (!done->second.contains(task))
            gap.missing << task.name;
    }
    for (const auto &[task, trials] : done->second) {
        if (choice(task))
            gap.missingTrials += std::max(0, m_trials - trials);
    }
    return gap;
}

} // namespace Decayscope
