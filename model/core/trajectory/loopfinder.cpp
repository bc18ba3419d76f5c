// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loopfinder.h"

#include <QStringList>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int longestPeriod = 4;
constexpr int fewestRounds = 3;
constexpr qsizetype longestName = 48;

/// Indexes of the turns that count; -1 where a loop cannot go on.
std::vector<int> agentSteps(const std::vector<TurnDigest> &turns)
{
    std::vector<int> steps;
    for (std::size_t i = 0; i < turns.size(); ++i) {
        const auto &turn = turns[i];
        const bool speaks = turn.role == TurnRole::Assistant || turn.role == TurnRole::User;
        if (turn.commandHash != 0)
            steps.push_back(static_cast<int>(i));
        else if (speaks && turn.kind != TurnKind::Observation && turn.kind != TurnKind::Error)
            steps.push_back(-1);
    }
    return steps;
}

class LoopFinder
{
public:
    explicit LoopFinder(TrajectoryDigest &digest)
        : m_digest(digest)
        , m_steps(agentSteps(digest.turns))
    {
        for (int period = 1; period <= longestPeriod; ++period)
            m_repeats.push_back(repeatsOf(static_cast<std::size_t>(period)));
    }

    void find()
    {
        for (std::size_t at = 0; at < m_steps.size();) {
            const auto [period, rounds] = longestFrom(at);
            if (rounds < fewestRounds) {
                ++at;
                continue;
            }
            addLoop(at, period, rounds);
            at += period * rounds;
        }
    }

private:
    struct Cycle
    {
        std::size_t period = 1;
        std::size_t rounds = 1;
    };

    [[nodiscard]] bool isSame(std::size_t left, std::size_t right) const
    {
        const auto a = m_steps[left];
        const auto b = m_steps[right];
        return a >= 0 && b >= 0
            && m_digest.turns[static_cast<std::size_t>(a)].commandHash
            == m_digest.turns[static_cast<std::size_t>(b)].commandHash;
    }

    /// For each step, how many steps from it on are equal to the step one period later.
    [[nodiscard]] std::vector<std::size_t> repeatsOf(std::size_t period) const
    {
        std::vector<std::size_t> repeats(m_steps.size() + 1, 0);
        for (auto i = m_steps.size(); i-- > 0;)
            repeats[i] = i + period < m_steps.size() && isSame(i, i + period) ? repeats[i + 1] + 1 : 0;
        return repeats;
    }

    /// The cycle that covers most steps; of equal ones the shorter.
    [[nodiscard]] Cycle longestFrom(std::size_t at) const
    {
        Cycle best;
        for (std::size_t period = 1; period <= longestPeriod; ++period) {
            const auto rounds = m_repeats[period - 1][at] / period + 1;
            if (rounds >= fewestRounds
                && rounds * period > (best.rounds < fewestRounds ? 0 : best.rounds * best.period))
                best = {period, rounds};
        }
        return best;
    }

    void addLoop(std::size_t at, std::size_t period, std::size_t rounds)
    {
        TurnLoop loop{.first = m_steps[at],
            .last = m_steps[at + period * rounds - 1],
            .rounds = static_cast<int>(rounds),
            .period = static_cast<int>(period),
            .name = nameOf(at, period)};
        for (auto turn = loop.first; turn <= loop.last; ++turn)
            m_digest.turns[static_cast<std::size_t>(turn)].loop = static_cast<int>(m_digest.loops.size());
        m_digest.loops.push_back(std::move(loop));
    }

    [[nodiscard]] QString nameOf(std::size_t at, std::size_t period) const
    {
        QStringList names;
        for (std::size_t i = 0; i < period; ++i) {
            const auto &title = m_digest.turns[static_cast<std::size_t>(m_steps[at + i])].title;
            const auto space = title.indexOf(u' ');
            if (period > 1)
                names.append(space < 0 ? title : title.first(space) + QStringLiteral(" …"));
            else
                names.append(title.size() <= longestName ? title : title.first(longestName - 1) + u'…');
        }
        return names.join(QStringLiteral(" → "));
    }

    TrajectoryDigest &m_digest;
    std::vector<int> m_steps;
    std::vector<std::vector<std::size_t>> m_repeats; ///< By period - 1.
};

} // namespace

void findLoops(TrajectoryDigest &digest)
{
    LoopFinder(digest).find();
}

} // namespace Decayscope
