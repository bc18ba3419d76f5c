// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runfacets.h"

namespace Decayscope {

namespace {

/// A task from outside the study has no framework, level or constraints to be counted by.
std::vector<FacetValue> taskValuesOf(const TaskSpec &task, Facet facet)
{
    if (task.kind == TaskKind::Other)
        return {};
    if (facet == Facet::Contract)
        return {{.text = task.contractName()}};
    if (facet == Facet::Framework)
        return {{.text = task.framework}};
    if (facet == Facet::Level)
        return {{.number = task.level()}};
    std::vector<FacetValue> values;
    for (const auto constraint : task.constraints.toVector())
        values.push_back({.number = static_cast<int>(constraint)});
    return values;
}

std::vector<FacetValue> valuesOf(const Run &run, Facet facet)
{
    switch (facet) {
    case Facet::Model:
        return {{.text = run.key.configuration.model}};
    case Facet::Scaffold:
        return {{.text = run.key.configuration.scaffold}};
    case Facet::Contract:
    case Facet::Framework:
    case Facet::Level:
    case Facet::Constraint:
        return taskValuesOf(run.task, facet);
    case Facet::Outcome:
        return {{.number = static_cast<int>(outcomeOf(run))}};
    }
    return {};
}

QStringList textsOf(const std::set<FacetValue> &values)
{
    QStringList texts;
    for (const auto &value : values)
        texts << value.text;
    return texts;
}

std::set<FacetValue> fromTexts(const QStringList &texts)
{
    std::set<FacetValue> values;
    for (const auto &text : texts)
        values.insert({.text = text});
    return values;
}

template <typename T>
std::set<T> numbersOf(const std::set<FacetValue> &values)
{
    std::set<T> numbers;
    for (const auto &value : values)
        numbers.insert(static_cast<T>(value.number));
    return numbers;
}

template <typename T>
std::set<FacetValue> fromNumbers(const std::set<T> &numbers)
{
    std::set<FacetValue> values;
    for (const auto number : numbers)
        values.insert({.number = static_cast<int>(number)});
    return values;
}

} // namespace

FacetCounts facetCounts(std::span<const Run> runs, const RunFilter &filter)
{
    FacetCounts counts;
    for (const auto facet : allFacets) {
        const auto others = withValues(filter, facet, {});
        auto &ofFacet = counts[facet];
        for (const auto &run : runs) {
            const int one = others.accepts(run) ? 1 : 0;
            for (const auto &value : valuesOf(run, facet))
                ofFacet[value] += one;
        }
    }
    return counts;
}

std::set<FacetValue> chosenValues(const RunFilter &filter, Facet facet)
{
    switch (facet) {
    case Facet::Model:
        return fromTexts(filter.models);
    case Facet::Scaffold:
        return fromTexts(filter.scaffolds);
    case Facet::Contract:
        return fromTexts(filter.contracts);
    case Facet::Framework:
        return fromTexts(filter.frameworks);
    case Facet::Level:
        return fromNumbers(filter.levels);
    case Facet::Constraint:
        return filter.constraints.empty() ? std::set<FacetValue>{} : fromNumbers(filter.constraints.front());
    case Facet::Outcome:
        return fromNumbers(filter.outcomes);
    }
    return {};
}

RunFilter withValues(RunFilter filter, Facet facet, const std::set<FacetValue> &values)
{
    switch (facet) {
    case Facet::Model:
        filter.models = textsOf(values);
        break;
    case Facet::Scaffold:
        filter.scaffolds = textsOf(values);
        break;
    case Facet::Contract:
        filter.contracts = textsOf(values);
        break;
    case Facet::Framework:
        filter.frameworks = textsOf(values);
        break;
    case Facet::Level:
        filter.levels = numbersOf<int>(values);
        break;
    case Facet::Constraint:
        filter.constraints.clear();
        if (!values.empty())
            filter.constraints.push_back(numbersOf<Constraint>(values));
        break;
    case Facet::Outcome:
        filter.outcomes = numbersOf<RunOutcome>(values);
        break;
    }
    return filter;
}

} // namespace Decayscope
