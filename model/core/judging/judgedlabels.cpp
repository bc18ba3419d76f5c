// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "judgedlabels.h"

#include <map>
#include <tuple>

namespace Decayscope {

namespace {

std::optional<JudgedLabel> judgedLabel(const LabelEvent &event)
{
    const auto *committed = std::get_if<Committed>(&event.action);
    if (!committed || !committed->label.judged)
        return std::nullopt;
    return JudgedLabel{.annotator = event.annotator,
        .target = event.target,
        .label = committed->label,
        .time = event.time,
        .event = event.id};
}

/// From the oldest to the newest.
std::vector<JudgedLabel> allJudgedLabels(const LabelLog &log)
{
    std::vector<JudgedLabel> labels;
    for (const auto index : log.outsideSamples()) {
        if (auto judged = judgedLabel(log.events()[index]))
            labels.push_back(*std::move(judged));
    }
    return labels;
}

} // namespace

std::vector<JudgedLabel> judgedLabels(const LabelLog &log)
{
    std::map<std::tuple<QString, LabelTarget, int>, JudgedLabel> newest;
    for (auto &judged : allJudgedLabels(log)) {
        const std::tuple key(judged.annotator, judged.target, judged.repeat());
        newest.insert_or_assign(key, std::move(judged));
    }
    std::vector<JudgedLabel> labels;
    labels.reserve(newest.size());
    for (auto &[key, judged] : newest)
        labels.push_back(std::move(judged));
    return labels;
}

std::strong_ordering JudgementKey::operator<=>(const JudgementKey &other) const
{
    return std::tie(annotator, target, model, promptHash, repeat)
        <=> std::tie(other.annotator, other.target, other.model, other.promptHash, other.repeat);
}

JudgementKey keyOf(const JudgedLabel &judged)
{
    JudgementKey key{
        .annotator = judged.annotator, .target = judged.target, .model = {}, .promptHash = {}, .repeat = 0};
    if (const auto &record = judged.label.judged) {
        key.model = record->model;
        key.promptHash = record->promptHash;
        key.repeat = record->repeat;
    }
    return key;
}

std::set<JudgementKey> judgementKeys(const LabelLog &log, bool withInvalid)
{
    std::set<JudgementKey> keys;
    for (const auto &judged : judgedLabels(log)) {
        if (withInvalid || !judged.label.isInvalid())
            keys.insert(keyOf(judged));
    }
    return keys;
}

} // namespace Decayscope
