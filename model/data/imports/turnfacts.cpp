// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turnfacts.h"

#include "jsonparser.h"
#include "jsonvalues.h"
#include "minitext.h"
#include "runfiles.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

namespace dom = simdjson::dom;

constexpr QByteArrayView responseKey{"\"llm_response_id\""};
constexpr QByteArrayView replyKey{"\"model_response\""}; // of the classic events; its own id comes first

/// A copy with room behind it: what lies at the very end of a document has none.
QByteArray padded(QByteArrayView text)
{
    auto bytes = roomFor(text.size());
    bytes.append(text);
    return bytes;
}

const JsonMember *memberNamed(const std::vector<JsonMember> &members, QByteArrayView key)
{
    const auto found
        = std::ranges::find_if(members, [key](const JsonMember &member) { return QByteArrayView(member.key) == key; });
    return found == members.end() ? nullptr : &*found;
}

class FactsReader
{
public:
    FactsReader(const Document &trajectory, const std::optional<Document> &state, const std::vector<Turn> &turns)
        : m_trajectory(trajectory)
        , m_state(state)
        , m_turns(turns)
    { }

    TurnFacts run();

private:
    void readTurnOrder();
    void readMembers();
    void readInfo(QByteArrayView info);
    void readAttachments(const JsonSpan &span);
    void readEventUsage(const JsonSpan &span);
    void readState();
    void readMetrics(QByteArrayView text);
    void readUsages(const dom::element &metrics);
    void findFirstTurns();

    const Document &m_trajectory;
    const std::optional<Document> &m_state;
    const std::vector<Turn> &m_turns;
    JsonParser m_parser;
    TurnFacts m_facts;
};

TurnFacts FactsReader::run()
{
    m_facts.text = m_trajectory.bytes;
    readTurnOrder();
    if (m_trajectory.kind == DocumentKind::Trajectory && !m_turns.empty())
        readMembers();
    if (m_state)
        readState();
    return std::move(m_facts);
}

void FactsReader::readTurnOrder()
{
    const auto prompt = std::ranges::find(m_turns, TurnRole::User, &Turn::role);
    m_facts.firstPrompt = prompt == m_turns.end() ? -1 : prompt->index;
    m_facts.lastTurn = m_turns.empty() ? -1 : m_turns.back().index;
}

void FactsReader::readMembers()
{
    // A damaged store may say any place.
    const qint64 size = m_facts.text.size();
    const auto start = std::clamp<qint64>(std::ranges::min(m_turns, {}, &Turn::offset).offset, 0, size);
    const auto last = std::ranges::max(m_turns, {}, &Turn::offset);
    const auto lastStart = std::clamp<qint64>(last.offset, start, size);
    const auto end = lastStart + std::clamp<qint64>(last.length, 0, size - lastStart);
    const auto members = membersAround(m_facts.text, start, end);
    const auto has = [&members](QByteArrayView key) { return memberNamed(members, key) != nullptr; };
    if (has("epoch") || has("scores") || has("target"))
        m_facts.flavour = ChatFlavour::Inspect;
    else if (has("environment") || has("replay_config"))
        m_facts.flavour = ChatFlavour::SweAgent;
    if (const auto *info = memberNamed(members, "info"))
        readInfo(info->value.in(m_facts.text));
    if (const auto *status = memberNamed(members, "status")) {
        const auto text = status->value.in(m_facts.text);
        m_facts.exitStatus = QString::fromUtf8(text).remove(u'"');
    }
    if (const auto *metrics = memberNamed(members, "metrics"))
        readMetrics(metrics->value.in(m_facts.text));
    if (const auto *attachments = memberNamed(members, "attachments"))
        readAttachments(attachments->value);
    if (const auto *events = memberNamed(members, "events"); events && m_facts.flavour == ChatFlavour::Inspect)
        readEventUsage(events->value);
    if (m_facts.exitStatus == QLatin1StringView("in_progress") || m_facts.exitStatus == QLatin1StringView("null"))
        m_facts.exitStatus.clear();
}

/// Of Mini-SWE-Agent: how it ended, where its commands ran and how they are marked.
void FactsReader::readInfo(QByteArrayView text)
{
    dom::element info;
    const auto bytes = padded(text);
    if (m_parser.parse(bytes, info) == JsonState::Unreadable)
        return;
    m_facts.exitStatus = stringAt(info, "exit_status");
    dom::element config;
    if (info["config"].get(config) != simdjson::SUCCESS)
        return;
    if (const auto environment = memberAt(config, "environment"))
        m_facts.workingFolder = stringAt(*environment, "cwd");
    for (const auto *part : {"agent", "model"}) {
        const auto settings = memberAt(config, part);
        const auto expression = settings ? bytesAt(*settings, "action_regex") : std::string_view();
        const auto fence = fenceOfExpression(QByteArrayView(expression));
        if (fence)
            m_facts.fence = *fence;
    }
    const auto version = bytesAt(info, "mini_version");
    const auto isText = stringAt(config, "model_type").contains(QLatin1StringView("textbased"), Qt::CaseInsensitive);
    if (version.starts_with("2.") && isText && m_facts.fence == "bash")
        m_facts.fence = "mswea_bash_command";
}

