// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labellog.h"

#include <algorithm>

namespace Decayscope {

namespace {

/// More places than anybody names; a bound for forged journals.
constexpr std::size_t mostEvidence = 1000;

template <typename... Functions>
struct Overloaded : Functions...
{
    using Functions::operator()...;
};

void choose(Label &draft, const Chosen &chosen)
{
    if (chosen.isSubcode && draft.code.isEmpty())
        return;
    (chosen.isSubcode ? draft.subcode : draft.code) = chosen.code;
    if (!chosen.isSubcode)
        draft.subcode.clear();
}

void removeEvidence(Label &draft, const QString &id)
{
    std::erase_if(draft.evidence, [&](const Evidence &place) { return place.id == id; });
}

void addEvidence(Label &draft, const Evidence &place)
{
    removeEvidence(draft, place.id);
    if (draft.evidence.size() < mostEvidence)
        draft.evidence.push_back(place);
}

void commit(ItemState &state, const Label &label, const LabelEvent &event)
{
    state.committed = label;
    state.draft = label;
    state.committedEvent = event.id;
    state.committedTime = event.time;
    state.skipped.reset();
}

} // namespace

bool ItemState::isHalfMade() const
{
    const auto &base = committed ? *committed : Label();
    return draft.code != base.code || draft.subcode != base.subcode || draft.confidence != base.confidence
        || draft.memo != base.memo || draft.evidence != base.evidence;
}

ItemState LabelLog::state(const QString &annotator, const ItemKey &item) const
{
    if (annotator == adjudicatedName)
        return adjudicatedState(item);
    const auto *found = group(annotator, item.sample);
    if (!found)
        return {};
    const auto events = found->items.find(item);
    return events == found->items.end() ? ItemState() : folded(events->second);
}

std::map<ItemKey, ItemState> LabelLog::states(const QString &annotator, const QString &sample) const
{
    std::map<ItemKey, ItemState> states;
    if (annotator == adjudicatedName) {
        for (const auto &[item, events] : m_adjudications) {
            if (item.sample == sample)
                states.emplace(item, adjudicatedState(item));
        }
    } else if (const auto *found = group(annotator, sample)) {
        for (const auto &[item, events] : found->items)
            states.emplace(item, folded(events));
    }
    return states;
}

ItemState LabelLog::adjudicatedState(const ItemKey &item) const
{
    const auto found = m_adjudications.find(item);
    if (found == m_adjudications.end())
        return {};
    ItemState state;
    const auto standing = adjudications(item);
    for (const auto index : standing)
        commit(state, std::get<Adjudicated>(m_events[index].action).label, m_events[index]);
    state.events = found->second;
    std::ranges::sort(state.events, [this](std::size_t a, std::size_t b) { return isBefore(a, b); });
    return state;
}

ItemState LabelLog::folded(const std::vector<std::size_t> &events) const
{
    ItemState state;
    for (const auto index : events) {
        if (!isUndone(index))
            fold(state, index);
    }
    state.events = events;
    return state;
}

/// What one event makes of an item. Undone events never come here; undoing itself changes nothing more.
void LabelLog::fold(ItemState &state, std::size_t index) const
{
    const auto &event = m_events[index];
    const Overloaded change{
        [&](const Opened &) { state.isOpened = true; },
        [&](const Chosen &a) { choose(state.draft, a); },
        [&](const Cleared &) { (state.draft.subcode.isEmpty() ? state.draft.code : state.draft.subcode).clear(); },
        [&](const Rated &a) { state.draft.confidence = a.confidence; },
        [&](const Noted &a) { state.draft.memo = a.memo; },
        [&](const EvidenceAdded &a) { addEvidence(state.draft, a.evidence); },
        [&](const EvidenceRemoved &a) { removeEvidence(state.draft, a.evidence); },
        [&](const Flagged &a) { state.isFlagged = a.on; },
        [&](const Skipped &a) { state.skipped = a.reason; },
        [&](const Committed &a) { commit(state, a.label, event); },
        [&](const Imported &a) { commit(state, a.label, event); },
        [&](const Reverted &a) {
            const auto *earlier = find(a.event);
            const auto *made = earlier ? std::get_if<Committed>(&earlier->action) : nullptr;
            if (made && earlier->annotator == event.annotator && earlier->item == event.item)
                commit(state, made->label, event);
        },
        [&](const Revealed &) {
            if (!state.isRevealed)
                state.firstReveal = event.time;
            state.isRevealed = true;
        },
        [&](const Spent &a) { state.milliseconds += a.milliseconds; },
        [](const Undone &) {},
        [](const Redone &) {},
        [](const Adjudicated &) {},
    };
    std::visit(change, event.action);
}

} // namespace Decayscope
