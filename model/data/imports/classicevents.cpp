// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "classicevents.h"

#include "jsonparser.h"
#include "runfiles.h"
#include "turnparts.h"
#include "turnreader.h"
#include "turntally.h"

#include <simdjson.h>

#include <algorithm>

namespace Decayscope {

namespace {

qint64 numberOf(const RawFile *file)
{
    return classicEventIndex(QStringView(file->path).sliced(file->path.lastIndexOf(u'/') + 1)).value_or(0);
}

Document joined(const std::vector<const RawFile *> &files)
{
    qsizetype size = 0;
    for (const auto *file : files)
        size += file->bytes.size();
    const auto &first = files.front()->path;
    Document events{.kind = DocumentKind::TrajectoryEvents,
        .path = first.first(std::max<qsizetype>(first.lastIndexOf(u'/'), 0)),
        .bytes = roomFor(size),
        .parts = {}};
    for (const auto *file : files) {
        events.parts.push_back({.path = file->path, .offset = events.bytes.size(), .length = file->bytes.size()});
        events.bytes.append(file->bytes);
    }
    return events;
}

TurnContent readEvent(QByteArrayView raw, int index, JsonParser &parser)
{
    static const TurnFacts facts;
    simdjson::dom::element value;
    if (parser.parse(raw, value) != JsonState::Unreadable)
        return readTurn(value, {.index = index, .role = TurnRole::Other, .facts = facts});
    TurnContent content{.index = index};
    keepRaw(content, searchable({raw.data(), static_cast<std::size_t>(raw.size())}));
    return content;
}

} // namespace

std::optional<qint64> classicEventIndex(QStringView fileName)
{
    if (!fileName.endsWith(QLatin1StringView(".json")))
        return {};
    const auto digits = fileName.chopped(5);
    const auto isNumber
        = !digits.isEmpty() && std::ranges::all_of(digits, [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool fits = false;
    const auto number = isNumber ? digits.toLongLong(&fits) : 0;
    return fits ? std::optional(number) : std::nullopt;
}

SessionReading readClassicEvents(std::vector<const RawFile *> files)
{
    std::ranges::sort(files, {}, numberOf);
    SessionReading reading{.trajectory = {}, .events = joined(files)};
    auto &trajectory = reading.trajectory;
    JsonParser parser;
    TurnTally tally;
    for (const auto &part : reading.events->parts) {
        const auto raw = QByteArrayView(reading.events->bytes).sliced(part.offset, part.length);
        const auto content = readEvent(raw, static_cast<int>(trajectory.turns.size()), parser);
        trajectory.turns.push_back({.index = content.index,
            .role = content.role,
            .text = searchText(content),
            .offset = part.offset,
            .length = part.length});
        tally.add(content, trajectory.turns.back().text);
    }
    trajectory.termination = tally.end();
    trajectory.tokens = tally.tokens();
    trajectory.allTokens = tally.tokens();
    if (tally.unknownTurns() > 0)
        trajectory.warnings.push_back({reading.events->path,
            QStringLiteral("%1 of its events are of no known kind or damaged; they are kept as they are.")
                .arg(tally.unknownTurns())});
    return reading;
}

} // namespace Decayscope
