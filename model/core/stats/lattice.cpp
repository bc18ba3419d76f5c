// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lattice.h"

#include "grouping.h"

#include <algorithm>

namespace Decayscope {

namespace {

using enum Constraint;

struct Step
{
    std::size_t from;
    std::size_t to;
};

/// Between places of latticeVariants().
constexpr std::array<Step, 13> steps{
    {{0, 1}, {0, 2}, {0, 3}, {1, 4}, {1, 5}, {2, 5}, {2, 6}, {3, 6}, {3, 7}, {4, 8}, {5, 8}, {6, 9}, {7, 9}}};

/// Collects the scores of one variant.
struct NodeValues
{
    Numbering<QString> frameworks;
    std::vector<ClusteredValue> assertions;
    std::vector<ClusteredValue> passes;

    void add(const TaskScore &score, ScoreMode mode)
    {
        const auto cluster = frameworks.of(score.task.framework);
        assertions.push_back({score.assertions(mode), cluster});
        passes.push_back({score.passAt(1, mode), cluster});
    }
};

void fillNodes(ConstraintLattice &lattice, std::span<const TaskScore> scores, const RunsOfTasks &runsOf, ScoreMode mode)
{
    std::array<NodeValues, std::tuple_size_v<decltype(lattice.nodes)>> values;
    for (const auto &score : scores) {
        const auto place = latticePlace(score.task.constraints);
        if (!place) {
            ++lattice.otherTasks;
            continue;
        }
        auto &node = lattice.nodes.at(*place);
        values.at(*place).add(score, mode);
        node.runs += score.runs;
        runsOf.collect(score, node.behind);
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        lattice.nodes.at(i).assertions = clusteredMean(values.at(i).assertions);
        lattice.nodes.at(i).passAt1 = clusteredMean(values.at(i).passes);
    }
}

std::optional<std::size_t> edgeOf(const SiblingPair &pair)
{
    const auto from = latticePlace(pair.without->task.constraints);
    const auto to = latticePlace(pair.with->task.constraints);
    const auto *found
        = std::ranges::find_if(steps, [&](const Step &step) { return from == step.from && to == step.to; });
    if (found == steps.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - steps.begin());
}

void fillEdges(ConstraintLattice &lattice, std::span<const TaskScore> scores, const RunsOfTasks &runsOf, ScoreMode mode)
{
    std::array<std::vector<SiblingPair>, steps.size()> pairs;
    const Siblings siblings(scores);
    for (const auto constraint : allConstraints) {
        for (const auto &pair : siblings.pairsOf(constraint)) {
            const auto edge = edgeOf(pair);
            if (!edge)
                continue;
            pairs.at(*edge).push_back(pair);
            lattice.edges.at(*edge).pairs.push_back({.constraint = constraint,
                .configuration = pair.with->configuration,
                .with = pair.with->task,
                .without = pair.without->task,
                .difference = pair.difference(mode)});
        }
    }
    for (std::size_t i = 0; i < steps.size(); ++i) {
        auto &edge = lattice.edges.at(i);
        edge.from = steps.at(i).from;
        edge.to = steps.at(i).to;
        edge.difference = pairedDifference(pairs.at(i), mode);
        edge.behind = runsOf.of(pairs.at(i));
    }
}

} // namespace

const std::array<LatticeVariant, 10> &latticeVariants()
{
    static const std::array<LatticeVariant, 10> variants{
        {{"none", {}}, {"S", {Sqlite}}, {"A", {CleanArchitecture}}, {"P", {Postgres}}, {"SO", {Sqlite, SqlAlchemy}},
            {"AS", {CleanArchitecture, Sqlite}}, {"AP", {CleanArchitecture, Postgres}}, {"PO", {Postgres, SqlAlchemy}},
            {"ASO", {CleanArchitecture, Sqlite, SqlAlchemy}}, {"APO", {CleanArchitecture, Postgres, SqlAlchemy}}}};
    return variants;
}

std::optional<std::size_t> latticePlace(ConstraintSet constraints)
{
    auto asPython = constraints;
    if (constraints.contains(Sequelize) && !constraints.contains(SqlAlchemy))
        asPython = constraints.without(Sequelize).with(SqlAlchemy);
    const auto &variants = latticeVariants();
    const auto *found = std::ranges::find(variants, asPython, &LatticeVariant::constraints);
    if (found == variants.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - variants.begin());
}

ConstraintLattice constraintLattice(std::span<const Run> runs, ScoreMode mode)
{
    const auto scores = taskScores(runs);
    const RunsOfTasks runsOf(runs);
    ConstraintLattice lattice;
    fillNodes(lattice, scores, runsOf, mode);
    fillEdges(lattice, scores, runsOf, mode);
    return lattice;
}

} // namespace Decayscope
