// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labellog.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace Decayscope {

namespace {

constexpr auto notStored = std::numeric_limits<qint64>::max();

} // namespace

void LabelLog::add(std::span<const LabelEvent> events)
{
    bool isInOrder = true;
    const auto first = m_events.size();
    for (const auto &event : events)
        isInOrder = append(event) && isInOrder;
    if (!isInOrder) {
        rebuild();
        return;
    }
    QSet<GroupKey> disordered;
    for (auto index = first; index < m_events.size(); ++index)
        placeInGroup(index, disordered);
    for (const auto &key : std::as_const(disordered))
        sortGroup(key);
}

void LabelLog::remove(const QStringList &ids)
{
    const QSet<QString> gone(ids.begin(), ids.end());
    if (std::erase_if(m_events, [&](const LabelEvent &event) { return gone.contains(event.id); }) > 0)
        rebuild();
}

/// False where the event belongs before others that are there, so that all must be placed anew.
bool LabelLog::append(const LabelEvent &event)
{
    if (const auto known = m_byId.constFind(event.id); known != m_byId.cend())
        return settle(*known, event);
    const auto index = m_events.size();
    m_byId.insert(event.id, index);
    m_events.push_back(event);
    m_places.emplace_back();
    return placeInStream(index);
}

/// Gives an event that was not stored yet the place it got by that.
bool LabelLog::settle(std::size_t index, const LabelEvent &stored)
{
    if (m_events[index].number != 0 || stored.number == 0)
        return true;
    const bool isSame = m_events[index].stream == stored.stream && m_events[index].time == stored.time;
    m_events[index] = stored;
    auto &stream = m_streams[stored.stream];
    if (!isSame || stream.unstored.empty() || stream.unstored.front() != index || stored.number <= stream.lastNumber)
        return false;
    stream.unstored.pop_front();
    stream.lastNumber = stored.number;
    m_places[index].number = stored.number;
    return true;
}

bool LabelLog::placeInStream(std::size_t index)
{
    const auto &event = m_events[index];
    auto &stream = m_streams[event.stream];
    const bool isStored = event.number != 0;
    if (isStored && (event.number <= stream.lastNumber || !stream.unstored.empty()))
        return false;
    stream.lastTime = std::max(stream.lastTime, event.time);
    m_places[index] = {.time = stream.lastTime, .number = isStored ? event.number : notStored};
    if (isStored)
        stream.lastNumber = event.number;
    else
        stream.unstored.push_back(index);
    return true;
}

bool LabelLog::isBefore(std::size_t a, std::size_t b) const
{
    // Events that a forged stream numbers twice are told apart by their ids; those not stored yet by their arrival.
    const auto key = [this](std::size_t index) {
        const auto &place = m_places[index];
        const auto &event = m_events[index];
        const bool isStored = place.number != notStored;
        return std::tuple(QStringView(place.time), QStringView(event.stream), place.number,
            isStored ? QStringView(event.id) : QStringView(), isStored ? 0 : index);
    };
    return key(a) < key(b);
}

LabelLog::GroupKey LabelLog::groupKey(std::size_t index) const
{
    return {m_events[index].annotator, m_events[index].item.sample};
}

void LabelLog::placeInGroup(std::size_t index, QSet<GroupKey> &disordered)
{
    const auto key = groupKey(index);
    auto &group = m_groups[key];
    if (std::holds_alternative<Adjudicated>(m_events[index].action))
        m_adjudications[m_events[index].item].push_back(index);
    const bool isInOrder = group.events.empty() || isBefore(group.events.back(), index);
    group.events.push_back(index);
    if (!isInOrder || disordered.contains(key))
        disordered.insert(key);
    else
        follow(group, index);
}

/// Takes the group's next event in.
void LabelLog::follow(Group &group, std::size_t index)
{
    const auto &event = m_events[index];
    group.items[event.item].push_back(index);
    if (const auto *undone = std::get_if<Undone>(&event.action))
        followUndoing(group, groupKey(index), undone->event, true);
    else if (const auto *redone = std::get_if<Redone>(&event.action))
        followUndoing(group, groupKey(index), redone->event, false);
    else if (isUndoable(event.action))
        followDecision(group, index);
}

/// A new decision stands, and what was undone before can no longer be brought again.
void LabelLog::followDecision(Group &group, std::size_t index)
{
    for (const auto &[stamp, undone] : group.undone)
        m_places[undone].standing = Place::Standing::Lost;
    group.undone.clear();
    auto &place = m_places[index];
    place.stamp = ++group.lastStamp;
    place.standing = Place::Standing::Done;
    group.done.emplace(place.stamp, index);
}

