// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trajectoryfile.h"

#include "jsonparser.h"
#include "jsonvalues.h"
#include "runfiles.h"
#include "turnparts.h"
#include "turnreader.h"
#include "turntally.h"

#include <simdjson.h>

#include <algorithm>
#include <ranges>

namespace Decayscope {

namespace {

namespace dom = simdjson::dom;
using Format = TrajectoryFormat;

constexpr std::size_t turnsWithHead = 40; // so far in a file its model or time is looked for
constexpr qsizetype longestHeadTurn = qsizetype{1024} * 1024;

ChatFlavour flavourOf(Format format)
{
    if (format == Format::SweAgent)
        return ChatFlavour::SweAgent;
    return format == Format::InspectSample ? ChatFlavour::Inspect : ChatFlavour::Mini;
}

bool isMini(Format format)
{
    return format == Format::Mini || format == Format::MessageList || format == Format::MiniStudy;
}

class FileReader
{
public:
    FileReader(const QByteArray &text, const TrajectoryShape &shape, const TrajectoryHead &head, const QString &path)
        : m_text(text)
        , m_shape(shape)
        , m_head(head)
        , m_path(path)
    { }

    TrajectoryReading run();

private:
    void readOutlines();
    void readTexts();
    TurnContent read(const Turn &turn, const TurnFacts &facts);
    void finish();
    void warn(const QString &reason) { m_reading.warnings.push_back({m_path, reason}); }

    const QByteArray &m_text;
    const TrajectoryShape &m_shape;
    const TrajectoryHead &m_head;
    const QString &m_path;
    JsonParser m_parser;
    TrajectoryReading m_reading;
    TurnTally m_tally;
};

TurnContent FileReader::read(const Turn &turn, const TurnFacts &facts)
{
    const auto isCut = turn.length == 0;
    const auto raw = QByteArrayView(m_text).sliced(turn.offset, isCut ? m_shape.rest.length : turn.length);
    const auto closed = isCut ? closedMessage(raw) : QByteArray();
    dom::element value;
    const auto state = m_parser.parse(isCut ? QByteArrayView(closed) : raw, value);
    if (state == JsonState::Unreadable) {
        TurnContent content{.index = turn.index};
        keepRaw(content, searchable({raw.data(), static_cast<std::size_t>(raw.size())}));
        return content;
    }
    return readTurn(value, {.index = turn.index, .role = turn.role, .facts = facts});
}

/// First the roles: what a message means depends on where the prompt and the end are.
void FileReader::readOutlines()
{
    TurnFacts facts{.flavour = flavourOf(m_shape.format), .text = m_text};
    auto spans = m_shape.items;
    if (m_shape.rest.length > 0)
        spans.push_back({m_shape.rest.offset, 0});
    m_reading.turns.reserve(spans.size());
    for (const auto &span : spans) {
        Turn turn{.index = static_cast<int>(m_reading.turns.size()),
            .text = {},
            .offset = span.offset,
            .length = span.length};
        turn.role = read(turn, facts).role;
        m_reading.turns.push_back(std::move(turn));
    }
}

void FileReader::readTexts()
{
    const Document document{.kind = DocumentKind::Trajectory, .path = m_path, .bytes = m_text, .parts = {}};
    auto facts = turnFactsOf(document, {}, m_reading.turns);
    facts.flavour = flavourOf(m_shape.format);
    for (auto &turn : m_reading.turns) {
        const auto content = read(turn, facts);
        turn.text = searchText(content);
        m_tally.add(content, turn.text);
    }
}

void FileReader::finish()
{
    const auto saysEnd = m_head.termination != Termination::Unknown;
    const auto isOpenHands = m_shape.format == Format::OpenHandsEvents || m_shape.format == Format::OpenHandsClassic
        || m_shape.format == Format::EventLines || m_shape.format == Format::OpenHandsRecord;
    m_reading.termination = saysEnd || !isOpenHands ? m_head.termination : m_tally.end();
    m_reading.tokens = m_head.tokens ? m_head.tokens : m_tally.tokens();
    if (!m_reading.tokens && isMini(m_shape.format))
        m_reading.tokens = m_tally.estimatedTokens();
    m_reading.allTokens = m_reading.tokens;
    if (m_reading.turns.empty())
        warn(QStringLiteral("It holds no turns."));
    if (m_tally.unknownTurns() > 0)
        warn(QStringLiteral("%1 of its turns are of no known kind or damaged; they are kept as they are.")
                .arg(m_tally.unknownTurns()));
    if (!m_shape.isComplete)
        warn(QStringLiteral("It is cut or damaged; %1 turns could be read.").arg(m_reading.turns.size()));
}

TrajectoryReading FileReader::run()
{
    readOutlines();
    readTexts();
    finish();
    return std::move(m_reading);
}

/// The model that answered, in a message, reply or step.
QString modelIn(const dom::element &value)
{
    for (const auto &reply : {value["extra"]["response"]["model"],
             value["tool_call_metadata"]["model_response"]["model"], value["model_name"], value["model"]}) {
        std::string_view name;
        if (reply.get_string().get(name) == simdjson::SUCCESS)
            return plainModelName(searchable(name));
    }
    return {};
}

std::optional<qint64> timeIn(const dom::element &value)
{
    if (const auto time = timeAt(value, "timestamp"))
        return time;
    const auto extra = memberAt(value, "extra");
    return extra ? timeAt(*extra, "timestamp") : std::nullopt;
}

} // namespace

TrajectoryReading readTrajectoryFile(
    const QByteArray &text, const TrajectoryShape &shape, const TrajectoryHead &head, const QString &path)
{
    return FileReader(text, shape, head, path).run();
}

void completeHead(TrajectoryHead &head, QByteArrayView text, const TrajectoryShape &shape)
{
    JsonParser parser;
    for (const auto &item : shape.items | std::views::take(turnsWithHead)) {
        if (head.time && !head.model.isEmpty())
            return;
        const auto raw = item.in(text);
        dom::element value;
        if (raw.size() > longestHeadTurn || parser.parse(raw, value) == JsonState::Unreadable)
            continue;
        if (!head.time)
            head.time = timeIn(value);
        if (head.model.isEmpty())
            head.model = modelIn(value);
    }
}

} // namespace Decayscope
