// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assertioncounts.h"

#include <QHash>

#include <algorithm>

namespace Decayscope {

namespace {

/// A side's numbers of assertions and what became of its runs.
struct SideOutcomes
{
    const AssertionOutcomes &outcomes;
    std::vector<std::size_t> numbers; ///< Of each of the side's names, for both sides alike.
};

std::vector<std::size_t> numbered(const QStringList &names, QHash<QString, std::size_t> &known, QStringList &all)
{
    std::vector<std::size_t> numbers;
    numbers.reserve(static_cast<std::size_t>(names.size()));
    for (const auto &name : names) {
        if (!known.contains(name)) {
            known.insert(name, static_cast<std::size_t>(all.size()));
            all.append(name);
        }
        numbers.push_back(known.value(name));
    }
    return numbers;
}

const std::vector<int> *listOf(const std::map<RunId, std::vector<int>> &lists, RunId run)
{
    const auto found = lists.find(run);
    return found == lists.end() || found->second.empty() ? nullptr : &found->second;
}

/// Calls `function` with the number of each assertion of a list.
template <typename Function>
void forEach(const SideOutcomes &side, const std::vector<int> *list, Function function)
{
    if (!list)
        return;
    for (const auto index : *list) {
        if (index >= 0 && static_cast<std::size_t>(index) < side.numbers.size())
            function(side.numbers[static_cast<std::size_t>(index)]);
    }
}

class Counter
{
public:
    Counter(const PairedSides &sides, const AssertionOutcomes &a, const AssertionOutcomes &b)
        : m_sides(sides)
        , m_a{a, numbered(a.names, m_known, m_names)}
        , m_b{b, numbered(b.names, m_known, m_names)}
    { }

    CountedAssertions count()
    {
        findAssertions();
        m_counted.assertions.resize(static_cast<std::size_t>(m_names.size()));
        m_tallies.resize(m_counted.assertions.size());
        for (std::size_t task = 0; task < m_sides.tasks.size(); ++task) {
            for (const auto &pair : m_sides.tasks[task].pairs)
                countPair(task, pair);
        }
        finish();
        return std::move(m_counted);
    }

private:
    /// What the runs of each contract have: what runs without a report fail.
    void findAssertions();
    void countPair(std::size_t task, const TaskPair &pair);
    void countSide(const SideOutcomes &side, const PairedRuns &runs, AssertionTally AssertionInPair::*tally);
    void addFailures(const SideOutcomes &side, const PairedRuns &runs, std::vector<RunId> AssertionCounts::*failed);
    void finish();
    [[nodiscard]] bool isShared(std::size_t assertion) const
    {
        return m_tallies[assertion].a.counted > 0 && m_tallies[assertion].b.counted > 0;
    }

    const PairedSides &m_sides;
    QHash<QString, std::size_t> m_known;
    QStringList m_names;
    SideOutcomes m_a;
    SideOutcomes m_b;
    std::map<QString, std::vector<std::size_t>> m_ofContract;
    std::vector<char> m_hasA; ///< Whether runs of A that are compared have the assertion.
    std::vector<char> m_hasB;
    std::vector<AssertionInPair> m_tallies; ///< Of the pair that is counted, by assertion.
    const std::vector<std::size_t> *m_expected = nullptr; ///< Of its contract.
    CountedAssertions m_counted;
};

void Counter::findAssertions()
{
    const auto count = static_cast<std::size_t>(m_names.size());
    m_hasA.assign(count, 0);
    m_hasB.assign(count, 0);
    std::map<QString, std::vector<char>> has;
    const auto note = [&](const SideOutcomes &side, const PairedRuns &runs, std::vector<char> &ofSide,
                          std::vector<char> &ofContract) {
        for (const auto *run : runs.runs)
            forEach(side, listOf(side.outcomes.counted, run->id),
                [&](std::size_t assertion) { ofSide[assertion] = ofContract[assertion] = 1; });
    };
    for (const auto &task : m_sides.tasks) {
        auto &ofContract = has.try_emplace(task.task.contractName(), count, 0).first->second;
        for (const auto &pair : task.pairs) {
            note(m_a, pair.a, m_hasA, ofContract);
            note(m_b, pair.b, m_hasB, ofContract);
        }
    }
    for (const auto &[contract, flags] : has) {
        auto &list = m_ofContract[contract];
        for (std::size_t i = 0; i < count; ++i) {
            if (flags[i] != 0)
                list.push_back(i);
        }
    }
}

void Counter::countPair(std::size_t task, const TaskPair &pair)
{
    const auto &expected = m_ofContract[m_sides.tasks[task].task.contractName()];
    m_expected = &expected;
    for (const auto assertion : expected)
        m_tallies[assertion] = {.task = task, .a = {}, .b = {}};
    countSide(m_a, pair.a, &AssertionInPair::a);
    countSide(m_b, pair.b, &AssertionInPair::b);
    for (const auto assertion : expected) {
        if (isShared(assertion))
            m_counted.assertions[assertion].pairs.push_back(m_tallies[assertion]);
    }
    addFailures(m_a, pair.a, &AssertionCounts::failedA);
    addFailures(m_b, pair.b, &AssertionCounts::failedB);
}

void Counter::countSide(const SideOutcomes &side, const PairedRuns &runs, AssertionTally AssertionInPair::*tally)
{
    int silent = 0;
    for (const auto *run : runs.runs) {
        const auto *counted = listOf(side.outcomes.counted, run->id);
        silent += run->assertions == 0 ? 1 : 0;
        m_counted.namelessRuns += run->assertions > 0 && !counted ? 1 : 0;
        if (run->assertions == 0)
            continue;
        forEach(side, counted, [&](std::size_t assertion) { ++(m_tallies[assertion].*tally).counted; });
        forEach(side, listOf(side.outcomes.failed, run->id),
            [&](std::size_t assertion) { ++(m_tallies[assertion].*tally).failed; });
    }
    m_counted.silentRuns += silent;
    if (silent == 0)
        return;
    for (const auto assertion : *m_expected) {
        (m_tallies[assertion].*tally).counted += silent;
        (m_tallies[assertion].*tally).failed += silent;
    }
}

void Counter::addFailures(const SideOutcomes &side, const PairedRuns &runs, std::vector<RunId> AssertionCounts::*failed)
{
    for (const auto *run : runs.runs) {
        const auto add = [&](std::size_t assertion) {
            if (isShared(assertion))
                (m_counted.assertions[assertion].*failed).push_back(run->id);
        };
        if (run->assertions == 0)
            std::ranges::for_each(*m_expected, add);
        else
            forEach(side, listOf(side.outcomes.failed, run->id), add);
    }
}

/// Assertions without a pair are named, the others stay in their order.
void Counter::finish()
{
    for (std::size_t i = 0; i < m_counted.assertions.size(); ++i) {
        auto &assertion = m_counted.assertions[i];
        assertion.name = m_names[static_cast<qsizetype>(i)];
        if (!assertion.pairs.empty() || (m_hasA[i] == 0 && m_hasB[i] == 0))
            continue;
        (m_hasB[i] == 0 ? m_counted.onlyA : m_hasA[i] == 0 ? m_counted.onlyB : m_counted.apart) << assertion.name;
    }
    std::erase_if(m_counted.assertions, [](const AssertionCounts &assertion) { return assertion.pairs.empty(); });
}

} // namespace

CountedAssertions countedAssertions(const PairedSides &sides, const AssertionOutcomes &a, const AssertionOutcomes &b)
{
    return Counter(sides, a, b).count();
}

} // namespace Decayscope
