// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "minitrajectoryreader.h"

#include "jsonparser.h"
#include "jsontext.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr QByteArrayView messagesKey{"trajectories"};
constexpr qint64 charactersPerToken = 4;

TurnRole roleNamed(QStringView name)
{
    struct Row
    {
        QLatin1StringView name;
        TurnRole role;
    };
    static constexpr std::array rows{Row{QLatin1StringView("assistant"), TurnRole::Assistant},
        Row{QLatin1StringView("user"), TurnRole::User}, Row{QLatin1StringView("system"), TurnRole::System},
        Row{QLatin1StringView("tool"), TurnRole::Tool}};
    const auto *found = std::ranges::find_if(rows, [name](const Row &row) { return row.name == name; });
    return found == rows.end() ? TurnRole::Other : found->role;
}

/// Characters as Python counts them: a surrogate pair is one.
qint64 characterCount(QStringView text)
{
    return std::ranges::count_if(text, [](QChar c) { return !c.isLowSurrogate(); });
}

qint64 tokensOf(qint64 characters)
{
    return (characters + charactersPerToken / 2) / charactersPerToken;
}

class MiniReader
{
public:
    MiniReader(QByteArrayView text, const QString &path)
        : m_text(text)
        , m_path(path)
        , m_outline(outlineOf(text, messagesKey))
    { }

    TrajectoryReading run();

private:
    void readMembers();
    void readMessage(const JsonSpan &span);
    void readRest();
    Turn turnOf(const simdjson::dom::element &message) const;
    void count(const Turn &turn);
    void finish();
    void warn(const QString &reason) { m_reading.warnings.push_back({m_path, reason}); }

    QByteArrayView m_text;
    const QString &m_path;
    JsonOutline m_outline;
    JsonParser m_parser;
    TrajectoryReading m_reading;
    std::optional<QString> m_status;
    qint64 m_charactersSoFar = 0;
    qint64 m_input = 0;
    qint64 m_output = 0;
    int m_damaged = 0;
    bool m_isJson = true;
};

TrajectoryReading MiniReader::run()
{
    m_isJson = m_outline.isComplete;
    readMembers();
    m_reading.turns.reserve(m_outline.items.size() + 1);
    for (const auto &span : m_outline.items)
        readMessage(span);
    if (m_outline.rest.length > 0)
        readRest();
    finish();
    return std::move(m_reading);
}

void MiniReader::readMembers()
{
    for (const auto &member : m_outline.members) {
        simdjson::dom::element value;
        const auto state = m_parser.parse(member.value.in(m_text), value);
        m_isJson = m_isJson && state == JsonState::Valid;
        if (member.key != "status" || state == JsonState::Unreadable)
            continue;
        m_status = value.is_null() ? QString() : contentText(value);
    }
}

void MiniReader::readMessage(const JsonSpan &span)
{
    simdjson::dom::element message;
    const auto raw = span.in(m_text);
    const auto state = m_parser.parse(raw, message);
    if (state != JsonState::Valid) {
        m_isJson = false;
        ++m_damaged;
    }
    auto turn = state == JsonState::Unreadable
        ? Turn{.text = searchable({raw.data(), static_cast<std::size_t>(raw.size())})}
        : turnOf(message);
    turn.index = static_cast<int>(m_reading.turns.size());
    turn.offset = span.offset;
    turn.length = span.length;
    count(turn);
    m_reading.turns.push_back(std::move(turn));
}

void MiniReader::readRest()
{
    simdjson::dom::element message;
    const auto raw = m_outline.rest.in(m_text);
    const auto closed = closedMessage(raw);
    auto turn = m_parser.parse(closed, message) == JsonState::Unreadable
        ? Turn{.text = searchable({raw.data(), static_cast<std::size_t>(raw.size())})}
        : turnOf(message);
    turn.index = static_cast<int>(m_reading.turns.size());
    turn.offset = m_outline.rest.offset;
    m_reading.turns.push_back(std::move(turn));
}

Turn MiniReader::turnOf(const simdjson::dom::element &message) const
{
    if (!message.is_object())
        return {.text = contentText(message)};
    return {.role = roleNamed(stringAt(message, "role")), .text = contentAt(message, "content")};
}

void MiniReader::count(const Turn &turn)
{
    const auto characters = characterCount(turn.text);
    if (turn.role == TurnRole::Assistant) {
        m_input += m_charactersSoFar;
        m_output += characters;
    }
    m_charactersSoFar += characters;
}

void MiniReader::finish()
{
    if (m_damaged > 0)
        warn(QStringLiteral("%1 of its messages are damaged; what can be read of them is kept.").arg(m_damaged));
    if (!m_isJson) {
        warn(m_text.startsWith(byteOrderMark)
                ? QStringLiteral("It begins with a byte order mark, which makes it no JSON for the study: it counts as "
                                 "no trajectory.")
                : QStringLiteral("It is cut or damaged: it counts as no trajectory; %1 messages could be read.")
                      .arg(m_reading.turns.size()));
        return;
    }
    if (!m_outline.hasList)
        warn(QStringLiteral("It holds no list of messages."));
    m_reading.tokens = TokenCount{.input = tokensOf(m_input), .output = tokensOf(m_output), .estimated = true};
    const auto status = m_status.value_or(QString());
    if (status.isEmpty())
        m_reading.termination = Termination::Unknown;
    else if (status == QLatin1StringView("Submitted"))
        m_reading.termination = Termination::Submitted;
    else if (status == QLatin1StringView("LimitsExceeded"))
        m_reading.termination = Termination::LimitsExceeded;
    else
        m_reading.termination = Termination::Error;
}

} // namespace

TrajectoryReading readMiniTrajectory(QByteArrayView text, const QString &path)
{
    return MiniReader(text, path).run();
}

} // namespace Decayscope
