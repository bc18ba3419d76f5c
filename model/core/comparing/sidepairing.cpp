// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sidepairing.h"

#include <stats/interval.h>
#include <stats/verifiermodes.h>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

/// Where a run belongs: its task and what is paired within it.
using PairKey = std::pair<TaskSpec, QString>;

/// The runs of one side by pair.
using SideMap = std::map<PairKey, std::vector<const Run *>>;

bool isSameStudy(const ComparedSide &a, const ComparedSide &b)
{
    return a.study == b.study || (!a.study->path.isEmpty() && a.study->path == b.study->path);
}

std::vector<Run> runsOf(const ComparedSide &side, TaskKind kind, VerifierMode verifiers)
{
    return judgedBy(verifiers, filtered(side.study->runs, intersected(side.filter, {.kinds = {kind}})));
}

std::set<RunId> idsOf(std::span<const Run> runs)
{
    std::set<RunId> ids;
    for (const auto &run : runs)
        ids.insert(run.id);
    return ids;
}

std::set<QString> valuesOf(std::span<const Run> runs, QString Configuration::*part)
{
    std::set<QString> values;
    for (const auto &run : runs)
        values.insert(run.key.configuration.*part);
    return values;
}

std::set<Configuration> configurationsOf(std::span<const Run> runs)
{
    std::set<Configuration> values;
    for (const auto &run : runs)
        values.insert(run.key.configuration);
    return values;
}

template <typename T>
bool meet(const std::set<T> &a, const std::set<T> &b)
{
    return std::ranges::any_of(a, [&](const T &value) { return b.contains(value); });
}

/// Whether each side has one value of `fixed`, another one, and they share values of `free`.
bool differOnlyIn(const PairedSides &sides, QString Configuration::*fixed, QString Configuration::*free)
{
    const auto a = valuesOf(sides.runsA, fixed);
    const auto b = valuesOf(sides.runsB, fixed);
    return a.size() == 1 && b.size() == 1 && a != b && meet(valuesOf(sides.runsA, free), valuesOf(sides.runsB, free));
}

Pairing pairingOf(const PairedSides &sides)
{
    if (sides.inCommon == 0 && meet(configurationsOf(sides.runsA), configurationsOf(sides.runsB)))
        return Pairing::Configuration;
    if (differOnlyIn(sides, &Configuration::scaffold, &Configuration::model))
        return Pairing::Model;
    if (differOnlyIn(sides, &Configuration::model, &Configuration::scaffold))
        return Pairing::Scaffold;
    return Pairing::Task;
}

QString withinOf(const Run &run, Pairing pairing)
{
    const auto &configuration = run.key.configuration;
    switch (pairing) {
    case Pairing::Model:
        return configuration.model;
    case Pairing::Scaffold:
        return configuration.scaffold;
    case Pairing::Configuration:
        return configuration.model % u" · " % configuration.scaffold;
    case Pairing::Task:
        return {};
    }
    return {};
}

SideMap mapOf(std::span<const Run> runs, Pairing pairing)
{
    SideMap map;
    for (const auto &run : runs)
        map[{run.task, withinOf(run, pairing)}].push_back(&run);
    return map;
}

using ValuesOfRuns = std::vector<double>;

double plainMean(const ValuesOfRuns &values)
{
    return meanOf(values).value_or(0);
}

/// Values of runs by configuration: as they are for one, else a mean a configuration.
ValuesOfRuns unitsOf(const std::map<Configuration, ValuesOfRuns> &values)
{
    if (values.size() == 1)
        return values.begin()->second;
    ValuesOfRuns means;
    means.reserve(values.size());
    for (const auto &[configuration, of] : values)
        means.push_back(plainMean(of));
    return means;
}

/// Sums are taken in an order that the runs' ids, and with them the order of an import, do not decide.
PairedRuns pairedRuns(std::vector<const Run *> runs, ScoreMode mode)
{
    std::ranges::sort(runs, {}, [](const Run *run) { return std::tie(run->key.date, run->key.trial, run->key); });
    PairedRuns paired;
    std::map<Configuration, ValuesOfRuns> shares;
    std::map<Configuration, ValuesOfRuns> passes;
    for (const auto *run : runs) {
        const bool succeeds = isSuccess(*run, mode);
        shares[run->key.configuration].push_back(share(*run, mode));
        passes[run->key.configuration].push_back(succeeds ? 100 : 0);
        paired.successes += succeeds ? 1 : 0;
    }
    paired.runs = std::move(runs);
    paired.shares = unitsOf(shares);
    paired.passes = unitsOf(passes);
    paired.share = plainMean(paired.shares);
    paired.pass = plainMean(paired.passes);
    paired.isOneConfiguration = shares.size() == 1;
    return paired;
}