/// Nobody undoes what another did, nor what was not done yet.
void LabelLog::followUndoing(Group &group, const GroupKey &key, const QString &id, bool isUndo)
{
    const auto known = m_byId.constFind(id);
    if (known == m_byId.cend() || groupKey(*known) != key)
        return;
    auto &place = m_places[*known];
    const bool isDone = place.standing == Place::Standing::Done;
    const bool isGone = place.standing == Place::Standing::Undone || place.standing == Place::Standing::Lost;
    if (isUndo ? !isDone : !isGone)
        return;
    (isUndo ? group.done : group.undone).erase(place.stamp);
    place.stamp = ++group.lastStamp;
    place.standing = isUndo ? Place::Standing::Undone : Place::Standing::Done;
    (isUndo ? group.undone : group.done).emplace(place.stamp, *known);
}

void LabelLog::sortGroup(const GroupKey &key)
{
    auto &group = m_groups[key];
    auto events = std::move(group.events);
    std::ranges::sort(events, [this](std::size_t a, std::size_t b) { return isBefore(a, b); });
    group = {};
    for (const auto index : events) {
        m_places[index].standing = Place::Standing::Fact;
        m_places[index].stamp = 0;
    }
    for (const auto index : events)
        follow(group, index);
    group.events = std::move(events);
}

void LabelLog::rebuild()
{
    m_byId.clear();
    m_streams.clear();
    m_groups.clear();
    m_adjudications.clear();
    m_places.assign(m_events.size(), {});
    std::vector<std::size_t> order(m_events.size());
    for (std::size_t index = 0; index < order.size(); ++index) {
        order[index] = index;
        m_byId.insert(m_events[index].id, index);
    }
    const auto key = [this](std::size_t index) {
        const auto &event = m_events[index];
        const bool isStored = event.number != 0;
        return std::tuple(QStringView(event.stream), isStored ? event.number : notStored,
            isStored ? QStringView(event.id) : QStringView());
    };
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    QSet<GroupKey> groups;
    for (const auto index : order) {
        placeInStream(index);
        m_groups[groupKey(index)].events.push_back(index);
        groups.insert(groupKey(index));
        if (std::holds_alternative<Adjudicated>(m_events[index].action))
            m_adjudications[m_events[index].item].push_back(index);
    }
    for (const auto &group : std::as_const(groups))
        sortGroup(group);
}

const LabelEvent *LabelLog::find(const QString &id) const
{
    const auto known = m_byId.constFind(id);
    return known == m_byId.cend() ? nullptr : &m_events[*known];
}

bool LabelLog::isUndone(std::size_t index) const
{
    const auto standing = m_places[index].standing;
    return standing == Place::Standing::Undone || standing == Place::Standing::Lost;
}

bool LabelLog::isUndone(const QString &id) const
{
    const auto known = m_byId.constFind(id);
    return known != m_byId.cend() && isUndone(*known);
}

const LabelLog::Group *LabelLog::group(const QString &annotator, const QString &sample) const
{
    const auto found = m_groups.find({annotator, sample});
    return found == m_groups.end() ? nullptr : &found->second;
}

QStringList LabelLog::annotators(const QString &sample) const
{
    QStringList names;
    for (const auto &[key, group] : m_groups) {
        if ((sample.isEmpty() || key.second == sample) && (names.isEmpty() || names.back() != key.first))
            names.append(key.first);
    }
    return names;
}

const LabelEvent *LabelLog::undoable(const QString &annotator, const QString &sample) const
{
    const auto *found = group(annotator, sample);
    return !found || found->done.empty() ? nullptr : &m_events[found->done.rbegin()->second];
}

const LabelEvent *LabelLog::redoable(const QString &annotator, const QString &sample) const
{
    const auto *found = group(annotator, sample);
    return !found || found->undone.empty() ? nullptr : &m_events[found->undone.rbegin()->second];
}

std::vector<ItemKey> LabelLog::adjudicatedItems() const
{
    std::vector<ItemKey> items;
    items.reserve(m_adjudications.size());
    for (const auto &[item, events] : m_adjudications)
        items.push_back(item);
    return items;
}

std::vector<std::size_t> LabelLog::adjudications(const ItemKey &item) const
{
    const auto found = m_adjudications.find(item);
    if (found == m_adjudications.end())
        return {};
    auto standing = found->second;
    std::erase_if(standing, [this](std::size_t index) { return isUndone(index); });
    std::ranges::sort(standing, [this](std::size_t a, std::size_t b) { return isBefore(a, b); });
    return standing;
}

std::vector<std::size_t> LabelLog::outsideSamples() const
{
    std::vector<std::size_t> events;
    for (const auto &[key, group] : m_groups) {
        if (key.second.isEmpty())
            std::ranges::copy_if(
                group.events, std::back_inserter(events), [this](std::size_t index) { return !isUndone(index); });
    }
    std::ranges::sort(events, [this](std::size_t a, std::size_t b) { return isBefore(a, b); });
    return events;
}

} // namespace Decayscope
