// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importedrows.h"

#include <map>
#include <tuple>

namespace Decayscope {

namespace {

/// A label outside of samples, from whichever event it came.
struct LooseLabel
{
    const LabelEvent *event = nullptr;
    const Label *label = nullptr;
    int precedence = 0;

    [[nodiscard]] bool isSubcategory() const { return !label->subcode.isEmpty(); }
    /// A judge's label says both levels at once; files have a row for each.
    [[nodiscard]] bool isWhole() const { return label->judged.has_value(); }
};

/// The two rows that files have of one run.
struct Halves
{
    LooseLabel coarse;
    LooseLabel fine;
};

using Who = std::tuple<QString, LabelTarget, int>; ///< Annotator, run, and which of several times it was judged.
using WhoseModel = std::pair<QString, QString>; ///< Annotator and model.

std::optional<LooseLabel> looseLabel(const LabelEvent &event)
{
    if (const auto *imported = std::get_if<Imported>(&event.action))
        return LooseLabel{&event, &imported->label, imported->precedence};
    if (const auto *committed = std::get_if<Committed>(&event.action))
        return LooseLabel{&event, &committed->label, 0};
    return std::nullopt;
}

std::vector<LooseLabel> looseLabels(const LabelLog &log)
{
    std::vector<LooseLabel> labels;
    for (const auto index : log.outsideSamples()) {
        if (const auto label = looseLabel(log.events()[index]); label && !label->label->isInvalid())
            labels.push_back(*label);
    }
    return labels;
}

WhoseModel whoseModel(const LooseLabel &label)
{
    return {label.event->annotator, label.event->target.configuration.model};
}

/// The precedence below which sub-categories of a model are silent, where a file speaks of that model alone.
std::map<WhoseModel, int> leastPrecedences(const std::vector<LooseLabel> &labels)
{
    std::map<WhoseModel, int> least;
    for (const auto &label : labels) {
        if (label.isSubcategory() && label.precedence > 0)
            least[whoseModel(label)] = std::max(least[whoseModel(label)], label.precedence);
    }
    return least;
}

/// Labels come from the oldest to the newest.
void keepBetter(LooseLabel &kept, const LooseLabel &next)
{
    if (!kept.event || next.precedence >= kept.precedence)
        kept = next;
}

void keep(Halves &halves, const LooseLabel &next)
{
    if (next.isWhole())
        halves = {.coarse = next, .fine = next.isSubcategory() ? next : LooseLabel()};
    else
        keepBetter(next.isSubcategory() ? halves.fine : halves.coarse, next);
}

LabelRow rowOf(const LooseLabel &from)
{
    return {.annotator = from.event->annotator,
        .item = {.sample = {}, .item = -1, .occurrence = from.event->item.occurrence},
        .target = from.event->target,
        .run = {},
        .label = *from.label,
        .coarseMemo = from.label->judged ? from.label->judged->coarseReasoning : QString(),
        .time = from.event->time,
        .milliseconds = 0,
        .isImported = std::holds_alternative<Imported>(from.event->action),
        .isFlagged = false,
        .event = from.event->id};
}

LabelRow joined(const Halves &halves)
{
    if (!halves.coarse.event)
        return rowOf(halves.fine);
    const auto &coarse = *halves.coarse.label;
    const bool isOfOther
        = !halves.fine.event || (!halves.fine.label->code.isEmpty() && halves.fine.label->code != coarse.code);
    if (isOfOther || halves.fine.event == halves.coarse.event)
        return rowOf(halves.coarse);
    auto row = rowOf(halves.fine);
    row.label.code = coarse.code;
    row.coarseMemo = coarse.memo;
    if (row.label.memo.isEmpty())
        row.label.memo = coarse.memo;
    return row;
}

} // namespace

std::vector<LabelRow> importedRows(const LabelLog &log)
{
    const auto labels = looseLabels(log);
    const auto least = leastPrecedences(labels);
    std::map<Who, Halves> byRun;
    for (const auto &label : labels) {
        const auto silent = least.find(whoseModel(label));
        const bool isSilent = silent != least.end() && label.precedence < silent->second;
        if (label.isSubcategory() && !label.isWhole() && isSilent)
            continue;
        keep(byRun[{label.event->annotator, label.event->target, label.event->item.occurrence}], label);
    }
    std::vector<LabelRow> rows;
    rows.reserve(byRun.size());
    for (const auto &[who, halves] : byRun)
        rows.push_back(joined(halves));
    return rows;
}

} // namespace Decayscope