/// What is paired within that one side has and the other has on no task.
QStringList withinOnly(const SideMap &side, const SideMap &other)
{
    std::set<QString> names;
    for (const auto &[key, runs] : side)
        names.insert(key.second);
    for (const auto &[key, runs] : other)
        names.erase(key.second);
    return {names.begin(), names.end()};
}

void addPairs(PairedSides &sides, SideMap a, SideMap b, ScoreMode mode)
{
    for (auto &[key, runs] : a) {
        const auto found = b.find(key);
        if (found == b.end()) {
            sides.unpairedA += static_cast<int>(runs.size());
            continue;
        }
        if (sides.tasks.empty() || sides.tasks.back().task != key.first)
            sides.tasks.push_back({.task = key.first, .pairs = {}});
        sides.tasks.back().pairs.push_back({.within = key.second,
            .a = pairedRuns(std::move(runs), mode),
            .b = pairedRuns(std::move(found->second), mode)});
        b.erase(found);
    }
    for (const auto &[key, runs] : b)
        sides.unpairedB += static_cast<int>(runs.size());
}

std::set<TaskSpec> tasksIn(const SideMap &side)
{
    std::set<TaskSpec> tasks;
    for (const auto &[key, runs] : side)
        tasks.insert(key.first);
    return tasks;
}

int commonRuns(const PairedSides &sides)
{
    const auto ids = idsOf(sides.runsA);
    return static_cast<int>(std::ranges::count_if(sides.runsB, [&](const Run &run) { return ids.contains(run.id); }));
}

std::unexpected<Error> noRuns(const ComparedSide &side)
{
    return failure(ErrorKind::NotFound,
        QStringLiteral(
            "\"%1\" has no runs to compare: its filter leaves none. Choose another model, scaffold or level.")
            .arg(side.name));
}

Result<PairedSides> checkedSides(const ComparedSide &a, const ComparedSide &b, VerifierMode verifiers)
{
    PairedSides sides;
    sides.kind = comparedKind(a, b);
    sides.runsA = runsOf(a, sides.kind, verifiers);
    sides.runsB = runsOf(b, sides.kind, verifiers);
    if (sides.runsA.empty())
        return noRuns(a);
    if (sides.runsB.empty())
        return noRuns(b);
    if (!isSameStudy(a, b))
        return sides;
    sides.inCommon = commonRuns(sides);
    if (sides.runsA.size() == sides.runsB.size() && std::ssize(sides.runsA) == sides.inCommon)
        return failure(ErrorKind::InvalidInput,
            QStringLiteral(
                "Both sides are the same %1 runs: there is nothing to compare. Choose another model, scaffold "
                "or study for one of them.")
                .arg(sides.inCommon));
    return sides;
}

} // namespace

double roundedPercent(double value)
{
    return std::round(value / roundingOfPercent);
}

double PairedTask::meanOf(PairedRuns TaskPair::*side, double PairedRuns::*value) const
{
    double sum = 0;
    for (const auto &pair : pairs)
        sum += pair.*side.*value;
    return sum / static_cast<double>(pairs.size());
}

double PairedTask::difference(double PairedRuns::*value) const
{
    return meanOf(&TaskPair::b, value) - meanOf(&TaskPair::a, value);
}

std::set<RunId> PairedTask::runsOf(PairedRuns TaskPair::*side) const
{
    std::set<RunId> ids;
    for (const auto &pair : pairs) {
        for (const auto *run : (pair.*side).runs)
            ids.insert(run->id);
    }
    return ids;
}

TaskKind comparedKind(const ComparedSide &a, const ComparedSide &b)
{
    const std::set features{TaskKind::Feature};
    return a.filter.kinds == features || b.filter.kinds == features ? TaskKind::Feature : TaskKind::Generation;
}

Result<PairedSides> pairedSides(const ComparedSide &a, const ComparedSide &b, const SideComparisonOptions &options)
{
    auto sides = checkedSides(a, b, options.verifiers);
    if (!sides)
        return sides;
    sides->pairing = pairingOf(*sides);
    auto mapA = mapOf(sides->runsA, sides->pairing);
    auto mapB = mapOf(sides->runsB, sides->pairing);
    sides->tasksOfA = tasksIn(mapA);
    sides->tasksOfB = tasksIn(mapB);
    sides->onlyA = withinOnly(mapA, mapB);
    sides->onlyB = withinOnly(mapB, mapA);
    addPairs(*sides, std::move(mapA), std::move(mapB), options.mode);
    if (sides->tasks.empty())
        return failure(ErrorKind::NotFound,
            QStringLiteral("\"%1\" and \"%2\" have no task in common. Widen the filters, or compare other sides.")
                .arg(a.name, b.name));
    return sides;
}

} // namespace Decayscope
