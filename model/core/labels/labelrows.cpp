// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelrows.h"

#include "importedrows.h"

#include <algorithm>
#include <tuple>

namespace Decayscope {

namespace {

/// What was decided of a run outside of samples.
LabelRow looseRow(const LabelEvent &adjudicated)
{
    return {.annotator = adjudicatedName,
        .item = adjudicated.item,
        .target = adjudicated.target,
        .run = {},
        .label = std::get<Adjudicated>(adjudicated.action).label,
        .coarseMemo = {},
        .time = adjudicated.time,
        .milliseconds = 0,
        .isImported = false,
        .isFlagged = false,
        .event = adjudicated.id};
}

} // namespace

RunTargets::RunTargets(std::span<const Run> runs)
{
    for (const auto &run : runs) {
        auto target = targetOf(run.key);
        m_runs.insert_or_assign(target, Found{run.id, run.key.date});
        target.date.clear();
        if (run.newestDate)
            m_runs.insert_or_assign(target, Found{run.id, run.key.date});
    }
}

void RunTargets::attach(LabelRow &row) const
{
    const auto found = m_runs.find(row.target);
    if (found == m_runs.end())
        return;
    row.run = found->second.run;
    row.target.date = found->second.date;
}

LabelRows::LabelRows(const LabelLog &log, std::span<const Sample> samples, const RunTargets &targets)
    : m_log(log)
    , m_targets(targets)
{
    for (const auto &sample : samples)
        m_samples.insert(sample.id, &sample);
}

std::vector<LabelRow> LabelRows::all() const
{
    auto rows = importedRows(m_log);
    for (auto &row : rows)
        m_targets.attach(row);
    const auto annotators = m_log.annotators();
    for (const auto &annotator : annotators) {
        for (auto sample = m_samples.keyBegin(); sample != m_samples.keyEnd(); ++sample) {
            for (const auto &[item, state] : m_log.states(annotator, *sample)) {
                if (auto made = row(annotator, item, state))
                    rows.push_back(*std::move(made));
            }
        }
    }
    addAdjudicated(rows);
    std::ranges::sort(rows, isBeforeInBook);
    return rows;
}

void LabelRows::addAdjudicated(std::vector<LabelRow> &rows) const
{
    const auto items = m_log.adjudicatedItems();
    for (const auto &item : items) {
        if (auto made = row(adjudicatedName, item))
            rows.push_back(*std::move(made));
    }
    std::map<LabelTarget, LabelRow> loose;
    for (const auto index : m_log.adjudications({})) {
        const auto &event = m_log.events()[index];
        loose.insert_or_assign(event.target, looseRow(event));
    }
    for (auto &[target, made] : loose) {
        m_targets.attach(made);
        rows.push_back(std::move(made));
    }
}

std::optional<LabelRow> LabelRows::row(const QString &annotator, const ItemKey &item) const
{
    return row(annotator, item, m_log.state(annotator, item));
}

std::optional<LabelRow> LabelRows::row(const QString &annotator, const ItemKey &item, const ItemState &state) const
{
    const auto *sample = m_samples.value(item.sample);
    if (!state.committed || !sample || item.item < 0 || item.item >= std::ssize(sample->items))
        return std::nullopt;
    LabelRow made{.annotator = annotator,
        .item = item,
        .target = sample->items[static_cast<std::size_t>(item.item)].target,
        .run = {},
        .label = *state.committed,
        .coarseMemo = {},
        .time = state.committedTime,
        .milliseconds = state.milliseconds,
        .isImported = false,
        .isFlagged = state.isFlagged,
        .event = state.committedEvent};
    m_targets.attach(made);
    return made;
}

bool isBeforeInBook(const LabelRow &a, const LabelRow &b)
{
    return std::tie(a.target, a.annotator, a.item, a.event) < std::tie(b.target, b.annotator, b.item, b.event);
}

std::vector<LabelRow> labelRows(const LabelLog &log, std::span<const Sample> samples, std::span<const Run> runs)
{
    return LabelRows(log, samples, RunTargets(runs)).all();
}

} // namespace Decayscope
