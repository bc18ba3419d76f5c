// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "planestimate.h"

#include "nearestgroups.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

using Uses = std::vector<EarlierUse>;
using UseGroup = const std::vector<const EarlierUse *> *;

constexpr double million = 1e6;

Uses tokenUses(std::span<const Run> earlier)
{
    Uses uses;
    for (const auto &run : earlier) {
        const auto &tokens = run.allTokens ? run.allTokens : run.tokens;
        if (!tokens || (tokens->input <= 0 && tokens->output <= 0))
            continue;
        uses.push_back({.configuration = run.key.configuration,
            .task = run.task,
            .input = static_cast<double>(tokens->input),
            .output = static_cast<double>(tokens->output)});
    }
    return uses;
}

Uses timeUses(std::span<const PlannedRunStatus> timed)
{
    Uses uses;
    for (const auto &run : timed) {
        if (run.state == PlannedRunState::Done && run.milliseconds > 0)
            uses.push_back({.configuration = run.run.configuration.configuration(),
                .task = run.run.task,
                .seconds = static_cast<double>(run.milliseconds) / 1000});
    }
    return uses;
}

std::vector<PlannedRun> remainingRuns(const CampaignPlan &plan, const PlanStatus *status)
{
    if (!status)
        return plannedRuns(plan);
    std::vector<PlannedRun> runs;
    for (const auto &run : status->runs) {
        if (run.state != PlannedRunState::Done && run.state != PlannedRunState::Failed)
            runs.push_back(run.run);
    }
    return runs;
}

/// Sums the tokens, and what they cost, of the runs to be made.
class TokenEstimate
{
public:
    TokenEstimate(const CampaignPlan &plan, const Uses &uses)
        : m_plan(plan)
        , m_groups(uses)
    { }

    void add(const PlannedRun &run)
    {
        const auto group = m_groups.groupOf(run);
        ++m_runs.at(static_cast<std::size_t>(group.nearness));
        if (group.uses)
            ++m_counts[group.uses][run.configuration.model];
    }

    void fill(PlanEstimate &estimate) const
    {
        GroupSum input;
        GroupSum output;
        for (const auto &[uses, counts] : m_counts) {
            int count = 0;
            for (const auto &[model, ofModel] : counts)
                count += ofModel;
            input.add(*uses, count, [](const EarlierUse &use) { return use.input; });
            output.add(*uses, count, [](const EarlierUse &use) { return use.output; });
        }
        estimate.inputTokens = input.expectation();
        estimate.outputTokens = output.expectation();
        if (isPriced())
            estimate.cost = cost();
        estimate.informed = runs(Nearness::Cell) + runs(Nearness::Level) + runs(Nearness::ScaffoldLevel);
        estimate.unknown = runs(Nearness::Nothing);
        estimate.basis += sentences();
    }

private:
    using ModelCounts = std::map<QString, int>;

    [[nodiscard]] bool isPriced() const
    {
        const auto hasPrice = [this](const auto &entry) {
            const auto *model = m_plan.model(entry.first);
            return model && model->price;
        };
        return !m_counts.empty() && runs(Nearness::Nothing) == 0
            && std::ranges::all_of(
                m_counts, [&](const auto &group) { return std::ranges::all_of(group.second, hasPrice); });
    }

    /// Of priced models.
    [[nodiscard]] double costOf(const EarlierUse &use, const QString &model) const
    {
        const auto &price = *m_plan.model(model)->price;
        return (use.input * price.input + use.output * price.output) / million;
    }

    /// As if every run of a group were this one.
    [[nodiscard]] double costOfGroup(const EarlierUse &use, const ModelCounts &counts) const
    {
        double total = 0;
        for (const auto &model : counts)
            total += model.second * costOf(use, model.first);
        return total;
    }

