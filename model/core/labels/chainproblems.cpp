// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "certificate.h"

#include <algorithm>
#include <map>

namespace Decayscope {

namespace {

QString nameOf(const LabelEvent &event)
{
    return u"Event " % QString::number(event.number) % u" of " % event.annotator % u" (stream " % event.stream % u')';
}

QString gap(const LabelEvent &event, qint64 first)
{
    const auto last = event.number - 1;
    const QString of = u" of " % event.annotator % u" (stream " % event.stream % u')';
    if (first == last)
        return u"Event " % QString::number(first) % of % u" is missing.";
    return u"Events " % QString::number(first) % u" to " % QString::number(last) % of % u" are missing.";
}

/// Walks one stream, sorted by number.
QStringList problemsOfStream(std::span<const LabelEvent *const> stream)
{
    QStringList problems;
    const LabelEvent *before = nullptr;
    for (const auto *event : stream) {
        const auto next = before ? before->number + 1 : 1;
        const bool isDouble = before && event->number == before->number;
        if (isDouble)
            problems.append(nameOf(*event) % u" is there twice.");
        else if (event->number != next)
            problems.append(gap(*event, next));
        else if (event->previous != (before ? before->hash : QByteArray()))
            problems.append(nameOf(*event) % u" does not follow on the one before it.");
        if (event->hash != labelEventHash(*event))
            problems.append(nameOf(*event) % u" is not what was written: its hash differs.");
        before = event;
    }
    return problems;
}

} // namespace

QStringList chainProblems(std::span<const LabelEvent> events)
{
    std::map<QString, std::vector<const LabelEvent *>> streams;
    for (const auto &event : events) {
        if (event.number > 0)
            streams[event.stream].push_back(&event);
    }
    QStringList problems;
    for (auto &[name, stream] : streams) {
        std::ranges::sort(stream, {}, [](const LabelEvent *event) { return std::pair(event->number, event->id); });
        problems += problemsOfStream(stream);
    }
    return problems;
}

} // namespace Decayscope
