// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "interactions.h"

#include "grouping.h"
#include "lattice.h"
#include "permutation.h"

#include <algorithm>
#include <string_view>

namespace Decayscope {

namespace {

/// Four variants by their names in the lattice.
struct Square
{
    const char *neither;
    const char *first;
    const char *second;
    const char *both;
};

struct Question
{
    const char *key;
    const char *first;
    const char *second;
    std::vector<Square> squares;
};

const std::vector<Question> &questions()
{
    static const std::vector<Question> all{
        {"architecture:sqlite", "Clean Architecture", "SQLite", {{"none", "A", "S", "AS"}}},
        {"architecture:postgres", "Clean Architecture", "PostgreSQL", {{"none", "A", "P", "AP"}}},
        {"architecture:database", "Clean Architecture", "a database",
            {{"none", "A", "S", "AS"}, {"none", "A", "P", "AP"}}},
        {"architecture:orm", "Clean Architecture", "an ORM", {{"S", "AS", "SO", "ASO"}, {"P", "AP", "PO", "APO"}}},
        {"architecture:engine", "Clean Architecture", "PostgreSQL instead of SQLite",
            {{"S", "AS", "P", "AP"}, {"SO", "ASO", "PO", "APO"}}},
        {"orm:engine", "ORM", "PostgreSQL instead of SQLite", {{"S", "SO", "P", "PO"}, {"AS", "ASO", "AP", "APO"}}}};
    return all;
}

/// A framework's tasks by one configuration, by place among the lattice's variants.
using FrameworkScores = std::array<const TaskScore *, 10>;

/// One configuration in one framework; sorted by framework, so that clusters are numbered alike whatever the order.
using FrameworkKey = std::tuple<QString, QString, QString, Configuration>;

std::map<FrameworkKey, FrameworkScores> byFramework(std::span<const TaskScore> scores)
{
    std::map<FrameworkKey, FrameworkScores> all;
    for (const auto &score : scores) {
        const auto place = latticePlace(score.task.constraints);
        if (!place)
            continue;
        const auto [contract, runtime, framework, constraints] = variantOf(score.task);
        all[{contract, runtime, framework, score.configuration}].at(*place) = &score;
    }
    return all;
}

std::size_t placeNamed(const char *name)
{
    const auto &variants = latticeVariants();
    const auto *found = std::ranges::find(variants, std::string_view(name), &LatticeVariant::name);
    Q_ASSERT(found != variants.end());
    return static_cast<std::size_t>(found - variants.begin());
}

/// The places of a square's variants.
struct Places
{
    std::size_t neither;
    std::size_t first;
    std::size_t second;
    std::size_t both;
};

Places placesOf(const Square &square)
{
    return {placeNamed(square.neither), placeNamed(square.first), placeNamed(square.second), placeNamed(square.both)};
}

/// "(AS − S) − (A − none)"
QString wordsOf(const Square &square)
{
    return QStringLiteral("(%1 − %2) − (%3 − %4)")
        .arg(QString::fromLatin1(square.both), QString::fromLatin1(square.second), QString::fromLatin1(square.first),
            QString::fromLatin1(square.neither));
}

/// Collects the quadruples of one question.
class Quadruples
{
public:
    Quadruples(const RunsOfTasks &runsOf, ScoreMode mode)
        : m_runsOf(runsOf)
        , m_mode(mode)
    { }

    void add(const FrameworkKey &key, const FrameworkScores &scores, const Places &places)
    {
        const std::array four{
            scores.at(places.neither), scores.at(places.first), scores.at(places.second), scores.at(places.both)};
        if (std::ranges::contains(four, nullptr))
            return;
        const auto without = four[1]->assertions(m_mode) - four[0]->assertions(m_mode);
        const auto with = four[3]->assertions(m_mode) - four[2]->assertions(m_mode);
        const auto &[contract, runtime, framework, configuration] = key;
        m_values.push_back({with - without, m_clusters.of({contract, runtime, framework, places.neither})});
        m_without.push_back(without);
        m_with.push_back(with);
        for (const auto *score : four)
            m_runsOf.collect(*score, m_runs);
    }

    [[nodiscard]] bool isEmpty() const { return m_values.empty(); }

    void fill(ConstraintInteraction &result) const
    {
        result.interaction = clusteredMean(m_values).value_or(Estimate{});
        result.effectWithout = meanOf(m_without).value_or(0);
        result.effectWith = meanOf(m_with).value_or(0);
        std::vector<double> sums(static_cast<std::size_t>(result.interaction.clusters), 0.0);
        for (const auto &[value, cluster] : m_values)
            sums[static_cast<std::size_t>(cluster)] += value;
        result.pValue = signFlipPValue(sums);
        result.runs = m_runs;
    }

private:
    const RunsOfTasks &m_runsOf;
    ScoreMode m_mode;
    Numbering<std::tuple<QString, QString, QString, std::size_t>> m_clusters;
    std::vector<ClusteredValue> m_values;
    std::vector<double> m_without;
    std::vector<double> m_with;
    std::set<RunId> m_runs;
};

} // namespace

std::vector<ConstraintInteraction> constraintInteractions(std::span<const Run> runs, ScoreMode mode)
{
    const auto scores = taskScores(runs);
    const RunsOfTasks runsOf(runs);
    const auto frameworks = byFramework(scores);
    std::vector<ConstraintInteraction> interactions;
    for (const auto &question : questions()) {
        ConstraintInteraction result{.key = QString::fromLatin1(question.key),
            .first = QString::fromLatin1(question.first),
            .second = QString::fromLatin1(question.second),
            .quadruples = {},
            .runs = {}};
        Quadruples quadruples(runsOf, mode);
        for (const auto &square : question.squares) {
            result.quadruples << wordsOf(square);
            for (const auto &[key, ofFramework] : frameworks)
                quadruples.add(key, ofFramework, placesOf(square));
        }
        if (quadruples.isEmpty())
            continue;
        quadruples.fill(result);
        interactions.push_back(std::move(result));
    }
    return interactions;
}

} // namespace Decayscope
