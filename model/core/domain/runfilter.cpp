// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runfilter.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

namespace Decayscope {

namespace {

bool allows(const QStringList &values, const QString &value)
{
    return values.isEmpty() || values.contains(value);
}

template <typename T>
bool allows(const std::set<T> &values, T value)
{
    return values.empty() || values.contains(value);
}

/// A task from outside the study has no level.
bool allowsLevel(const std::set<int> &levels, const TaskSpec &task)
{
    return levels.empty() || (task.kind != TaskKind::Other && levels.contains(task.level()));
}

bool hasAny(const std::set<Constraint> &wanted, ConstraintSet constraints)
{
    return std::ranges::any_of(wanted, [&](auto c) { return constraints.contains(c); });
}

bool mentions(const Run &run, const QString &text)
{
    const auto &key = run.key;
    const QString haystack = key.configuration.model % u' ' % key.configuration.scaffold % u' ' % key.runtime % u' '
        % key.task % u' ' % key.date % u" run_" % QString::number(key.trial);
    return std::ranges::all_of(QStringView(text).split(u' ', Qt::SkipEmptyParts),
        [&](QStringView word) { return haystack.contains(word, Qt::CaseInsensitive); });
}

/// The common values of two alternatives, and whether they can hold together at all.
bool restrictTo(QStringList &values, const QStringList &others)
{
    if (others.isEmpty())
        return true;
    if (values.isEmpty()) {
        values = others;
        return true;
    }
    values.removeIf([&](const QString &value) { return !others.contains(value); });
    return !values.isEmpty();
}

template <typename T>
bool restrictTo(std::set<T> &values, const std::set<T> &others)
{
    if (others.empty())
        return true;
    if (values.empty()) {
        values = others;
        return true;
    }
    std::erase_if(values, [&](const T &value) { return !others.contains(value); });
    return !values.empty();
}

} // namespace

RunOutcome outcomeOf(const Run &run)
{
    if (run.assertions == 0)
        return RunOutcome::NoReport;
    if (run.failed > 0)
        return RunOutcome::TestsFailed;
    return run.verdicts.isCompliant() ? RunOutcome::Success : RunOutcome::TestsPassedButViolating;
}

bool RunFilter::accepts(const Run &run) const
{
    return (allDates || run.newestDate) && (excludedToo || !run.exclusion) && (!only || only->contains(run.id))
        && allows(models, run.key.configuration.model) && allows(scaffolds, run.key.configuration.scaffold)
        && (contracts.isEmpty() || contracts.contains(run.task.contractName())) && allows(runtimes, run.key.runtime)
        && allows(frameworks, run.task.framework) && allows(tasks, run.key.task) && allowsLevel(levels, run.task)
        && std::ranges::all_of(constraints, [&](const auto &wanted) { return hasAny(wanted, run.task.constraints); })
        && allows(kinds, run.task.kind) && allows(outcomes, outcomeOf(run))
        && !excludedTerminations.contains(run.termination) && (text.isEmpty() || mentions(run, text));
}

std::vector<Run> filtered(std::span<const Run> runs, const RunFilter &filter)
{
    std::vector<Run> accepted;
    std::ranges::copy_if(runs, std::back_inserter(accepted), [&](const Run &run) { return filter.accepts(run); });
    return accepted;
}

RunFilter intersected(const RunFilter &base, const RunFilter &narrower)
{
    auto both = base;
    bool possible = restrictTo(both.models, narrower.models);
    possible &= restrictTo(both.scaffolds, narrower.scaffolds);
    possible &= restrictTo(both.contracts, narrower.contracts);
    possible &= restrictTo(both.runtimes, narrower.runtimes);
    possible &= restrictTo(both.frameworks, narrower.frameworks);
    possible &= restrictTo(both.tasks, narrower.tasks);
    possible &= restrictTo(both.levels, narrower.levels);
    both.constraints.insert(both.constraints.end(), narrower.constraints.begin(), narrower.constraints.end());
    possible &= restrictTo(both.kinds, narrower.kinds);
    possible &= restrictTo(both.outcomes, narrower.outcomes);
    both.excludedTerminations.insert(narrower.excludedTerminations.begin(), narrower.excludedTerminations.end());
    both.text = QString(base.text % u' ' % narrower.text).simplified();
    both.allDates = base.allDates || narrower.allDates;
    both.excludedToo = base.excludedToo || narrower.excludedToo;
    if (!both.only)
        both.only = narrower.only;
    else if (narrower.only)
        std::erase_if(*both.only, [&](RunId id) { return !narrower.only->contains(id); });
    if (!possible)
        both.only.emplace();
    return both;
}

void markNewestDates(std::vector<Run> &runs)
{
    const auto group = [](const Run &run) { return std::tie(run.key.runtime, run.key.configuration, run.key.task); };
    using Group = std::tuple<QString, Configuration, QString>;
    std::map<Group, QString> newest;
    for (const auto &run : runs) {
        auto &date = newest[Group(group(run))];
        date = std::max(date, run.key.date);
    }
    for (auto &run : runs)
        run.newestDate = newest[Group(group(run))] == run.key.date;
}

} // namespace Decayscope
