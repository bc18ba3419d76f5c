// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trajectoryshape.h"

#include "jsonparser.h"
#include "jsonvalues.h"
#include "runfiles.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace Decayscope {

namespace {

namespace dom = simdjson::dom;
using Format = TrajectoryFormat;

constexpr qsizetype longestProbe = 64LL * 1024 * 1024; // a longer item is no sign of any format

class ShapeReader
{
public:
    explicit ShapeReader(QByteArrayView text)
        : m_text(text)
    { }

    TrajectoryShape run();

private:
    [[nodiscard]] const JsonMember *find(QByteArrayView key) const;
    [[nodiscard]] bool has(QByteArrayView key) const { return find(key) != nullptr; }
    [[nodiscard]] bool isList(QByteArrayView key) const;
    [[nodiscard]] bool startsWith(QByteArrayView key, QByteArrayView value) const;
    [[nodiscard]] Format formatOfObject() const;
    [[nodiscard]] QByteArrayView listKey() const;
    [[nodiscard]] Format formatOfItem(QByteArrayView item);
    void takeList(QByteArrayView key);
    void takeSweAgentSteps();
    void takePrompts();
    void takeLines();

    QByteArrayView m_text;
    JsonOutline m_outline;
    TrajectoryShape m_shape;
    JsonParser m_parser;
};

const JsonMember *ShapeReader::find(QByteArrayView key) const
{
    const auto found = std::ranges::find_if(
        m_outline.members, [key](const JsonMember &member) { return QByteArrayView(member.key) == key; });
    if (found != m_outline.members.end())
        return &*found;
    return !m_outline.cut.key.isEmpty() && QByteArrayView(m_outline.cut.key) == key ? &m_outline.cut : nullptr;
}

bool ShapeReader::isList(QByteArrayView key) const
{
    return startsWith(key, "[");
}

bool ShapeReader::startsWith(QByteArrayView key, QByteArrayView value) const
{
    const auto *member = find(key);
    return member && member->value.in(m_text).startsWith(value);
}

Format ShapeReader::formatOfObject() const
{
    if (isList("trajectories"))
        return Format::MiniStudy;
    if (isList("messages") && (startsWith("trajectory_format", "\"mini-swe-agent") || has("info")))
        return Format::Mini;
    if (startsWith("schema_version", "\"ATIF-v") || (isList("steps") && has("agent")))
        return Format::Atif;
    if (has("history") && (has("instance_id") || has("issue")))
        return Format::OpenHandsRecord;
    if (isList("trajectory") || isList("history") || isList("attempts"))
        return Format::SweAgent;
    if (has("version") && has("status") && has("eval"))
        return Format::InspectLog;
    if (isList("messages") && has("epoch"))
        return Format::InspectSample;
    return isList("events") ? Format::OpenHandsEvents : Format::None;
}

QByteArrayView ShapeReader::listKey() const
{
    switch (m_shape.format) {
    case Format::MiniStudy:
        return "trajectories";
    case Format::Mini:
    case Format::InspectSample:
        return "messages";
    case Format::Atif:
        return "steps";
    case Format::OpenHandsRecord:
        return "history";
    case Format::InspectLog:
        return "samples";
    case Format::OpenHandsEvents:
        return "events";
    case Format::SweAgent:
    case Format::MessageList:
    case Format::OpenHandsClassic:
    case Format::EventLines:
    case Format::None:
        return {};
    }
    return {};
}

/// What a list is, by its first item.
Format ShapeReader::formatOfItem(QByteArrayView item)
{
    if (item.size() > longestProbe)
        return Format::None;
    auto bytes = roomFor(item.size());
    bytes.append(item);
    dom::element value;
    if (m_parser.parse(bytes, value) == JsonState::Unreadable)
        return Format::None;
    if (!bytesAt(value, "role").empty())
        return Format::MessageList;
    if (!bytesAt(value, "kind").empty())
        return Format::OpenHandsEvents;
    dom::element first;
    const auto &event = value.at(0).get(first) == simdjson::SUCCESS ? first : value;
    const auto isClassic = !bytesAt(event, "action").empty() || !bytesAt(event, "observation").empty();
    return isClassic ? Format::OpenHandsClassic : Format::None;
}

void ShapeReader::takeList(QByteArrayView key)
{
    const auto *member = find(key);
    if (!member || !isList(key))
        return;
    auto list = outlineOf(member->value.in(m_text), {});
    for (const auto &item : list.items)
        m_shape.items.push_back({item.offset + member->value.offset, item.length});
    if (list.rest.length > 0)
        m_shape.rest = {list.rest.offset + member->value.offset, list.rest.length};
}

/// What the model was told before its first step stands only in the history.
void ShapeReader::takePrompts()
{
    const auto steps = std::exchange(m_shape.items, {});
    takeList("history");
    std::vector<JsonSpan> prompts;
    for (const auto &item : m_shape.items) {
        const auto text = item.in(m_text);
        const auto demo = text.indexOf("\"is_demo\"");
        if (demo >= 0 && text.sliced(demo, std::min<qsizetype>(text.size() - demo, 18)).contains("true"))
            continue;
        if (text.contains("\"assistant\""))
            break;
        prompts.push_back(item);
    }
    m_shape.items = std::move(prompts);
    std::ranges::copy(steps, std::back_inserter(m_shape.items));
}

void ShapeReader::takeSweAgentSteps()
{
    takeList("trajectory");
    if (m_shape.items.empty())
        takeList("history");
    else
        takePrompts();
}

/// Lines that are events each; anything else behind a first value is none of ours.
void ShapeReader::takeLines()
{
    const auto end = m_text.indexOf('\n');
    if (end < 0 || !outlineOf(m_text.first(end), {}).isComplete)
        return;
    const auto format = formatOfItem(m_text.first(end));
    if (format != Format::OpenHandsEvents && format != Format::OpenHandsClassic)
        return;
    m_shape.format = Format::EventLines;
    m_shape.isComplete = true;
    for (qsizetype start = 0; start < m_text.size();) {
        const auto found = m_text.indexOf('\n', start);
        const auto stop = found < 0 ? m_text.size() : found;
        const auto line = m_text.sliced(start, stop - start).trimmed();
        if (!line.isEmpty())
            m_shape.items.push_back({line.constData() - m_text.constData(), line.size()});
        start = stop + 1;
    }
}

TrajectoryShape ShapeReader::run()
{
    m_outline = outlineOf(m_text, {});
    m_shape.isComplete = m_outline.isComplete;
    if (m_outline.hasList) {
        if (!m_outline.items.empty())
            m_shape.format = formatOfItem(m_outline.items.front().in(m_text));
        m_shape.items = std::move(m_outline.items);
        m_shape.rest = m_outline.rest;
        return std::move(m_shape);
    }
    m_shape.format = formatOfObject();
    if (m_shape.format == Format::None)
        takeLines();
    else if (m_shape.format == Format::SweAgent)
        takeSweAgentSteps();
    else
        takeList(listKey());
    m_shape.members = std::move(m_outline.members);
    return std::move(m_shape);
}

} // namespace

QByteArrayView TrajectoryShape::member(QByteArrayView text, QByteArrayView key) const
{
    const auto found = std::ranges::find_if(
        members, [key](const JsonMember &candidate) { return QByteArrayView(candidate.key) == key; });
    return found == members.end() ? QByteArrayView() : found->value.in(text);
}

TrajectoryShape trajectoryShapeOf(QByteArrayView text)
{
    return ShapeReader(text).run();
}

} // namespace Decayscope