void FactsReader::readAttachments(const JsonSpan &span)
{
    const auto outline = outlineOf(span.in(m_facts.text), {});
    for (const auto &member : outline.members) {
        m_facts.attachments.insert(
            member.key, {.offset = span.offset + member.value.offset, .length = member.value.length});
    }
}

/// Inspect tells tokens with the calls in its events; a message has its id in common with the call's output.
void FactsReader::readEventUsage(const JsonSpan &span)
{
    const auto list = span.in(m_facts.text);
    for (const auto &item : outlineOf(list, {}).items) {
        const auto text = item.in(list);
        dom::element event;
        if (text.indexOf("\"model\"") < 0 || m_parser.parse(padded(text), event) == JsonState::Unreadable
            || bytesAt(event, "event") != "model")
            continue;
        dom::element output;
        if (event["output"].get(output) != simdjson::SUCCESS)
            continue;
        dom::element message;
        const auto usage = memberAt(output, "usage");
        if (!usage || output["choices"].at(0)["message"].get(message) != simdjson::SUCCESS)
            continue;
        const auto id = stringAt(message, "id");
        if (!id.isEmpty())
            m_facts.usage.insert(id,
                {.tokens = {.input = wholeAt(*usage, "input_tokens").value_or(0),
                     .output = wholeAt(*usage, "output_tokens").value_or(0)},
                    .cost = realAt(*usage, "total_cost"),
                    .seconds = realAt(output, "time")});
    }
}

/// OpenHands joins its metrics to the events by the id of the response.
void FactsReader::readState()
{
    dom::element root;
    const auto bytes = padded(m_state->bytes);
    if (m_parser.parse(bytes, root) == JsonState::Unreadable)
        return;
    dom::object usages;
    if (root["stats"]["usage_to_metrics"].get_object().get(usages) != simdjson::SUCCESS
        && root["stats"]["service_to_metrics"].get_object().get(usages) != simdjson::SUCCESS)
        return;
    for (const auto usage : usages)
        readUsages(usage.value);
    if (!m_facts.usage.isEmpty())
        findFirstTurns();
}

/// The same for a run of an evaluation, beside its history.
void FactsReader::readMetrics(QByteArrayView text)
{
    dom::element metrics;
    const auto bytes = padded(text);
    if (m_parser.parse(bytes, metrics) == JsonState::Unreadable)
        return;
    readUsages(metrics);
    findFirstTurns();
}

void FactsReader::readUsages(const dom::element &metrics)
{
    dom::array calls;
    if (metrics["token_usages"].get_array().get(calls) != simdjson::SUCCESS)
        return;
    std::vector<QString> ids;
    for (const auto call : calls) {
        ids.push_back(stringAt(call, "response_id"));
        auto &usage = m_facts.usage[ids.back()];
        usage.tokens.input = wholeAt(call, "prompt_tokens").value_or(0);
        usage.tokens.output = wholeAt(call, "completion_tokens").value_or(0);
    }
    dom::array latencies;
    if (metrics["response_latencies"].get_array().get(latencies) == simdjson::SUCCESS) {
        for (const auto latency : latencies) {
            const auto found = m_facts.usage.find(stringAt(latency, "response_id"));
            if (found != m_facts.usage.end())
                found->seconds = realAt(latency, "latency");
        }
    }
    dom::array costs; // in the order of the calls, without their ids
    if (metrics["costs"].get_array().get(costs) != simdjson::SUCCESS || costs.size() != ids.size())
        return;
    std::size_t at = 0;
    for (const auto cost : costs)
        m_facts.usage[ids[at++]].cost = realAt(cost, "cost");
}

/// The id of the response an event came from, found without parsing the event.
QByteArrayView responseIdIn(QByteArrayView event)
{
    auto key = event.indexOf(responseKey);
    auto from = key + responseKey.size();
    if (key < 0) {
        const auto reply = event.indexOf(replyKey);
        key = reply < 0 ? -1 : event.indexOf("\"id\"", reply);
        from = key + 4;
    }
    const auto open = key < 0 ? -1 : event.indexOf('"', from);
    const auto close = open < 0 ? -1 : event.indexOf('"', open + 1);
    return close < 0 ? QByteArrayView() : event.sliced(open + 1, close - open - 1);
}

void FactsReader::findFirstTurns()
{
    for (const auto &turn : m_turns) {
        const auto isInside = turn.offset >= 0 && turn.length >= 0 && turn.length <= m_facts.text.size() - turn.offset;
        if (turn.role != TurnRole::Assistant || !isInside) // only the agent's events have such an id
            continue;
        const auto id = responseIdIn(m_facts.text.sliced(turn.offset, turn.length));
        if (id.isEmpty())
            continue;
        const auto found = m_facts.usage.find(QString::fromUtf8(id));
        if (found != m_facts.usage.end() && found->turn < 0)
            found->turn = turn.index;
    }
}

} // namespace

TurnFacts turnFactsOf(const Document &trajectory, const std::optional<Document> &state, const std::vector<Turn> &turns)
{
    return FactsReader(trajectory, state, turns).run();
}

} // namespace Decayscope
