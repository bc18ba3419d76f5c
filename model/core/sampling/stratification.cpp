// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stratification.h"

#include "allocation.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace Decayscope {

namespace {

/// Beyond this many combinations of columns only those that hold units are listed.
constexpr std::size_t mostEmptyStrata = 2'000;

QString valueOf(const SamplingUnit &unit, StratumColumn column)
{
    const auto named = [](const QString &name) { return name.isEmpty() ? QStringLiteral("unlabelled") : name; };
    switch (column) {
    case StratumColumn::Model:
        return unit.run.key.configuration.model;
    case StratumColumn::Scaffold:
        return unit.run.key.configuration.scaffold;
    case StratumColumn::Runtime:
        return unit.run.task.runtime;
    case StratumColumn::Framework:
        return unit.run.task.framework;
    case StratumColumn::Level:
        return u'L' + QString::number(unit.run.task.level());
    case StratumColumn::Constraints:
        return unit.run.task.constraints.isEmpty() ? QStringLiteral("unconstrained")
                                                   : unit.run.task.constraints.joined(u"+");
    case StratumColumn::Category:
        return named(unit.category);
    case StratumColumn::Subcategory:
        return unit.subcategory.isEmpty() ? QStringLiteral("no sub-category") : unit.subcategory;
    }
    return {};
}

/// Columns that depend on each other: of models and scaffolds only the pairs that ran exist, of tasks those of the
/// study.
enum class ColumnGroup : quint8 { Configuration, Task, Label };

ColumnGroup groupOf(StratumColumn column)
{
    switch (column) {
    case StratumColumn::Model:
    case StratumColumn::Scaffold:
        return ColumnGroup::Configuration;
    case StratumColumn::Runtime:
    case StratumColumn::Framework:
    case StratumColumn::Level:
    case StratumColumn::Constraints:
        return ColumnGroup::Task;
    case StratumColumn::Category:
    case StratumColumn::Subcategory:
        break;
    }
    return ColumnGroup::Label;
}

/// The values of a unit in the columns of one group; empty in all others.
QStringList valuesOf(const SamplingUnit &unit, const std::vector<StratumColumn> &columns, std::optional<ColumnGroup> in)
{
    QStringList values;
    for (const auto column : columns)
        values << (!in || groupOf(column) == *in ? valueOf(unit, column) : QString());
    return values;
}

std::set<QStringList> occurring(
    std::span<const SamplingUnit *const> units, const std::vector<StratumColumn> &columns, ColumnGroup group)
{
    std::set<QStringList> values;
    for (const auto *unit : units)
        values.insert(valuesOf(*unit, columns, group));
    if (group == ColumnGroup::Task) {
        for (const auto &task : generationTasks()) {
            SamplingUnit possible;
            possible.run.task = task;
            values.insert(valuesOf(possible, columns, group));
        }
    }
    return values;
}

QStringList combined(const QStringList &a, const QStringList &b)
{
    QStringList both;
    for (qsizetype i = 0; i < a.size(); ++i)
        both << (a[i].isEmpty() ? b[i] : a[i]);
    return both;
}

/// All strata the columns could have.
std::set<QStringList> possibleStrata(
    std::span<const SamplingUnit *const> units, const std::vector<StratumColumn> &columns)
{
    const auto configurations = occurring(units, columns, ColumnGroup::Configuration);
    const auto tasks = occurring(units, columns, ColumnGroup::Task);
    const auto labels = occurring(units, columns, ColumnGroup::Label);
    std::set<QStringList> strata;
    if (configurations.size() > mostEmptyStrata || labels.size() > mostEmptyStrata
        || configurations.size() * tasks.size() * labels.size() > mostEmptyStrata)
        return strata;
    for (const auto &configuration : configurations) {
        for (const auto &task : tasks) {
            for (const auto &label : labels)
                strata.insert(combined(combined(configuration, task), label));
        }
    }
    return strata;
}

bool isAskedFor(const SamplingUnit &unit, const SampleDesign &design)
{
    return design.category.isEmpty() || unit.category == design.category || unit.categoryCode == design.category;
}

/// The design's units sorted by target, one a target.
std::vector<const SamplingUnit *> unitsOf(std::span<const SamplingUnit> units, const SampleDesign &design)
{
    std::vector<const SamplingUnit *> asked;
    for (const auto &unit : units) {
        if (isAskedFor(unit, design))
            asked.push_back(&unit);
    }
    const auto target = [](const SamplingUnit *unit) -> const LabelTarget & { return unit->target; };
    std::ranges::stable_sort(asked, {}, target);
    const auto [first, last] = std::ranges::unique(asked, {}, target);
    asked.erase(first, last);
    return asked;
}

/// Neyman's weight in whole 1,024ths: with c of N units in the most frequent category, N·√(p(1−p)) is √(c(N−c)). The
/// square root of a whole number is rounded alike by every machine.
qint64 spread(const std::vector<const SamplingUnit *> &members)
{
    std::map<QString, qint64> counts;
    for (const auto *unit : members)
        ++counts[unit->category];
    qint64 most = 0;
    for (const auto &[category, count] : counts)
        most = std::max(most, count);
    constexpr double parts = 1024;
    return std::llround(std::sqrt(static_cast<double>(most * (std::ssize(members) - most))) * parts);
}

qint64 weightOf(const std::vector<const SamplingUnit *> &members, Allocation allocation)
{
    switch (allocation) {
    case Allocation::Equal:
        return members.empty() ? 0 : 1;
    case Allocation::Proportional:
        return std::ssize(members);
    case Allocation::Neyman:
        break;
    }
    return spread(members);
}

void plan(Stratification &result, const SampleDesign &design)
{
    std::vector<AllocationShare> shares;
    bool anyWeight = false;
    for (const auto &members : result.members) {
        const auto population = static_cast<int>(members.size());
        shares.push_back({.weight = weightOf(members, design.allocation),
            .minimum = std::clamp(design.minimumPerStratum, 0, population),
            .population = population});
        anyWeight = anyWeight || shares.back().weight > 0;
    }
    if (!anyWeight) { // Neyman over strata of one category each: nothing speaks for one or the other.
        for (auto &share : shares)
            share.weight = share.population;
    }
    const auto drawn = allocated(shares, std::max(0, design.size));
    for (std::size_t i = 0; i < drawn.size(); ++i)
        result.strata[i].drawn = drawn[i];
}

} // namespace

Stratification stratified(std::span<const SamplingUnit> units, const SampleDesign &design)
{
    const auto asked = unitsOf(units, design);
    std::map<QStringList, std::vector<const SamplingUnit *>> byValues;
    if (!asked.empty()) {
        for (const auto &values : possibleStrata(asked, design.strata))
            byValues[values];
    }
    for (const auto *unit : asked)
        byValues[valuesOf(*unit, design.strata, {})].push_back(unit);
    Stratification result;
    for (auto &[values, members] : byValues) {
        result.strata.push_back({.name = values.isEmpty() ? QStringLiteral("all") : values.join(u" · "),
            .population = static_cast<int>(members.size())});
        result.members.push_back(std::move(members));
    }
    plan(result, design);
    return result;
}

std::vector<SampleStratum> plannedStrata(std::span<const SamplingUnit> units, const SampleDesign &design)
{
    return stratified(units, design).strata;
}

} // namespace Decayscope