    [[nodiscard]] Expectation cost() const
    {
        GroupSum sum;
        for (const auto &group : m_counts) {
            for (const auto &model : group.second)
                sum.addRuns(*group.first, model.second,
                    [this, &model](const EarlierUse &use) { return costOf(use, model.first); });
            sum.addMeanError(
                *group.first, [this, &group](const EarlierUse &use) { return costOfGroup(use, group.second); });
        }
        return sum.expectation();
    }

    [[nodiscard]] int runs(Nearness nearness) const { return m_runs.at(static_cast<std::size_t>(nearness)); }

    [[nodiscard]] QStringList sentences() const
    {
        constexpr std::array kinds{"of the same configuration and task"_L1, "of the same configuration and level"_L1,
            "of the same scaffold and level"_L1, "of the same level"_L1, "of any kind"_L1};
        QStringList lines;
        for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
            if (m_runs.at(kind) > 0)
                lines.append(
                    u"Tokens of %1 runs are those of earlier runs %2."_s.arg(m_runs.at(kind)).arg(kinds.at(kind)));
        }
        if (runs(Nearness::Nothing) > 0)
            lines.append(
                u"Of %1 runs nothing is known, for the study has no run with tokens; they are not counted."_s.arg(
                    runs(Nearness::Nothing)));
        return lines;
    }

    const CampaignPlan &m_plan;
    NearestGroups m_groups;
    std::map<UseGroup, ModelCounts> m_counts; ///< Runs by the group they borrow from and their model.
    std::array<int, 6> m_runs{};
};

/// The time of a sum of runs that are made several at once.
Expectation wallTime(const Expectation &sum, int runs, int parallel)
{
    const auto places = static_cast<double>(std::clamp(parallel, 1, runs));
    const auto last = places > 1 ? sum.expected / runs / 2 : 0;
    return {.expected = sum.expected / places + last, .low = sum.low / places + last, .high = sum.high / places + last};
}

void estimateTime(PlanEstimate &estimate, const std::vector<PlannedRun> &runs, int parallel, const Uses &uses)
{
    const NearestGroups groups(uses);
    std::map<UseGroup, int> counts;
    for (const auto &run : runs) {
        if (const auto group = groups.groupOf(run); group.uses)
            ++counts[group.uses];
    }
    if (counts.empty())
        return;
    GroupSum seconds;
    for (const auto &[group, count] : counts)
        seconds.add(*group, count, [](const EarlierUse &use) { return use.seconds; });
    estimate.seconds = wallTime(seconds.expectation(), estimate.runs, parallel);
    estimate.basis.append(
        u"Time is that of %1 planned runs made before, with %2 at once."_s.arg(uses.size()).arg(parallel));
}

void addNotes(PlanEstimate &estimate, const CampaignPlan &plan)
{
    if (!estimate.seconds && estimate.runs > 0)
        estimate.basis.append(u"Time is not known: no planned run was made before."_s);
    QStringList unpriced;
    for (const auto &configuration : plan.configurations) {
        const auto *model = plan.model(configuration.model);
        if (model && !model->price && !unpriced.contains(model->name))
            unpriced.append(model->name);
    }
    if (!unpriced.isEmpty())
        estimate.basis.append(u"No price is known of %1."_s.arg(unpriced.join(", "_L1)));
    if (estimate.runs > 0)
        estimate.basis.append(plan.judges.empty() ? u"Repeated attempts are not counted."_s
                                                  : u"Repeated attempts and judges are not counted."_s);
}

} // namespace

PlanEstimate estimatePlan(const CampaignPlan &plan, const PlanStatus *status, std::span<const Run> earlier,
    std::span<const PlannedRunStatus> timed)
{
    const auto runs = remainingRuns(plan, status);
    PlanEstimate estimate;
    estimate.runs = static_cast<int>(runs.size());
    const auto tokens = tokenUses(earlier);
    TokenEstimate sums(plan, tokens);
    for (const auto &run : runs)
        sums.add(run);
    sums.fill(estimate);
    estimateTime(estimate, runs, plan.parallel, timeUses(timed));
    addNotes(estimate, plan);
    return estimate;
}

} // namespace Decayscope
